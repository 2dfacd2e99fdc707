package dev.appintegrations.emulator.appintegrations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.appintegrations.emulator.appintegrations.Bounds.Bound;
import dev.appintegrations.emulator.appintegrations.Caller.Answer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.model.ApplicationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.ApplicationSourceConfig;
import software.amazon.awssdk.services.appintegrations.model.ApplicationSummary;
import software.amazon.awssdk.services.appintegrations.model.CreateApplicationRequest;
import software.amazon.awssdk.services.appintegrations.model.CreateApplicationResponse;
import software.amazon.awssdk.services.appintegrations.model.DuplicateResourceException;
import software.amazon.awssdk.services.appintegrations.model.ExternalUrlConfig;
import software.amazon.awssdk.services.appintegrations.model.GetApplicationRequest;
import software.amazon.awssdk.services.appintegrations.model.GetApplicationResponse;
import software.amazon.awssdk.services.appintegrations.model.IframeConfig;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.appintegrations.model.Publication;
import software.amazon.awssdk.services.appintegrations.model.ResourceNotFoundException;
import software.amazon.awssdk.services.appintegrations.model.Subscription;
import software.amazon.awssdk.services.appintegrations.model.UpdateApplicationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The operations of applications, with what AWS has added since the SDK in use as signed
 * raw HTTP.
 */
class ApplicationTests {

	private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

	private static final String SECRET = "arn:aws:secretsmanager:eu-west-2:111122223333:secret:a2a-key";

	private final Caller caller = Caller.unlimited();

	private CreateApplicationResponse created(String name) {
		return caller.sdk().createApplication(Samples.application().andThen((request) -> request.name(name)));
	}

	private GetApplicationResponse get(String arn) {
		return caller.sdk().getApplication((request) -> request.arn(arn));
	}

	private static Map<String, Object> with(String member, Object value) {
		return Map.of("Name", Samples.name(), "Namespace", Samples.name(), "ApplicationSourceConfig",
				Map.of("ExternalUrlConfig", Map.of("AccessUrl", "https://agent.example.com/a2a")), member, value);
	}

	private static Map<String, Object> agentServer(Object authConfig) {
		return Map.of("Name", Samples.name(), "Namespace", Samples.name(), "ApplicationSourceConfig",
				Map.of("ExternalUrlConfig", Map.of("AccessUrl", "https://agent.example.com/a2a")), "ApplicationType",
				"A2A_SERVER", "AuthConfig", authConfig);
	}

	@Nested
	class Create {

		@Test
		void answersWithArnAndId() {
			CreateApplicationResponse created = created("Order desk");
			assertThat(created.arn())
				.isEqualTo("arn:aws:app-integrations:eu-west-2:" + caller.account() + ":application/" + created.id());
		}

		@Test
		void refusesNameThatIsTaken() {
			created("Order desk");
			assertThatExceptionOfType(DuplicateResourceException.class).isThrownBy(() -> created("Order desk"));
		}

		@Test
		void refusesNamespaceThatIsTaken() {
			caller.sdk().createApplication(Samples.application().andThen((request) -> request.namespace("taken")));
			assertThatExceptionOfType(DuplicateResourceException.class).isThrownBy(() -> caller.sdk()
				.createApplication(Samples.application().andThen((request) -> request.namespace("taken"))));
		}

