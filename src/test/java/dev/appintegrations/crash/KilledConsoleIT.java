package dev.appintegrations.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.crash.Turnstile.Passage;
import dev.appintegrations.emulator.EmulatorServer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a real console as {@code kill -9} does, before and after each call to AWS of a
 * deletion, and starts it again on the same database file. Many deletions, each in an
 * account of its own and held at a call of its own, die with one process.
 */
class KilledConsoleIT {

	/** As many deletions as the console of this test runs side by side. */
	private static final int AT_ONCE = 32;

	@TempDir
	private Path folder;

	@Test
	void goesOnWhereItWasAndRepeatsNothing() throws Exception {
		try (Turnstile aws = new Turnstile(EmulatorServer.endpoint())) {
			List<Victim> all = new ArrayList<>();
			for (Scenario scenario : Scenario.values()) {
				all.addAll(points(aws, scenario));
			}
			List<String> accounts = all.stream().map(Victim::account).toList();
			SoftAssertions afterwards = new SoftAssertions();
			Duration longest = Duration.ZERO;
			Desk desk = desk(aws, accounts);
			for (int from = 0; from < all.size(); from += AT_ONCE) {
				List<Victim> wave = all.subList(from, Math.min(all.size(), from + AT_ONCE));
				Map<Victim, JsonNode> before = new LinkedHashMap<>();
				for (Victim victim : wave) {
					before.put(victim, victim.run(desk, aws));
				}
				for (Victim victim : wave) {
					victim.passage().awaitHeld();
					before.put(victim, desk.get(before.get(victim).path("href").asString()));
				}
				desk.kill();
				Instant killed = Instant.now();
				desk = desk(aws, accounts);
				for (Victim victim : wave) {
					JsonNode after = desk.ended(before.get(victim));
					victim.check(afterwards, before.get(victim), after);
					Duration took = Duration.between(killed, Instant.parse(after.path("finishedAt").asString()));
					longest = (took.compareTo(longest) > 0) ? took : longest;
				}
			}
			desk.close();
			System.out.printf("Killed at %d points; the last one ended %.1f s after its kill%n", all.size(),
					longest.toMillis() / 1000.0);
			afterwards.assertAll();
		}
	}

	/** Runs a deletion undisturbed, to know its calls. */
	private List<Victim> points(Turnstile aws, Scenario scenario) throws Exception {
		Victim undisturbed = new Victim(scenario, EmulatorServer.freshAccount(), 0, false, "undisturbed");
		List<Map<String, Object>> calls;
		try (Desk desk = desk(aws, List.of(undisturbed.account()))) {
			JsonNode ended = desk.ended(undisturbed.run(desk, aws));
			assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DELETED");
			List<Map<String, Object>> seen = scenario.calls(undisturbed.account());
			calls = seen.subList(seen.size() - undisturbed.passage().calls(), seen.size());
		}
		List<Victim> points = new ArrayList<>();
		for (int i = 1; i <= calls.size(); i++) {
			String operation = String.valueOf(calls.get(i - 1).get("operation"));
			String what = scenario + ", call " + i + ", " + operation;
			points.add(new Victim(scenario, EmulatorServer.freshAccount(), i, false, "before " + what));
			if (operation.startsWith("Delete")) {
				points.add(new Victim(scenario, EmulatorServer.freshAccount(), i, true, "after " + what));
			}
		}
		return points;
	}

	private Desk desk(Turnstile aws, List<String> accounts) throws Exception {
		return Desk.start("killed-console.log", Desk.database(this.folder), aws.address(), accounts,
				"--console.aws.call-timeout=2m", "--console.deletion.lag=1s", "--console.jobs.threads=" + AT_ONCE);
	}

	/**
	 * What is deleted.
	 */
	private enum Scenario {

		/** The event integration's association of an instance that evaluates rules. */
		ASSOCIATION("sandbox", Set.of("sts", "connect", "app-integrations"),
				List.of("DeleteUseCase", "DeleteIntegrationAssociation")) {

			@Override
			String target(String account) {
				return EmulatorServer.client(account, "us-east-1")
					.listEventIntegrationAssociations((request) -> request.eventIntegrationName("orders-created"))
					.eventIntegrationAssociations()
					.getFirst()
					.eventIntegrationAssociationArn();
			}

		},

		/** The role of an account that has nothing else. */
		ROLE("empty", Set.of("sts", "iam"), List.of("DeleteServiceLinkedRole")) {

			@Override
			String target(String account) {
				return EmulatorServer.iam(account)
					.createServiceLinkedRole((request) -> request.awsServiceName("app-integrations.amazonaws.com"))
					.role()
					.arn();
			}

		};

		private final String sample;

		private final Set<String> services;

		private final List<String> changes;

		Scenario(String sample, Set<String> services, List<String> changes) {
			this.sample = sample;
			this.services = services;
			this.changes = changes;
		}

		abstract String target(String account);

		List<Map<String, Object>> calls(String account) {
			return EmulatorServer.calls(account)
				.stream()
				.filter((call) -> this.services.contains(String.valueOf(call.get("service"))))
				.toList();
		}

	}

	/**
	 * A deletion that is held at one of its calls.
	 */
	private static final class Victim {

		private final Scenario scenario;

		private final String account;

		private final int hold;

		private final boolean applied;

		private final String point;

		private Passage passage;

		Victim(Scenario scenario, String account, int hold, boolean applied, String point) {
			this.scenario = scenario;
			this.account = account;
			this.hold = hold;
			this.applied = applied;
			this.point = point;
		}

		String account() {
			return this.account;
		}

		Passage passage() {
			return this.passage;
		}

		/** Plans and confirms; the run goes on until the call that is held. */
		JsonNode run(Desk desk, Turnstile aws) throws Exception {
			EmulatorServer.reset(this.account, this.scenario.sample);
			JsonNode plan = desk.plan(this.account, this.scenario.target(this.account));
			EmulatorServer.forgetCalls(this.account);
			this.passage = aws.watch(this.account, this.scenario.services, this.hold, this.applied);
			return desk.confirm(plan);
		}

		void check(SoftAssertions check, JsonNode before, JsonNode after) {
			check.assertThat(after.path("state").asString())
				.as("State after a kill %s: %s", this.point, after)
				.isEqualTo("DELETED");
			check.assertThat(EmulatorServer.calls(this.account))
				.as("Changes after a kill %s", this.point)
				.extracting((call) -> String.valueOf(call.get("operation")))
				.filteredOn((operation) -> operation.startsWith("Delete"))
				.containsExactlyElementsOf(this.scenario.changes);
			for (int i = 0; i < before.path("steps").size(); i++) {
				JsonNode recorded = before.path("steps").path(i);
				JsonNode step = after.path("steps").path(i);
				if (Set.of("DONE", "ALREADY_GONE").contains(recorded.path("state").asString())) {
					check.assertThat(step).as("Step recorded before a kill %s", this.point).isEqualTo(recorded);
				}
				else if (!recorded.path("startedAt").isNull()) {
					check.assertThat(step.path("startedAt"))
						.as("Start recorded before a kill %s", this.point)
						.isEqualTo(recorded.path("startedAt"));
					check.assertThat(step.path("attempts").asInt())
						.as("Attempts recorded before a kill %s", this.point)
						.isGreaterThanOrEqualTo(recorded.path("attempts").asInt());
				}
			}
		}

	}

}
