package dev.appintegrations.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.appintegrations.containers.Compose.PATIENCE;
import static java.util.Map.entry;
import static java.util.Map.of;
import static java.util.Map.ofEntries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What {@code docker compose up} brings, walked through as a newcomer does, and broken as
 * an operator fears.
 */
@NeedsDocker({ Docker.LOCALSTACK, Docker.POSTGRESQL, Docker.HAPROXY, Docker.JDK, Docker.NODE, Docker.DEBIAN })
class ComposeIT {

	private static final String DEMO = "111122223333";

	private static final String SANDBOX = "444455556666";

	private static final String FRESH = "777788889999";

	private static final String NAME = "AWSServiceRoleForAppIntegrations";

	private static final String PATH = "/aws-service-role/app-integrations.amazonaws.com/";

	private static final String POLICY = "arn:aws:iam::aws:policy/aws-service-role/AppIntegrationsServiceLinkedRolePolicy";

	private static final int CONSOLES = 3;

	private static final Compose compose = new Compose();

	private final Operator operator = new Operator(compose.uri("console"));

	@BeforeAll
	static void up() {
		compose.build();
		compose.down("--volumes");
		compose.up();
	}

	@AfterAll
	static void down() {
		compose.down("--volumes");
	}

	@BeforeEach
	void startAnew() {
		compose.upAgain();
		// For Docker, a console is healthy until it has failed three checks in a row.
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(this.operator.get("/api/v1/accounts").path("items")).isNotEmpty());
		control("POST", "reset", SANDBOX, "{\"scenario\":\"sandbox\"}");
		control("POST", "reset", FRESH, "{\"scenario\":\"fresh\"}");
	}

	@Test
	void showsTheDemoAndTheRoleThatIsInLocalStack() {
		this.operator.signIn();
		assertThat(this.operator.page("/accounts/demo/overview")).contains("Demo contact centre");
		Role there = roleInLocalStack(DEMO);
		assertThat(there.path()).isEqualTo(PATH);
		assertThat(this.operator.page("/accounts/demo/role")).contains(there.roleId());
		try (IamClient iam = localStack(DEMO)) {
			assertThat(iam.listAttachedRolePolicies((request) -> request.roleName(NAME)).attachedPolicies())
				.extracting(AttachedPolicy::policyArn)
				.containsExactly(POLICY);
		}
	}

	@Test
	void createsTheRoleThereAndDeletesItThereThroughItsPages() {
		this.operator.post("/api/v1/accounts/fresh/role", of(), 201);
		String arn = roleInLocalStack(FRESH).arn();
		assertThat(arn).endsWith(":role" + PATH + NAME);
		this.operator.signIn();
		String plan = this.operator.submit("/accounts/fresh/role", "/accounts/fresh/deletion-plans",
				of("targets", arn));
		String fingerprint = Operator.value(this.operator.page(plan), "fingerprint");
		String deletion = this.operator.submit(plan, plan + "/confirmation",
				ofEntries(entry("fingerprint", fingerprint), entry("typed", NAME)));
		ended("/api/v1" + deletion);
		assertGone(FRESH);
		assertThat(this.operator.page("/accounts/fresh/role")).doesNotContain(arn);
	}

	@ParameterizedTest
	@ValueSource(strings = { "console", "postgres", "emulator" })
	void finishesADeletionInWhoseMiddleAServiceIsKilled(String service) {
		control("PUT", "faults", SANDBOX, """
				[{"operation": "DeleteDataIntegration", "times": 1, "action": "HANG"}]""");
		String deletion = this.operator.delete("sandbox", found("unused-bucket"));
		await().atMost(PATIENCE).until(() -> control("GET", "calls", SANDBOX, "").contains("DeleteDataIntegration"));
		compose.kill(service);
		compose.upAgain();
		ended(deletion);
	}

	@Test
	void letsStepsFinishWhenItIsStoppedInTheMiddleOfADeletionOfEverything() {
		control("POST", "reset", DEMO, "{\"scenario\":\"demo\"}");
		String deletion = this.operator.deleteEverything("demo");
		await().atMost(PATIENCE).until(() -> eventIntegrationsDeleted() > 20);
		assertThat(compose.stop("console")).as("128 and SIGTERM").isEqualTo(143);
		compose.up();
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> !"RUNNING".equals(this.operator.get(deletion).path("state").asString()));
		JsonNode ended = this.operator.get(deletion);
		assertThat(ended.path("state").asString()).isEqualTo("DELETED");
		assertThat(ended.path("steps").valueStream())
			.filteredOn((step) -> "DELETE_EVENT_INTEGRATION".equals(step.path("kind").asString()))
			.as("each deleted once")
			.hasSize(eventIntegrationsDeleted());
	}

	@Test
	void finishesTheDeletionOfTheRoleInWhoseMiddleLocalStackIsKilled() {
		this.operator.post("/api/v1/accounts/fresh/role", of(), 201);
		control("PUT", "lags", FRESH, "{\"roleDeletionMs\": 3600000}");
		String deletion = this.operator.delete("fresh", roleInLocalStack(FRESH).arn());
		await().atMost(PATIENCE)
			.until(() -> control("GET", "calls", FRESH, "").contains("GetServiceLinkedRoleDeletionStatus"));
		compose.kill("localstack");
		compose.upAgain();
		ended(deletion);
		assertGone(FRESH);
	}

	@Test
	void servesPeopleAndFinishesADeletionThoughTwoOfThreeConsolesAreKilled() {
		compose.upWithReplicas();
		try {
			Operator behindTheProxy = new Operator(compose.uri("proxy"));
			behindTheProxy.signIn();
			control("PUT", "faults", SANDBOX, """
					[{"operation": "DeleteDataIntegration", "times": 1, "action": "HANG"}]""");
			String deletion = behindTheProxy.delete("sandbox", found("unused-bucket"));
			await().atMost(PATIENCE)
				.until(() -> control("GET", "calls", SANDBOX, "").contains("DeleteDataIntegration"));
			for (String console : List.of("console", "console-2")) {
				compose.kill(console);
				for (int i = 0; i < CONSOLES; i++) {
					assertThat(behindTheProxy.page("/accounts/sandbox/deletions")).contains("unused-bucket");
				}
			}
			ended(behindTheProxy, deletion);
		}
		finally {
			compose.downWithReplicas();
		}
	}

	@Test
	void saysBehindTheProxyWhyNoConsoleCanBeUsedAndGoesOn() {
		compose.upWithReplicas();
		try {
			Operator behindTheProxy = new Operator(compose.uri("proxy"));
			behindTheProxy.signIn();
			compose.kill("postgres");
			await().atMost(PATIENCE).until(() -> compose.run("logs", "proxy").contains("no server available"));
			assertThat(behindTheProxy.page("/accounts/demo/overview", 503)).contains("The database is not available");
			compose.run("start", "postgres");
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(behindTheProxy.page("/accounts/demo/overview"))
					.contains("Demo contact centre"));
		}
		finally {
			compose.downWithReplicas();
		}
	}

	@Test
	void keepsItsHistoryUntilTheVolumeGoes() {
		this.operator.post("/api/v1/accounts/fresh/role", of(), 201);
		compose.down();
		compose.up();
		assertThat(history()).contains("CREATE_ROLE");
		compose.down("--volumes");
		compose.up();
		assertThat(history()).doesNotContain("CREATE_ROLE");
	}

	/** How often the emulator has done so in the demo. */
	private static int eventIntegrationsDeleted() {
		JsonNode calls = JsonMapper.shared().readTree(control("GET", "calls", DEMO, ""));
		return (int) calls.path("calls")
			.valueStream()
			.filter((call) -> "DeleteEventIntegration".equals(call.path("operation").asString()))
			.filter((call) -> call.path("status").asInt() == 200)
			.count();
	}

	/** The ARN of what a scan finds by name. */
	private String found(String name) {
		String scans = "/api/v1/accounts/sandbox/scans";
		String scan = scans + "/" + this.operator.post(scans, of(), 202).path("id").asString();
		await().atMost(PATIENCE).until(() -> "FINISHED".equals(this.operator.get(scan).path("state").asString()));
		return this.operator.get("/api/v1/accounts/sandbox/integrations?q=" + name)
			.path("items")
			.path(0)
			.path("arn")
			.asString();
	}

	private String history() {
		return this.operator.get("/api/v1/accounts/fresh/activity").toString();
	}

	private void ended(String deletion) {
		ended(this.operator, deletion);
	}

	private static void ended(Operator operator, String deletion) {
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.untilAsserted(
					() -> assertThat(operator.get(deletion).path("state").asString()).isIn("DELETED", "ALREADY_GONE"));
	}

	private static Role roleInLocalStack(String account) {
		try (IamClient iam = localStack(account)) {
			return iam.getRole((request) -> request.roleName(NAME)).role();
		}
	}

	private static void assertGone(String account) {
		assertThatExceptionOfType(NoSuchEntityException.class).isThrownBy(() -> roleInLocalStack(account));
	}

	private static IamClient localStack(String account) {
		return IamClient.builder()
			.endpointOverride(compose.uri("localstack"))
			.region(Region.AWS_GLOBAL)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "any")))
			.httpClientBuilder(ApacheHttpClient.builder())
			.build();
	}

	private static String control(String method, String call, String account, String body) {
		URI uri = compose.uri("emulator").resolve("/_emulator/" + call + "?account=" + account);
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> answer = client.send(
					HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			return answer.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
