package dev.appintegrations.console.inventory.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

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
