package dev.appintegrations.emulator.appintegrations;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.appintegrations.emulator.appintegrations.Bounds.Bound;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationResponse;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationSummary;
import software.amazon.awssdk.services.appintegrations.model.DuplicateResourceException;
import software.amazon.awssdk.services.appintegrations.model.FileConfiguration;
import software.amazon.awssdk.services.appintegrations.model.GetDataIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.GetDataIntegrationResponse;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.appintegrations.model.ResourceNotFoundException;
import software.amazon.awssdk.services.appintegrations.model.ScheduleConfiguration;
import software.amazon.awssdk.services.appintegrations.model.UpdateDataIntegrationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The operations of data integrations.
 */
class DataIntegrationTests {

	private static final String UUID = "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}";

	private final Caller caller = Caller.unlimited();

	private CreateDataIntegrationResponse created(String name) {
		return this.caller.sdk()
			.createDataIntegration(Samples.dataIntegration().andThen((request) -> request.name(name)));
	}

	private GetDataIntegrationResponse get(String identifier) {
		return this.caller.sdk().getDataIntegration((request) -> request.identifier(identifier));
	}

	@Nested
	class Create {

		@Test
		void answersWithEverythingThatWasSentAndAnArnAndId() {
			CreateDataIntegrationResponse created = caller.sdk()
				.createDataIntegration((request) -> request.name("knowledge/base.v1")
					.description("Articles")
					.kmsKey("arn:aws:kms:eu-west-2:111122223333:key/1")
					.sourceURI("Salesforce://AppFlow/sales")
					.scheduleConfig((schedule) -> schedule.scheduleExpression("rate(1 hours)")
						.object("Knowledge__kav")
						.firstExecutionFrom("1761955200000"))
					.fileConfiguration((files) -> files.folders("guides").filters(Map.of("type", List.of("pdf"))))
					.objectConfiguration(Map.of("Knowledge", Map.of("fields", List.of("Title"))))
					.tags(Map.of("team", "support"))
					.clientToken("token-1"));
			assertThat(created.id()).matches(UUID);
			assertThat(created.arn()).isEqualTo(
					"arn:aws:app-integrations:eu-west-2:" + caller.account() + ":data-integration/" + created.id());
			assertThat(created.name()).isEqualTo("knowledge/base.v1");
			assertThat(created.description()).isEqualTo("Articles");
			assertThat(created.kmsKey()).isEqualTo("arn:aws:kms:eu-west-2:111122223333:key/1");
			assertThat(created.sourceURI()).isEqualTo("Salesforce://AppFlow/sales");
			assertThat(created.scheduleConfiguration()).isEqualTo(ScheduleConfiguration.builder()
				.scheduleExpression("rate(1 hours)")
				.object("Knowledge__kav")
				.firstExecutionFrom("1761955200000")
				.build());
			assertThat(created.fileConfiguration()).isEqualTo(
					FileConfiguration.builder().folders("guides").filters(Map.of("type", List.of("pdf"))).build());
			assertThat(created.objectConfiguration())
				.isEqualTo(Map.of("Knowledge", Map.of("fields", List.of("Title"))));
			assertThat(created.tags()).isEqualTo(Map.of("team", "support"));
			assertThat(created.clientToken()).isEqualTo("token-1");
		}

		@Test
		void refusesNameThatIsTaken() {
			created("handbook");
			assertThatExceptionOfType(DuplicateResourceException.class).isThrownBy(() -> created("handbook"))
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(409));
		}

		@Test
		void tellsNamesApartByCase() {
			created("handbook");
			assertThat(created("Handbook").name()).isEqualTo("Handbook");
		}

		@Test
		void allowsTheSameNameInAnotherRegion() {
			created("handbook");
			assertThat(caller.in("us-east-1")
				.sdk()
				.createDataIntegration(Samples.dataIntegration().andThen((request) -> request.name("handbook")))
				.arn()).contains(":us-east-1:");
		}