		@SuppressWarnings("deprecation") // AWS still takes what it has deprecated
		static Stream<Bound<CreateApplicationRequest.Builder>> bounds() {
			return new Bounds<CreateApplicationRequest.Builder>()
				.length("name", 1, 255, CreateApplicationRequest.Builder::name)
				.accepts("name", CreateApplicationRequest.Builder::name, "Order desk/2_a.b-c", " ")
				.refuses("name", CreateApplicationRequest.Builder::name, "a:b", "a\tb", "a\n", "\u00e4")
				.requires("name", (request) -> request.name(null))
				.length("namespace", 1, 211, CreateApplicationRequest.Builder::namespace)
				.refuses("namespace", CreateApplicationRequest.Builder::namespace, "a b", "a:b")
				.requires("namespace", (request) -> request.namespace(null))
				.length("description", 0, 1000, CreateApplicationRequest.Builder::description)
				.requires("applicationSourceConfig",
						(request) -> request.applicationSourceConfig((ApplicationSourceConfig) null))
				.length("applicationSourceConfig.externalUrlConfig.accessUrl", "https://", 1, 1000,
						url(ExternalUrlConfig.Builder::accessUrl))
				.refuses("applicationSourceConfig.externalUrlConfig.accessUrl",
						url(ExternalUrlConfig.Builder::accessUrl), "", "orders.example.com", "see https://example.com")
				.requires("applicationSourceConfig.externalUrlConfig.accessUrl",
						(request) -> request.applicationSourceConfig(
								(source) -> source.externalUrlConfig((url) -> url.approvedOrigins("https://a"))))
				.size("applicationSourceConfig.externalUrlConfig.approvedOrigins", 1, 50, (request, size) -> url(
						(url, any) -> url.approvedOrigins(Bounds.list(size, (i) -> "https://" + i + ".example.com")))
					.accept(request, ""))
				.length("applicationSourceConfig.externalUrlConfig.approvedOrigins", "https://", 1, 128,
						url((url, origin) -> url.approvedOrigins(origin)))
				.refuses("applicationSourceConfig.externalUrlConfig.approvedOrigins",
						url((url, origin) -> url.approvedOrigins(origin)), "", "example.com")
				.size("permissions", 0, 150,
						(request, size) -> request.permissions(Bounds.list(size, (i) -> "Permission." + i)))
				.length("permissions", 1, 255, (request, permission) -> request.permissions(List.of(permission)))
				.accepts("permissions", (request, permission) -> request.permissions(List.of(permission)), "*", "a.*")
				.refuses("permissions", (request, permission) -> request.permissions(List.of(permission)), "a b", "a:b")
				.accepts("initializationTimeout", "1 ms", (request) -> request.initializationTimeout(1))
				.refuses("initializationTimeout", "0 ms", (request) -> request.initializationTimeout(0))
				.accepts("initializationTimeout", "600000 ms", (request) -> request.initializationTimeout(600_000))
				.refuses("initializationTimeout", "600001 ms", (request) -> request.initializationTimeout(600_001))
				.refuses("initializationTimeout", "-1 ms", (request) -> request.initializationTimeout(-1))
				.size("iframeConfig.allow", 0, 25,
						(request, size) -> request
							.iframeConfig((frame) -> frame.allow(Bounds.list(size, (i) -> "camera"))))
				.length("iframeConfig.allow", 1, 100, iframe((frame, value) -> frame.allow(value)))
				.refuses("iframeConfig.allow", iframe((frame, value) -> frame.allow(value)), "Camera", "a b", "a1")
				.size("iframeConfig.sandbox", 0, 25,
						(request, size) -> request
							.iframeConfig((frame) -> frame.sandbox(Bounds.list(size, (i) -> "allow-forms"))))
				.length("iframeConfig.sandbox", 1, 100, iframe((frame, value) -> frame.sandbox(value)))
				.accepts("applicationType", CreateApplicationRequest.Builder::applicationType, "STANDARD", "SERVICE",
						"MCP_SERVER")
				.refuses("applicationType", CreateApplicationRequest.Builder::applicationType, "", "standard", "OTHER")
				.accepts("applicationConfig.contactHandling.scope", Create::scope, "CROSS_CONTACTS", "PER_CONTACT")
				.refuses("applicationConfig.contactHandling.scope", Create::scope, "ALL")
				.size("subscriptions", 0, 50,
						(request, size) -> request
							.subscriptions(Bounds.list(size, (i) -> subscription("ns::event" + i))))
				.length("subscriptions", "ns::", 1, 255,
						(request, event) -> request.subscriptions(List.of(subscription(event))))
				.accepts("subscriptions", (request, event) -> request.subscriptions(List.of(subscription(event))),
						"a/b.c_d-e::f*")
				.refuses("subscriptions", (request, event) -> request.subscriptions(List.of(subscription(event))), "",
						"event", "ns:event", "ns::", "ns::**")
				.requires("subscriptions", (request) -> request.subscriptions(List.of(Subscription.builder().build())))
				.length("subscriptions", 0, 1000,
						(request, text) -> request
							.subscriptions(List.of(Subscription.builder().event("ns::e").description(text).build())))
				.size("publications", 0, 50,
						(request, size) -> request
							.publications(Bounds.list(size, (i) -> publication("ns::e" + i, "{}"))))
				.length("publications", 1, 10240,
						(request, schema) -> request.publications(List.of(publication("ns::e", schema))))
				.refuses("publications", (request, event) -> request.publications(List.of(publication(event, "{}"))),
						"event")
				.requires("publications",
						(request) -> request.publications(List.of(Publication.builder().event("ns::e").build())))
				.length("clientToken", 1, 2048, CreateApplicationRequest.Builder::clientToken)
				.size("tags", 1, 200, (request, size) -> request.tags(Bounds.tags(size)))
				.length("tags", 1, 128, (request, key) -> request.tags(Map.of(key, "value")))
				.length("tags", 0, 256, (request, value) -> request.tags(Map.of("key", value)))
				.stream();
		}

