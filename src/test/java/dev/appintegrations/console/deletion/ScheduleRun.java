package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.deletion.DeletionHarness.Runs;
import dev.appintegrations.console.deletion.DeletionStore.OvertakenException;
import dev.appintegrations.console.deletion.Schedule.Event;
import dev.appintegrations.console.deletion.ScheduleAccounts.Lane;
import dev.appintegrations.console.deletion.Trouble.Kind;
import dev.appintegrations.console.deletion.Witness.Act;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.emulator.EmulatorServer;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs one schedule against an emulated account.
 */
final class ScheduleRun {

	/** More tries than any deletion needs that ends. */
	private static final int MANY = 600;

	/** How often a runner is let try before what was to happen is given up. */
	private static final int WAIT_FOR_TROUBLE = 40;

	/** Longer than any read of a schedule lags behind a write. */
	private static final Duration LAG = Duration.ofSeconds(7);

	/** Until another process takes over from one that is silent. */
	private static final Duration TAKEOVER = Duration.ofSeconds(8);

	private final Console console;

	private final Schedule schedule;

	private final Lane lane;

	private final UnaryOperator<StepGateway> broken;

	private final EmulatedWorld world;

	private final Witness.Log log;

	private final Account account;

	private final Set<Trouble> met = new HashSet<>();

	private final Set<WorldChange> changes = EnumSet.noneOf(WorldChange.class);

	private final Map<String, Integer> calls = new LinkedHashMap<>();

	private final List<String> story = new ArrayList<>();

	private final List<String> failures = new ArrayList<>();

	private @Nullable Trouble current;

	private @Nullable Instant cancelledAt;

	private DeletionRunner runner;

	/**
	 * @param broken what a deliberately broken console would put in a gateway's place
	 */
	ScheduleRun(Console console, Schedule schedule, Lane lane, UnaryOperator<StepGateway> broken) {
		this.console = console;
		this.schedule = schedule;
		this.lane = lane;
		this.broken = broken;
		this.world = new EmulatedWorld(lane.account());
		this.log = new Witness.Log(console.clock());
		this.account = console.accounts().find(lane.alias()).orElseThrow();
		this.runner = console.runner(this.log, broken);
	}

	Evidence run() {
		this.console.clock().start();
		Terrain terrain = new Terrain(this.lane.account(), this.world);
		terrain.prepare(this.schedule);
		this.world.passTime(30);
		Map<String, String> before = this.world.look();
		StoredPlan plan = plan(terrain.request(this.schedule.target(), before));
		UUID id = this.console.deletions().confirm(this.account, "operator", plan.id(), Runs.answer(plan)).id();
		EmulatorServer.forgetCalls(this.lane.account());
		Map<String, String> expected = new LinkedHashMap<>(before);
		run(id, expected);
		settle();
		pass(Duration.ofMinutes(10));
		Deletion deletion = this.console.store().find(id).orElseThrow();
		return new Evidence(this.schedule, deletion, before, expected, this.world.look(), this.log.acts(), this.calls,
				this.console.audit(deletion), this.cancelledAt, this.met, this.changes, this.story, this.failures);
	}

	private StoredPlan plan(PlanRequest request) {
		Deletions deletions = this.console.deletions();
		StoredPlan first = deletions.plan(this.account, "operator", request);
		if (first.plan().blocked().stream().allMatch((each) -> each.choices().isEmpty())) {
			return first;
		}
		return deletions.plan(this.account, "operator", Terrain.chosen(request, first.plan()));
	}

	private void run(UUID id, Map<String, String> things) {
		List<Event> open = new ArrayList<>(this.schedule.events());
		int retries = this.schedule.retries();
		int waited = 0;
		for (int turn = 0; turn < MANY; turn++) {
			if (waitedEnough(waited) && !open.isEmpty() && waited >= open.getFirst().pause()) {
				settle();
				happen(id, open.removeFirst(), things);
				waited = 0;
			}
			waited++;
			Optional<Instant> next = advance(id);
			Deletion now = this.console.store().find(id).orElseThrow();
			if (next.isPresent()) {
				Duration wait = Duration.between(this.console.clock().instant(), next.get());
				pass(wait.isPositive() ? wait : Duration.ZERO);
			}
			else if (retries > 0 && this.console.deletions().mayRetry(now)) {
				retries--;
				this.story.add("retry of " + now.state());
				this.console.deletions().retry(this.account, "operator", id);
			}
			else {
				return;
			}
		}
		this.story.add("does not end");
	}

	private boolean waitedEnough(int tries) {
		return this.current == null || this.met.contains(this.current) || fired() || tries > WAIT_FOR_TROUBLE;
	}