		static Stream<Bound<CreateDataIntegrationRequest.Builder>> bounds() {
			return new Bounds<CreateDataIntegrationRequest.Builder>()
				.length("name", 1, 255, CreateDataIntegrationRequest.Builder::name)
				.accepts("name", CreateDataIntegrationRequest.Builder::name, "a/b", "a//b", "..", "a.b_c-9",
						"%2F".substring(1))
				.refuses("name", CreateDataIntegrationRequest.Builder::name, "a b", "a:b", "a%b", "\u00e4", "a\n", "\n")
				.requires("name", (request) -> request.name(null))
				.length("kmsKey", 1, 255, CreateDataIntegrationRequest.Builder::kmsKey)
				.refuses("kmsKey", CreateDataIntegrationRequest.Builder::kmsKey, " ", "\t \n")
				.requires("kmsKey", (request) -> request.kmsKey(null))
				.length("description", 0, 1000, CreateDataIntegrationRequest.Builder::description)
				.accepts("description", "1000 emoji", (request) -> request.description("\ud83d\ude00".repeat(1000)))
				.refuses("description", "1001 emoji", (request) -> request.description("\ud83d\ude00".repeat(1001)))
				.length("sourceURI", "s3://", 1, 1000, CreateDataIntegrationRequest.Builder::sourceURI)
				.accepts("sourceURI", CreateDataIntegrationRequest.Builder::sourceURI, "s3://ab",
						"AmazonConnect://AppIntegrations", "Salesforce://AppFlow/a,b")
				.refuses("sourceURI", CreateDataIntegrationRequest.Builder::sourceURI, "", "s3:/bucket", "bucket",
						"s3://a", "s3://a b", "see s3://bucket", "s3://bucket\n")
				.requires("scheduleConfig.scheduleExpression",
						(request) -> request.scheduleConfig((schedule) -> schedule.object("Knowledge")))
				.length("scheduleConfig.scheduleExpression", 1, 255,
						schedule(ScheduleConfiguration.Builder::scheduleExpression))
				.refuses("scheduleConfig.scheduleExpression",
						schedule(ScheduleConfiguration.Builder::scheduleExpression), " ")
				.length("scheduleConfig.object", 1, 255, schedule(ScheduleConfiguration.Builder::object))
				.refuses("scheduleConfig.object", schedule(ScheduleConfiguration.Builder::object), "a b", "a*")
				.length("scheduleConfig.firstExecutionFrom", 1, 255,
						schedule(ScheduleConfiguration.Builder::firstExecutionFrom))
				.refuses("scheduleConfig.firstExecutionFrom",
						schedule(ScheduleConfiguration.Builder::firstExecutionFrom), " ")
				.size("fileConfiguration.folders", 1, 10,
						(request, size) -> request
							.fileConfiguration((files) -> files.folders(Bounds.list(size, (i) -> "f" + i))))
				.requires("fileConfiguration.folders",
						(request) -> request
							.fileConfiguration((files) -> files.filters(Map.of("type", List.of("pdf")))))
				.length("fileConfiguration.folders", 1, 200,
						(request, text) -> request.fileConfiguration((files) -> files.folders(text)))
				.refuses("fileConfiguration.folders",
						(request, text) -> request.fileConfiguration((files) -> files.folders(text)), " ")
				.length("fileConfiguration.filters", 1, 255, (request, key) -> filters(request, key, List.of("pdf")))
				.refuses("fileConfiguration.filters", (request, key) -> filters(request, key, List.of("pdf")), " ")
				.size("fileConfiguration.filters", 1, 2048,
						(request, size) -> filters(request, "type", Bounds.list(size, (i) -> "t" + i)))
				.length("fileConfiguration.filters", 1, 255,
						(request, value) -> filters(request, "type", List.of(value)))
				.refuses("fileConfiguration.filters", (request, value) -> filters(request, "type", List.of(value)),
						"a b")
				.length("objectConfiguration", 1, 255,
						(request, key) -> request.objectConfiguration(Map.of(key, Map.of("f", List.of("v")))))
				.length("objectConfiguration", 1, 255,
						(request, key) -> request.objectConfiguration(Map.of("o", Map.of(key, List.of("v")))))
				.size("objectConfiguration", 1, 2048,
						(request, size) -> request
							.objectConfiguration(Map.of("o", Map.of("f", Bounds.list(size, (i) -> "v" + i)))))
				.refuses("objectConfiguration",
						(request, value) -> request.objectConfiguration(Map.of("o", Map.of("f", List.of(value)))),
						"a b")
				.size("tags", 1, 200, (request, size) -> request.tags(Bounds.tags(size)))
				.length("tags", 1, 128, (request, key) -> request.tags(Map.of(key, "value")))
				.length("tags", 0, 256, (request, value) -> request.tags(Map.of("key", value)))
				.length("clientToken", 1, 2048, CreateDataIntegrationRequest.Builder::clientToken)
				.stream();
		}

