package dev.appintegrations.replicas;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.PostgresServer;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three consoles on one PostgreSQL, of which each may end at any moment.
 */
@ExtendWith(PostgresServer.Required.class)
class ReplicasIT {

	private static final String SLOW = EmulatorServer.freshAccount();

	private static final String OTHER = EmulatorServer.freshAccount();

	private static final List<String> REGIONS = List.of("eu-west-2", "us-east-1");

	private static List<Replica> replicas = List.of();

	private static JdbcClient database;

	@BeforeAll
	static void startThree() {
		String url = Database.onPostgres("replicas");
		database = JdbcClient.create(new DriverManagerDataSource(url));
		replicas = IntStream.rangeClosed(1, 3)
			.mapToObj((i) -> new Replica("replica-" + i, url, Map.of("slow", SLOW, "other", OTHER)))
			.toList();
		CompletableFuture
			.allOf(replicas.stream()
				.map((replica) -> CompletableFuture.runAsync(replica::start))
				.toArray(CompletableFuture[]::new))
			.join();
	}

	@AfterAll
	static void stopAll() {
		replicas.forEach(Replica::stop);
	}

	@BeforeEach
	void beginAnew() {
		replicas.stream().filter((replica) -> !replica.runs()).forEach(Replica::start);
		EmulatorServer.reset(SLOW, "empty");
		EmulatorServer.reset(OTHER, "empty");
	}

	@Test
	void letPeopleInWhoSignedInElsewhere() {
		HttpClient browser = Replica.browser();
		assertThat(first().form(browser, "/sign-in", "/sign-in", "username=viewer&password=viewer").statusCode())
			.isEqualTo(302);
		assertThat(replicas).allSatisfy((replica) -> {
			assertThat(replica.page(browser, "/accounts/slow/overview").statusCode()).isEqualTo(200);
		});
		last().form(browser, "/accounts/slow/overview", "/sign-out", "");
		assertThat(replicas).allSatisfy((replica) -> {
			assertThat(replica.page(browser, "/accounts/slow/overview").statusCode()).isEqualTo(302);
		});
	}

	@Test
	void showAScanOfAnotherAsItGoesOn() {
		EmulatorServer.set(SLOW, "network", Map.of("default", Map.of("latencyMs", 200)));
		String scan = href(first().post("/api/v1/accounts/slow/scans", Map.of()));
		List<String> events = last().events(scan);
		JsonNode finished = last().get(scan);
		assertThat(finished.get("state").asString()).isEqualTo("FINISHED");
		assertThat(events).hasSize(finished.get("regions").size() + 1).last().isEqualTo("finished");
	}

	@Test
	void interruptTheScansOfTheDeadAndNoOthers() throws Exception {
		hang(SLOW, "ListApplications", 1000);
		EmulatorServer.set(OTHER, "network", Map.of("default", Map.of("latencyMs", 8000)));
		String dying = href(first().post("/api/v1/accounts/slow/scans", Map.of()));
		String living = href(last().post("/api/v1/accounts/other/scans", Map.of()));
		CompletableFuture<List<String>> watched = CompletableFuture.supplyAsync(() -> last().events(dying));
		first().kill();
		assertThat(watched.get(60, TimeUnit.SECONDS)).last().isEqualTo("finished");
		assertThat(last().get(dying).get("state").asString()).isEqualTo("INTERRUPTED");
		last().events(living);
		assertThat(last().get(living).get("state").asString()).isEqualTo("FINISHED");
	}

	@Test
	void takeAStepOverWhoseRunnerIsKilledWhileItAsksAws() {
		createDataIntegration();
		hang(SLOW, "DeleteDataIntegration", 1);
		String deletion = deleteEverything();
		await(() -> calls(SLOW, "DeleteDataIntegration") == 1);
		String runner = database.sql("select picked_by from scheduled_tasks where picked and task_name = 'deletion'")
			.query(String.class)
			.single();
		Replica killed = replicas.stream()
			.filter((replica) -> runner.endsWith("/" + replica.pid()))
			.findFirst()
			.orElseThrow();
		killed.kill();
		Replica witness = replicas.stream().filter(Replica::runs).findFirst().orElseThrow();
		witness.events(deletion);
		assertThat(witness.get(deletion).get("state").asString()).isEqualTo("DELETED");
		assertThat(calls(SLOW, "DeleteDataIntegration")).as("once without an answer, once after it was looked at")
			.isEqualTo(2);
	}