	private void happen(UUID id, Event event, Map<String, String> things) {
		Trouble trouble = event.trouble();
		if (trouble != null) {
			this.current = trouble;
			this.story.add("from now on: " + trouble);
			if (trouble.kind().inProcess()) {
				this.log.interrupt(new InProcess(id, trouble));
			}
			else {
				int times = (trouble.kind() == Kind.ERROR_500 && Trouble.READS.contains(trouble.operation())) ? 3 : 1;
				EmulatorServer.faults(this.lane.account(), List.of(trouble.fault(times)));
			}
		}
		else if (event.change() != null) {
			if (event.change().apply(this.world, things, concerned(id), () -> pass(LAG))) {
				this.story.add("somebody: " + event.change());
				this.changes.add(event.change());
			}
			EmulatorServer.forgetCalls(this.lane.account());
		}
		else if (this.console.store().find(id).orElseThrow().cancellable()) {
			this.console.deletions().cancel(this.account, "operator", id);
			this.cancelledAt = this.console.clock().instant();
			this.story.add("cancel");
		}
	}

	private Set<String> concerned(UUID id) {
		return Set.copyOf(this.console.store().find(id).orElseThrow().plan().claims());
	}

	/** Ends what goes wrong now, and sees whether it has. */
	private void settle() {
		fired();
		if (this.current != null && !this.current.kind().inProcess()) {
			EmulatorServer.faults(this.lane.account(), List.of());
		}
		this.log.interrupt(Witness.Interruption.NONE);
		EmulatorServer.calls(this.lane.account())
			.forEach((call) -> this.calls.merge(String.valueOf(call.get("operation")), 1, Integer::sum));
		EmulatorServer.forgetCalls(this.lane.account());
		this.current = null;
	}

	private boolean fired() {
		Trouble trouble = this.current;
		if (trouble == null || trouble.kind().inProcess()) {
			return false;
		}
		boolean fired = EmulatorServer.calls(this.lane.account())
			.stream()
			.anyMatch((call) -> trouble.operation().equals(call.get("operation")));
		if (fired) {
			this.met.add(trouble);
		}
		return fired;
	}

	/** One try; whoever dies or was overtaken is followed by another process. */
	private Optional<Instant> advance(UUID id) {
		try {
			return this.runner.advance(id);
		}
		catch (DeathException | OvertakenException ex) {
			this.story.add(ex.getClass().getSimpleName() + " " + ex.getMessage());
			this.runner = this.console.runner(this.log, this.broken);
			return Optional.of(this.console.clock().instant().plus(TAKEOVER));
		}
		catch (RuntimeException ex) {
			this.failures.add("The runner failed: " + ex);
			return Optional.of(this.console.clock().instant().plus(TAKEOVER));
		}
	}

	private void pass(Duration time) {
		this.console.clock().forward(time);
		EmulatorServer.set(this.lane.account(), "clock", Map.of("advanceMs", time.toMillis()));
	}

	/**
	 * What the console is made of, put together for each schedule.
	 */
	record Console(Deletions deletions, DeletionStore store, List<StepGateway> gateways, AccountIdentity identity,
			StepJudge judge, StepRecorder recorder, TransactionOperations transactions, Inventory inventory,
			AppIntegrationsRole roles, Accounts accounts, LaneClock clock, AuditReader audits) {

		/** A process of its own: nothing but the database is shared with others. */
		DeletionRunner runner(Witness.Log log, UnaryOperator<StepGateway> broken) {
			List<StepGateway> witnessed = this.gateways.stream()
				.<StepGateway>map((gateway) -> broken.apply(new Witness(gateway, log)))
				.toList();
			StepRunner steps = new StepRunner(witnessed, this.identity, this.judge, this.recorder,
					new Backoff(new Random(1)), this.clock);
			return new DeletionRunner(this.store, steps, this.inventory, this.roles, this.transactions,
					ObservationRegistry.NOOP, this.clock);
		}

		List<AuditReader.Entry> audit(Deletion deletion) {
			return this.audits.entries(deletion.id());
		}

	}

	/**
	 * Once, around the first call of one operation.
	 */
	private final class InProcess implements Witness.Interruption {

		private final UUID deletion;

		private final Trouble trouble;

		InProcess(UUID deletion, Trouble trouble) {
			this.deletion = deletion;
			this.trouble = trouble;
		}

		@Override
		public void before(Act act) {
			if (this.trouble.kind() == Kind.DEATH_BEFORE && once(act)) {
				throw new DeathException("before " + this.trouble.operation());
			}
			if (this.trouble.kind() == Kind.OVERTAKEN_BEFORE && once(act)) {
				anotherTakesOver();
			}
		}

		@Override
		public void after(Act act) {
			if (this.trouble.kind() == Kind.DEATH_AFTER && once(act)) {
				throw new DeathException("after " + this.trouble.operation());
			}
			if (this.trouble.kind() == Kind.OVERTAKEN_AFTER && once(act)) {
				anotherTakesOver();
			}
		}

		private boolean once(Act act) {
			return this.trouble.operation().equals(act.step.planned().kind().operation())
					&& ScheduleRun.this.met.add(this.trouble);
		}

		private void anotherTakesOver() {
			pass(TAKEOVER);
			DeletionRunner other = ScheduleRun.this.console.runner(ScheduleRun.this.log, ScheduleRun.this.broken);
			ScheduleRun.this.story.add("another process takes over");
			other.advance(this.deletion);
		}

	}

	/**
	 * The process has died.
	 */
	private static final class DeathException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		DeathException(String message) {
			super(message);
		}

	}

}