		private static BiConsumer<CreateApplicationRequest.Builder, String> url(
				BiConsumer<ExternalUrlConfig.Builder, String> setter) {
			return (request, text) -> request.applicationSourceConfig((source) -> source
				.externalUrlConfig((url) -> setter.accept(url.accessUrl("https://orders.example.com/"), text)));
		}

		private static BiConsumer<CreateApplicationRequest.Builder, String> iframe(
				BiConsumer<IframeConfig.Builder, String> setter) {
			return (request, text) -> request.iframeConfig((frame) -> setter.accept(frame, text));
		}

		private static void scope(CreateApplicationRequest.Builder request, String scope) {
			request.applicationConfig((config) -> config.contactHandling((handling) -> handling.scope(scope)));
		}

		private static Subscription subscription(String event) {
			return Subscription.builder().event(event).build();
		}

		private static Publication publication(String event, String schema) {
			return Publication.builder().event(event).schema(schema).build();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<CreateApplicationRequest.Builder> bound) {
			bound.hold(() -> caller.sdk().createApplication(Samples.application().andThen(bound.change())));
		}

		@Test
		void takesAgentServersThatSignInWithAKey() {
			Answer created = caller.send("POST", "/applications",
					agentServer(Map.of("AuthType", "API_KEY", "CredentialProviderIdentifier", SECRET)));
			assertThat(created.outcome()).isEqualTo("200");
			Answer shown = caller.send("GET", "/applications/" + created.json().get("Id").stringValue(), null);
			assertThat(shown.json().get("ApplicationType").stringValue()).isEqualTo("A2A_SERVER");
			assertThat(shown.json().get("AuthConfig").get("CredentialProviderIdentifier").stringValue())
				.isEqualTo(SECRET);
		}

		static Stream<Map<String, String>> takesAuthConfig() {
			return Stream.of(Map.of("AuthType", "CONNECT_JWT"),
					Map.of("AuthType", "CONNECT_JWT", "AudienceOverride", "a"),
					Map.of("AuthType", "CONNECT_JWT", "AudienceOverride", "a".repeat(255)),
					Map.of("AuthType", "API_KEY", "CredentialProviderIdentifier", SECRET));
		}

		@ParameterizedTest
		@MethodSource
		void takesAuthConfig(Map<String, String> authConfig) {
			assertThat(caller.send("POST", "/applications", agentServer(authConfig)).outcome()).isEqualTo("200");
		}

		static Stream<Map<String, String>> refusesAuthConfig() {
			return Stream.of(Map.of(), Map.of("AuthType", "OTHER"), Map.of("AuthType", "API_KEY"),
					Map.of("AuthType", "API_KEY", "CredentialProviderIdentifier", "not-an-arn"),
					Map.of("AuthType", "API_KEY", "CredentialProviderIdentifier", SECRET, "AudienceOverride", "a"),
					Map.of("CredentialProviderIdentifier", SECRET), Map.of("AudienceOverride", "a"),
					Map.of("AuthType", "CONNECT_JWT", "CredentialProviderIdentifier", SECRET),
					Map.of("AuthType", "CONNECT_JWT", "AudienceOverride", ""),
					Map.of("AuthType", "CONNECT_JWT", "AudienceOverride", " "),
					Map.of("AuthType", "CONNECT_JWT", "AudienceOverride", "a".repeat(256)),
					Map.of("AuthType", "CONNECT_JWT", "AudienceOverride", "https://x.connect.amazonaws.com/"));
		}

		@ParameterizedTest
		@MethodSource
		void refusesAuthConfig(Map<String, String> authConfig) {
			assertThat(caller.send("POST", "/applications", agentServer(authConfig)).outcome())
				.isEqualTo("400 InvalidRequestException");
		}