	@Test
	void loseAndRepeatNothingWhileAllAreRestarted() {
		createEventIntegrations(40);
		String deletion = deleteEverything();
		EmulatorServer.set(SLOW, "network", Map.of("default", Map.of("latencyMs", 1000)));
		for (Replica replica : replicas) {
			replica.stop();
			replica.start();
		}
		assertThat(first().get(deletion).get("finishedAt").isNull()).as("it goes on through the restarts").isTrue();
		EmulatorServer.set(SLOW, "network", Map.of("default", Map.of("latencyMs", 0)));
		last().events(deletion);
		JsonNode ended = first().get(deletion);
		assertThat(ended.get("state").asString()).isEqualTo("DELETED");
		assertThat(values(ended.get("steps"), "state")).hasSizeGreaterThanOrEqualTo(40).containsOnly("DONE");
		assertThat(EmulatorServer.calls(SLOW))
			.filteredOn((call) -> "DeleteEventIntegration".equals(call.get("operation")))
			.hasSize(40)
			.allSatisfy((call) -> assertThat(call.get("status")).isEqualTo(200));
	}

	private static Replica first() {
		return Objects.requireNonNull(replicas.getFirst());
	}

	private static Replica last() {
		return Objects.requireNonNull(replicas.getLast());
	}

	private static String deleteEverything() {
		JsonNode plan = first().post("/api/v1/accounts/slow/deletion-plans", Map.of("everything", true));
		return href(first().post(href(plan) + "/confirmation", Map.of("fingerprint", plan.get("fingerprint").asString(),
				"typed", plan.get("confirmation").get("phrase").asString())));
	}

	private static void createEventIntegrations(int count) {
		EmulatorServer.set(SLOW, "quotas", Map.of("eventIntegrations", count));
		IntStream.range(0, count).forEach((i) -> {
			try (AppIntegrationsClient client = EmulatorServer.client(SLOW, REGIONS.get(i % REGIONS.size()))) {
				client.createEventIntegration((request) -> request.name("event-" + i)
					.eventBridgeBus("default")
					.eventFilter((filter) -> filter.source("aws.partner/example.com/" + i)));
			}
		});
		EmulatorServer.forgetCalls(SLOW);
	}

	private static void createDataIntegration() {
		try (AppIntegrationsClient client = EmulatorServer.client(SLOW, REGIONS.getFirst())) {
			client.createDataIntegration((request) -> request.name("data")
				.kmsKey("arn:aws:kms:eu-west-2:" + SLOW + ":key/1")
				.sourceURI("Salesforce://AppFlow/replicas"));
		}
		EmulatorServer.forgetCalls(SLOW);
	}

	private static void hang(String account, String operation, int times) {
		EmulatorServer.faults(account, List
			.of(Map.of("service", "app-integrations", "operation", operation, "times", times, "action", "HANG")));
	}

	private static long calls(String account, String operation) {
		return EmulatorServer.calls(account).stream().filter((call) -> operation.equals(call.get("operation"))).count();
	}

	/** Waits for what another process does. */
	private static void await(Supplier<Boolean> condition) {
		for (int i = 0; !condition.get(); i++) {
			assertThat(i).as("looks").isLessThan(100_000);
			Thread.onSpinWait();
		}
	}

	private static String href(JsonNode json) {
		return json.get("href").asString();
	}

	private static List<String> values(JsonNode items, String field) {
		return StreamSupport.stream(items.spliterator(), false).map((item) -> item.get(field).asString()).toList();
	}

}
