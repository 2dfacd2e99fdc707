package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.appintegrations.console.MovableClock;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Unproven;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.emulator.EmulatorServer;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Plans, confirms and runs deletions of the account {@code trouble}, whose emulated AWS
 * account each test resets.
 */
@TestConfiguration(proxyBeanMethods = false)
class DeletionHarness {

	/** More tries than any deletion needs that ends. */
	private static final int MANY = 2000;

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean
	Runs runs(Deletions deletions, DeletionRunner runner, Accounts accounts, MovableClock clock, Processes processes) {
		return new Runs(deletions, runner, accounts, clock, processes);
	}

	/**
	 * Puts together what a process of the console runs deletions with.
	 */
	@Bean
	Processes processes(List<StepGateway> gateways, StepJudge judge, StepRecorder recorder, Backoff backoff,
			DeletionStore store, Inventory inventory, AppIntegrationsRole roles, TransactionOperations transactions,
			MovableClock clock) {
		return (identity) -> new DeletionRunner(store,
				new StepRunner(gateways, identity, judge, recorder, backoff, clock), inventory, roles, transactions,
				ObservationRegistry.NOOP, clock);
	}

	/**
	 * Processes whose credentials belong to somebody.
	 */
	interface Processes {

		DeletionRunner with(AccountIdentity identity);

	}

	/**
	 * Runs of deletions.
	 */
	static final class Runs {

		static final AccountAlias ALIAS = new AccountAlias("trouble");

		static final String AWS = TestAccounts.TROUBLE;

		private final Deletions deletions;

		private final DeletionRunner runner;

		private final Accounts accounts;

		private final MovableClock clock;

		private final Processes processes;

		Runs(Deletions deletions, DeletionRunner runner, Accounts accounts, MovableClock clock, Processes processes) {
			this.deletions = deletions;
			this.runner = runner;
			this.accounts = accounts;
			this.clock = clock;
			this.processes = processes;
		}

		Account account() {
			return this.accounts.find(ALIAS).orElseThrow();
		}

		StoredPlan plan(String... arns) {
			return plan(PlanRequest.of(Arrays.stream(arns).map((arn) -> Target.parse(arn, AWS)).toList()));
		}

		StoredPlan plan(PlanRequest request) {
			return this.deletions.plan(account(), "operator", request);
		}

		Deletion confirm(StoredPlan plan) {
			return this.deletions.confirm(account(), "operator", plan.id(), answer(plan));
		}

		/** What an operator would type. */
		static Confirmation answer(StoredPlan plan) {
			Set<dev.appintegrations.console.kernel.Region> unproven = plan.plan()
				.unproven()
				.stream()
				.map(Unproven::region)
				.collect(Collectors.toSet());
			return new Confirmation(plan.fingerprint(), Objects.requireNonNull(plan.plan().confirmation()).phrase(),
					plan.plan().accountId(), unproven);
		}

		/** One try; what is due afterwards is later. */
		Optional<Instant> advance(UUID deletion) {
			return this.runner.advance(deletion);
		}

		/** One try with other credentials. */
		Optional<Instant> advance(UUID deletion, AccountIdentity identity) {
			return this.processes.with(identity).advance(deletion);
		}

		/** Tries until it ends, moving both clocks to the next try each time. */
		Deletion finish(UUID deletion) {
			for (int i = 0; i < MANY; i++) {
				Optional<Instant> next = advance(deletion);
				if (next.isEmpty()) {
					return find(deletion);
				}
				forwardTo(next.get());
			}
			throw new IllegalStateException("It does not end: " + find(deletion));
		}

		Deletion run(String... arns) {
			return finish(confirm(plan(arns)).id());
		}

		void retry(UUID deletion) {
			this.deletions.retry(account(), "operator", deletion);
		}

		void cancel(UUID deletion) {
			this.deletions.cancel(account(), "operator", deletion);
		}

		void forwardTo(Instant time) {
			Duration wait = Duration.between(this.clock.instant(), time);
			if (wait.isPositive()) {
				forward(wait);
			}
		}

		void forward(Duration by) {
			this.clock.forward(by);
			EmulatorServer.set(AWS, "clock", Map.of("advanceMs", by.toMillis()));
		}

		Deletion find(UUID deletion) {
			return this.deletions.find(ALIAS, deletion).orElseThrow();
		}

		static List<String> changes() {
			return EmulatorServer.calls(AWS)
				.stream()
				.map((call) -> String.valueOf(call.get("operation")))
				.filter((operation) -> operation.startsWith("Delete") || operation.startsWith("Update"))
				.toList();
		}

	}

}