		@Test
		void refusesAgentServerWithoutAuthConfig() {
			assertThat(caller.send("POST", "/applications", with("ApplicationType", "A2A_SERVER")).outcome())
				.isEqualTo("400 InvalidRequestException");
		}

		@Test
		void needsNoAuthConfigForOtherTypes() {
			assertThat(caller.send("POST", "/applications", with("ApplicationType", "MCP_SERVER")).outcome())
				.isEqualTo("200");
		}

	}

	@Nested
	class Get {

		@Test
		void showsWhatWasCreated() {
			CreateApplicationResponse created = caller.sdk()
				.createApplication((request) -> request.name("Order desk")
					.namespace("example.order-desk")
					.description("Orders")
					.applicationSourceConfig(
							(source) -> source.externalUrlConfig((url) -> url.accessUrl("https://orders.example.com/")
								.approvedOrigins("https://agents.example.com")))
					.permissions("Contact.Details.View")
					.initializationTimeout(5000)
					.iframeConfig((frame) -> frame.allow("camera").sandbox("allow-forms"))
					.applicationConfig((config) -> config.contactHandling((handling) -> handling.scope("PER_CONTACT")))
					.applicationType("MCP_SERVER")
					.tags(Map.of("team", "support")));
			GetApplicationResponse shown = get(created.arn());
			assertThat(shown.arn()).isEqualTo(created.arn());
			assertThat(shown.id()).isEqualTo(created.id());
			assertThat(shown.name()).isEqualTo("Order desk");
			assertThat(shown.namespace()).isEqualTo("example.order-desk");
			assertThat(shown.description()).isEqualTo("Orders");
			assertThat(shown.applicationSourceConfig().externalUrlConfig().approvedOrigins())
				.containsExactly("https://agents.example.com");
			assertThat(shown.permissions()).containsExactly("Contact.Details.View");
			assertThat(shown.initializationTimeout()).isEqualTo(5000);
			assertThat(shown.iframeConfig().sandbox()).containsExactly("allow-forms");
			assertThat(shown.applicationConfig().contactHandling().scopeAsString()).isEqualTo("PER_CONTACT");
			assertThat(shown.applicationTypeAsString()).isEqualTo("MCP_SERVER");
			assertThat(shown.tags()).isEqualTo(Map.of("team", "support"));
			assertThat(shown.createdTime()).isEqualTo(shown.lastModifiedTime());
		}

		@Test
		void isStandardUnlessCreatedOtherwise() {
			assertThat(get(created("Order desk").arn()).applicationTypeAsString()).isEqualTo("STANDARD");
		}

		@Test
		void findsByIdByArnAndWithQualifier() {
			CreateApplicationResponse created = created("Order desk");
			assertThat(Stream.of(created.id(), created.arn(), created.id() + ":LATEST", created.arn() + ":$1")
				.map((identifier) -> get(identifier).arn())).containsOnly(created.arn());
		}

		@Test
		void showsWhichRegionChangedItLast() {
			String id = created("Order desk").id();
			assertThat(caller.send("GET", "/applications/" + id, null).json().get("LastModifiedRegion").stringValue())
				.isEqualTo("eu-west-2");
		}

		@Test
		void writesTimesAsPlainSecondsWithMilliseconds() {
			String id = created("Order desk").id();
			assertThat(caller.send("GET", "/applications/" + id, null).text())
				.containsPattern("\"CreatedTime\":\\d{10}\\.\\d{3}[,}]");
		}

		static Stream<Bound<GetApplicationRequest.Builder>> bounds() {
			return new Bounds<GetApplicationRequest.Builder>()
				.accepts("arn", GetApplicationRequest.Builder::arn, UNKNOWN, UNKNOWN + ":q",
						"arn:aws:app-integrations:eu-west-2:111122223333:application/" + UNKNOWN)
				.refuses("arn", GetApplicationRequest.Builder::arn, "Order desk", UNKNOWN.substring(1),
						UNKNOWN.replace("0", "A"), UNKNOWN + ":", "arn:aws-cn:app-integrations:x:1:application/x",
						"arn:aws:x:x:1:" + "a".repeat(1025))
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<GetApplicationRequest.Builder> bound) {
			bound.holdForUnknown(() -> caller.sdk().getApplication(bound.change()));
		}

	}

	@Nested
	class Update {