		private static BiConsumer<CreateDataIntegrationRequest.Builder, String> schedule(
				BiConsumer<ScheduleConfiguration.Builder, String> setter) {
			return (request, text) -> request
				.scheduleConfig((schedule) -> setter.accept(schedule.scheduleExpression("rate(1 hours)"), text));
		}

		private static void filters(CreateDataIntegrationRequest.Builder request, String key, List<String> values) {
			request.fileConfiguration((files) -> files.folders("guides").filters(Map.of(key, values)));
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<CreateDataIntegrationRequest.Builder> bound) {
			bound.hold(() -> caller.sdk().createDataIntegration(Samples.dataIntegration().andThen(bound.change())));
		}

		@Test
		void namesEveryBoundThatIsBroken() {
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(
						() -> caller.sdk().createDataIntegration((request) -> request.name("a b").sourceURI("nowhere")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage())
					.startsWith("3 validation errors detected")
					.contains("'name'", "'sourceURI'", "'kmsKey'"));
		}

		@Test
		void createsNothingWhenRefused() {
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> caller.sdk().createDataIntegration((request) -> request.name("a")));
			assertThat(caller.sdk().listDataIntegrations((request) -> {
			}).dataIntegrations()).isEmpty();
		}

	}

	@Nested
	class Get {

		@Test
		void findsByNameByIdAndByArn() {
			CreateDataIntegrationResponse created = created("handbook");
			assertThat(Stream.of("handbook", created.id(), created.arn()).map((identifier) -> get(identifier).arn()))
				.containsOnly(created.arn());
		}

		@Test
		void showsWhatWasCreated() {
			caller.sdk()
				.createDataIntegration((request) -> request.name("kb")
					.description("")
					.kmsKey("key")
					.sourceURI("Zendesk://AppFlow/desk")
					.scheduleConfig((schedule) -> schedule.scheduleExpression("rate(6 hours)"))
					.tags(Map.of("a", "")));
			GetDataIntegrationResponse shown = get("kb");
			assertThat(shown.description()).isEmpty();
			assertThat(shown.kmsKey()).isEqualTo("key");
			assertThat(shown.sourceURI()).isEqualTo("Zendesk://AppFlow/desk");
			assertThat(shown.scheduleConfiguration().scheduleExpression()).isEqualTo("rate(6 hours)");
			assertThat(shown.fileConfiguration()).isNull();
			assertThat(shown.tags()).isEqualTo(Map.of("a", ""));
		}

		@Test
		void tellsNamesWithSlashesAndDotsApart() {
			Stream.of("a/b", "a//b", "a", "..", "a/../b", ".").forEach(DataIntegrationTests.this::created);
			assertThat(Stream.of("a/b", "a//b", "a", "..", "a/../b", ".").map((name) -> get(name).name()))
				.containsExactly("a/b", "a//b", "a", "..", "a/../b", ".");
		}

		@Test
		void prefersAnIdToANameThatLooksLikeIt() {
			CreateDataIntegrationResponse created = created("first");
			created(created.id());
			assertThat(get(created.id()).name()).isEqualTo("first");
		}

		@Test
		void knowsNothingOfOtherAccountsAndRegions() {
			String arn = created("handbook").arn();
			for (Caller other : List.of(Caller.fresh(), caller.in("us-east-1"))) {
				assertThatExceptionOfType(ResourceNotFoundException.class)
					.isThrownBy(() -> other.sdk().getDataIntegration((request) -> request.identifier(arn)))
					.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(404));
			}
		}

		static Stream<Bound<GetDataIntegrationRequest.Builder>> bounds() {
			return new Bounds<GetDataIntegrationRequest.Builder>()
				.accepts("identifier", GetDataIntegrationRequest.Builder::identifier, "x", "x".repeat(255),
						"any thing: \u00e4%2F")
				.refuses("identifier", GetDataIntegrationRequest.Builder::identifier, "x".repeat(256), " ", "\t\n")
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<GetDataIntegrationRequest.Builder> bound) {
			bound.holdForUnknown(() -> caller.sdk().getDataIntegration(bound.change()));
		}

	}

	@Nested
	class Update {

		@Test
		void changesDescriptionAndNameAndNothingElse() {
			CreateDataIntegrationResponse created = created("before");
			caller.sdk()
				.updateDataIntegration(
						(request) -> request.identifier(created.arn()).name("after").description("Described"));
			GetDataIntegrationResponse shown = get("after");
			assertThat(shown.description()).isEqualTo("Described");
			assertThat(shown.arn()).isEqualTo(created.arn());
			assertThat(shown.sourceURI()).isEqualTo(created.sourceURI());
			assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> get("before"));
		}

		@Test
		void refusesTheNameOfAnother() {
			created("one");
			created("two");
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(
					() -> caller.sdk().updateDataIntegration((request) -> request.identifier("two").name("one")));
			assertThat(get("two").name()).isEqualTo("two");
		}

		@Test
		void keepsItsOwnName() {
			created("one");
			caller.sdk().updateDataIntegration((request) -> request.identifier("one").name("one").description("Same"));
			assertThat(get("one").description()).isEqualTo("Same");
		}

		static Stream<Bound<UpdateDataIntegrationRequest.Builder>> bounds() {
			return new Bounds<UpdateDataIntegrationRequest.Builder>()
				.accepts("identifier", UpdateDataIntegrationRequest.Builder::identifier, "x".repeat(255))
				.refuses("identifier", UpdateDataIntegrationRequest.Builder::identifier, "x".repeat(256), " ")
				.length("name", 1, 255, UpdateDataIntegrationRequest.Builder::name)
				.refuses("name", UpdateDataIntegrationRequest.Builder::name, "a b")
				.length("description", 0, 1000, UpdateDataIntegrationRequest.Builder::description)
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<UpdateDataIntegrationRequest.Builder> bound) {
			Consumer<UpdateDataIntegrationRequest.Builder> unknown = (request) -> request.identifier("unknown");
			bound.holdForUnknown(() -> caller.sdk().updateDataIntegration(unknown.andThen(bound.change())));
		}

	}

	@Nested
	class Delete {

		@Test
		void deletesByNameIdOrArn() {
			created("by-name");
			String id = created("by-id").id();
			String arn = created("by-arn").arn();
			Stream.of("by-name", id, arn)
				.forEach((identifier) -> caller.sdk()
					.deleteDataIntegration((request) -> request.dataIntegrationIdentifier(identifier)));
			assertThat(caller.sdk().listDataIntegrations((request) -> {
			}).dataIntegrations()).isEmpty();
		}

		@Test
		void refusesTheSecondTime() {
			created("once");
			caller.sdk().deleteDataIntegration((request) -> request.dataIntegrationIdentifier("once"));
			assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(
					() -> caller.sdk().deleteDataIntegration((request) -> request.dataIntegrationIdentifier("once")));
		}

		@Test
		void refusesWhileAssociated() {
			Caller sandbox = Caller.withScenario("sandbox", "us-east-1");
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> sandbox.sdk()
					.deleteDataIntegration((request) -> request.dataIntegrationIdentifier("handbook")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage()).contains("handbook", "associated"));
			assertThat(sandbox.sdk().getDataIntegration((request) -> request.identifier("handbook")).name())
				.isEqualTo("handbook");
		}

		@Test
		void freesTheName() {
			String before = created("again").id();
			caller.sdk().deleteDataIntegration((request) -> request.dataIntegrationIdentifier("again"));
			assertThat(created("again").id()).isNotEqualTo(before);
		}

	}

	@Nested
	class ListAll {

		@Test
		void namesArnNameAndSourceInOrderOfCreation() {
			CreateDataIntegrationResponse zulu = created("zulu");
			CreateDataIntegrationResponse alpha = created("alpha");
			assertThat(caller.sdk().listDataIntegrations((request) -> {
			}).dataIntegrations()).containsExactly(summary(zulu), summary(alpha));
		}

		private static DataIntegrationSummary summary(CreateDataIntegrationResponse created) {
			return DataIntegrationSummary.builder()
				.arn(created.arn())
				.name(created.name())
				.sourceURI(created.sourceURI())
				.build();
		}

	}

}
