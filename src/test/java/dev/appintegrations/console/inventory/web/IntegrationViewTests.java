package dev.appintegrations.console.inventory.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class IntegrationViewTests {

	private static final String ID = "15cfbdcb-a8e7-3f9a-b61b-fe4420bc5922";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "orders/created.v2|orders/created.v2", "two words|'two words'", "it's|'it'\\''s'",
					"$(reboot)|'$(reboot)'", "`;ls`|';ls'", "~|'~'", "*|'*'", "``|''", "-x|'-x'" })
	void quotesWordsSoThatAShellTakesThemLiterally(String word, String quoted) {
		assertThat(IntegrationView.quoted(word)).isEqualTo(quoted);
	}

	@Test
	void showsTheCommandsOfAnEventIntegration() {
		assertThat(event("orders/created.v2").cli()).isEqualTo("""
				aws appintegrations get-event-integration --name orders/created.v2 --region eu-west-2
				aws appintegrations list-event-integration-associations --event-integration-name orders/created.v2 \
				--region eu-west-2""");
	}

	@Test
	void keepsANameThatLooksLikeAnOptionFromBeingOne() {
		assertThat(event("--help").cli()).contains(" --name='--help' ").contains(" --event-integration-name='--help' ");
	}

	@Test
	void addressesDataIntegrationsById() {
		assertThat(data(Map.of()).cli()).isEqualTo("aws appintegrations get-data-integration --identifier " + ID
				+ " --region eu-west-2\naws appintegrations list-data-integration-associations"
				+ " --data-integration-identifier " + ID + " --region eu-west-2");
	}

	@Test
	void letsCurlAskForThePassword() {
		assertThat(event("orders").curl()).isEqualTo(
				"curl --user operator http://127.0.0.1:8080/api/v1/accounts/demo/integrations/eu-west-2/ZXZlbnQtaW50ZWdyYXRpb24vb3JkZXJz");
	}

	@Test
	void namesFieldsForPeople() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("KmsKey", "arn:aws:kms:eu-west-2:111122223333:key/1");
		fields.put("ScheduleConfiguration", Map.of("ScheduleExpression", "rate(1 hours)"));
		fields.put("FileConfiguration", Map.of("Folders", List.of("a", "b")));
		assertThat(data(fields).pairs()).extracting(IntegrationView.Pair::label, IntegrationView.Pair::value)
			.extracting(Object::toString)
			.containsExactly("(\"Id\", \"" + ID + "\")", "(\"KMS key\", \"arn:aws:kms:eu-west-2:111122223333:key/1\")",
					"(\"Schedule\", \"rate(1 hours)\")", "(\"Folders\", \"a, b\")");
	}

	@Test
	void saysWhatAwsDoesNotTell() {
		assertThat(data(Map.of()).note()).isEqualTo("AWS gives no creation date for this kind.");
		assertThat(event("orders").note()).contains("neither an id nor a creation date");
	}

	@Test
	void keepsUnreadAssociationsApartFromNone() {
		assertThat(event("orders").associations()).isNull();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "my-centre, https://my-centre.my.connect.aws/", "Main2, https://Main2.my.connect.aws/",
					"null, null", "evil.example/#, null", "a/b, null", "-x, null", "'x ', null" })
	void linksToTheConsoleOfAnInstanceByAnAliasThatAwsAllows(@Nullable String alias, @Nullable String href) {
		assertThat(IntegrationView.HolderRow.of(new Holding.Held(connect(alias)))).singleElement()
			.extracting(IntegrationView.HolderRow::href)
			.isEqualTo(href);
	}

	@Test
	void namesHoldersAndWhatHangsOnThem() {
		Holder base = new Holder.KnowledgeBase("kb", "arn:kb", "handbook", "ACTIVE",
				List.of(new Holder.AssistantAssociation("a", "helper", "aa", "arn:aa")), List.of(connect("my-centre")),
				Map.of());
		Holder profiles = new Holder.ProfilesIntegration("main", Scans.arn("event-integration/orders"), Map.of());
		assertThat(IntegrationView.HolderRow.of(new Holding.Ambiguous(List.of(connect("my-centre"), base, profiles))))
			.extracting(IntegrationView.HolderRow::name, IntegrationView.HolderRow::under)
			.containsExactly(
					tuple("Amazon Connect instance my-centre",
							List.of("use case RULES_EVALUATION", "security profile Agents")),
					tuple("Agent assist (Amazon Q in Connect) knowledge base handbook",
							List.of("assistant helper", "Amazon Connect instance my-centre")),
					tuple("Customer Profiles domain main", List.of()));
	}

	private static Holder.ConnectAssociation connect(@Nullable String alias) {
		return new Holder.ConnectAssociation("arn:i", "i-1", alias, "1", "arn:i/1", "EVENT",
				List.of(new Holder.UseCase("u", "arn:u", "RULES_EVALUATION")),
				List.of(new Holder.SecurityProfileGrant("s", "arn:s", "Agents", "example.orders", List.of("ACCESS"))),
				Map.of());
	}

	private static IntegrationView event(String name) {
		return view(new IntegrationDetails(new Region("eu-west-2"), Kind.EVENT_INTEGRATION,
				Scans.arn("event-integration/" + name), null, name, null, Map.of(), Map.of(), null, null, null,
				List.of(), Scans.STARTED));
	}

	private static IntegrationView data(Map<String, Object> fields) {
		return view(new IntegrationDetails(new Region("eu-west-2"), Kind.DATA_INTEGRATION,
				Scans.arn("data-integration/" + ID), ID, "handbook", null, fields, Map.of(), null, null, List.of(),
				List.of(), Scans.STARTED));
	}

	private static IntegrationView view(IntegrationDetails details) {
		Instant now = Scans.STARTED.plusSeconds(1);
		return IntegrationView.of(Scans.ACCOUNT, details, "operator", "http://127.0.0.1:8080", now,
				new Holdings(Map.of(), List.of(), List.of()), null);
	}

}