		@Test
		void changesWhatIsSentAndKeepsTheRest() {
			CreateApplicationResponse created = created("Order desk");
			GetApplicationResponse before = get(created.arn());
			caller.advance(60_000);
			caller.sdk()
				.updateApplication((request) -> request.arn(created.id())
					.name("Order desk 2")
					.description("Changed")
					.permissions(List.of()));
			GetApplicationResponse after = get(created.arn());
			assertThat(after.name()).isEqualTo("Order desk 2");
			assertThat(after.description()).isEqualTo("Changed");
			assertThat(after.permissions()).isEmpty();
			assertThat(after.namespace()).isEqualTo(before.namespace());
			assertThat(after.applicationSourceConfig()).isEqualTo(before.applicationSourceConfig());
			assertThat(after.createdTime()).isEqualTo(before.createdTime());
			assertThat(after.lastModifiedTime()).isAfterOrEqualTo(before.lastModifiedTime().plusSeconds(60));
		}

		@Test
		void refusesTheNameOfAnother() {
			created("One");
			String two = created("Two").arn();
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> caller.sdk().updateApplication((request) -> request.arn(two).name("One")));
		}

		@Test
		void holdsAuthConfigAgainstTheTypeThatItHas() {
			String id = created("Agent").id();
			assertThat(caller.send("PATCH", "/applications/" + id, Map.of("ApplicationType", "A2A_SERVER")).outcome())
				.isEqualTo("400 InvalidRequestException");
			assertThat(
					caller
						.send("PATCH", "/applications/" + id,
								Map.of("ApplicationType", "A2A_SERVER", "AuthConfig",
										Map.of("AuthType", "CONNECT_JWT")))
						.outcome())
				.isEqualTo("200");
			assertThat(caller.send("PATCH", "/applications/" + id, Map.of("AuthConfig", Map.of())).outcome())
				.isEqualTo("400 InvalidRequestException");
		}

		static Stream<Bound<UpdateApplicationRequest.Builder>> bounds() {
			return new Bounds<UpdateApplicationRequest.Builder>()
				.refuses("arn", UpdateApplicationRequest.Builder::arn, "Order desk")
				.length("name", 1, 255, UpdateApplicationRequest.Builder::name)
				.refuses("name", UpdateApplicationRequest.Builder::name, "a:b")
				.length("description", 0, 1000, UpdateApplicationRequest.Builder::description)
				.refuses("applicationType", UpdateApplicationRequest.Builder::applicationType, "OTHER")
				.size("permissions", 0, 150,
						(request, size) -> request.permissions(Bounds.list(size, (i) -> "Permission." + i)))
				.accepts("initializationTimeout", "600000 ms", (request) -> request.initializationTimeout(600_000))
				.refuses("initializationTimeout", "600001 ms", (request) -> request.initializationTimeout(600_001))
				.size("applicationSourceConfig.externalUrlConfig.approvedOrigins", 1, 50,
						(request,
								size) -> request.applicationSourceConfig((source) -> source
									.externalUrlConfig((url) -> url.accessUrl("https://orders.example.com/")
										.approvedOrigins(Bounds.list(size, (i) -> "https://" + i)))))
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<UpdateApplicationRequest.Builder> bound) {
			Consumer<UpdateApplicationRequest.Builder> unknown = (request) -> request.arn(UNKNOWN);
			bound.holdForUnknown(() -> caller.sdk().updateApplication(unknown.andThen(bound.change())));
		}

	}

	@Nested
	class Delete {

		private final Caller sandbox = Caller.withScenario("sandbox", "us-east-1");

		private final String associated = sandbox.sdk().listApplications((request) -> {
		}).applications().getFirst().id();

		@Test
		void deletesByIdOrArn() {
			CreateApplicationResponse one = created("One");
			CreateApplicationResponse two = created("Two");
			caller.sdk().deleteApplication((request) -> request.arn(one.id()));
			caller.sdk().deleteApplication((request) -> request.arn(two.arn()));
			assertThat(caller.sdk().listApplications((request) -> {
			}).applications()).isEmpty();
			assertThatExceptionOfType(ResourceNotFoundException.class)
				.isThrownBy(() -> caller.sdk().deleteApplication((request) -> request.arn(one.id())));
		}

		@Test
		void refusesWhileAssociated() {
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> sandbox.sdk().deleteApplication((request) -> request.arn(associated)))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage()).contains("associated"));
		}

		@Test
		void refusesWhileAssociatedWhenForceIsFalse() {
			assertThat(sandbox.send("DELETE", "/applications/" + associated + "?force=false", null).outcome())
				.isEqualTo("400 InvalidRequestException");
		}

		@Test
		void deletesWithItsAssociationsWhenForced() {
			assertThat(sandbox.send("DELETE", "/applications/" + associated + "?force=true", null).outcome())
				.isEqualTo("200");
			assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(
					() -> sandbox.sdk().listApplicationAssociations((request) -> request.applicationId(associated)));
		}

		@Test
		void deletesByForceThroughAnSdkThatDoesNotKnowIt() {
			sandbox.sdk()
				.deleteApplication((request) -> request.arn(associated)
					.overrideConfiguration((override) -> override.putRawQueryParameter("force", "true")));
			assertThat(sandbox.sdk().listApplications((request) -> {
			}).applications()).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "yes", "1", "TRUE", "" })
		void refusesForceThatIsNeitherTrueNorFalse(String force) {
			assertThat(sandbox.send("DELETE", "/applications/" + associated + "?force=" + force, null).outcome())
				.isEqualTo("400 SerializationException");
		}

	}

	@Nested
	class ListAll {

		@Test
		@SuppressWarnings("deprecation") // AWS still shows what it has deprecated
		void summarisesInOrderOfCreation() {
			String zulu = created("Zulu").id();
			String alpha = created("Alpha").id();
			List<ApplicationSummary> applications = caller.sdk().listApplications((request) -> {
			}).applications();
			assertThat(applications).extracting(ApplicationSummary::id).containsExactly(zulu, alpha);
			GetApplicationResponse shown = get(zulu);
			assertThat(applications.getFirst()).isEqualTo(ApplicationSummary.builder()
				.arn(shown.arn())
				.id(zulu)
				.name("Zulu")
				.namespace(shown.namespace())
				.createdTime(shown.createdTime())
				.lastModifiedTime(shown.lastModifiedTime())
				.isService(false)
				.applicationType("STANDARD")
				.build());
		}

		@Test
		void namesTheRegionThatChangedEachLast() {
			created("Order desk");
			assertThat(caller.send("GET", "/applications", null)
				.json()
				.get("Applications")
				.get(0)
				.get("LastModifiedRegion")
				.stringValue()).isEqualTo("eu-west-2");
		}

		@Test
		void filtersByType() {
			created("Standard");
			String service = caller.sdk()
				.createApplication(Samples.application().andThen((request) -> request.applicationType("SERVICE")))
				.id();
			assertThat(caller.sdk().listApplications((request) -> request.applicationType("SERVICE")).applications())
				.extracting(ApplicationSummary::id)
				.containsExactly(service);
			assertThat(caller.sdk().listApplications((request) -> request.applicationType("A2A_SERVER")).applications())
				.isEmpty();
		}

		@Test
		void refusesTypeThatDoesNotExist() {
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> caller.sdk().listApplications((request) -> request.applicationType("standard")));
		}

		@Test
		void writesTimesAsNumbers() {
			created("Order desk");
			BigDecimal created = caller.send("GET", "/applications", null)
				.json()
				.get("Applications")
				.get(0)
				.get("CreatedTime")
				.decimalValue();
			assertThat(created).isGreaterThan(new BigDecimal("1700000000"));
		}

	}

	@Nested
	class ListAssociations {

		@Test
		void showsArnsAndClient() {
			Caller sandbox = Caller.withScenario("sandbox", "us-east-1");
			ApplicationSummary application = sandbox.sdk().listApplications((request) -> {
			}).applications().getFirst();
			ApplicationAssociationSummary association = sandbox.sdk()
				.listApplicationAssociations((request) -> request.applicationId(application.arn()))
				.applicationAssociations()
				.getFirst();
			assertThat(association.applicationArn()).isEqualTo(application.arn());
			assertThat(association.applicationAssociationArn()).startsWith("arn:aws:app-integrations:us-east-1:"
					+ sandbox.account() + ":application-association/" + application.id() + "/");
			assertThat(association.clientId()).isEqualTo("connect.amazonaws.com");
		}

		@Test
		void refusesApplicationThatDoesNotExist() {
			assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(
					() -> caller.sdk().listApplicationAssociations((request) -> request.applicationId(UNKNOWN)));
		}

		@Test
		void refusesNames() {
			created("Desk");
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> caller.sdk().listApplicationAssociations((request) -> request.applicationId("Desk")));
		}

	}

}
