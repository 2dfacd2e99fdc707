package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.StepRunner.PausedException;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Inheriting;
import dev.appintegrations.console.kernel.LogField;
import dev.appintegrations.console.kernel.Scope;
import dev.appintegrations.console.role.AppIntegrationsRole;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings a deletion further: tries every step whose turn it is, regions side by side,
 * within a region one after the other. Holds no state of its own: whoever comes next
 * reads the database.
 */
@Component
class DeletionRunner {

	/** How often a paused deletion looks whether it may go on. */
	private static final Duration PAUSE = Duration.ofSeconds(15);

	private final DeletionStore store;

	private final StepRunner steps;

	private final Inventory inventory;

	private final AppIntegrationsRole roles;

	private final TransactionOperations transactions;

	private final ObservationRegistry observations;

	private final Clock clock;

	/** No step is begun any more; another replica goes on with the next. */
	private volatile boolean stopping;

	private final ExecutorService executor = Inheriting
		.executor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("deletion-", 0).factory()));

	DeletionRunner(DeletionStore store, StepRunner steps, Inventory inventory, AppIntegrationsRole roles,
			TransactionOperations transactions, ObservationRegistry observations, Clock clock) {
		this.store = store;
		this.steps = steps;
		this.inventory = inventory;
		this.roles = roles;
		this.transactions = transactions;
		this.observations = observations;
		this.clock = clock;
	}

	/**
	 * Brings a deletion as far as it comes without waiting.
	 * @param id the deletion
	 * @return when to come back, or empty if it has ended
	 */
	Optional<Instant> advance(UUID id) {
		try (Scope _ = LogField.DELETION.with(id)) {
			return advanceLogged(id);
		}
	}

	private Optional<Instant> advanceLogged(UUID id) {
		Deletion deletion = this.store.find(id).orElse(null);
		if (deletion == null || deletion.state().ended()) {
			return Optional.empty();
		}
		settleHopeless(deletion);
		deletion = this.store.find(id).orElseThrow();
		for (List<DeletionStep> due = due(deletion); !due.isEmpty(); due = due(deletion)) {
			state(deletion, DeletionState.RUNNING);
			String paused = attempt(deletion, due);
			if (this.stopping) {
				return Optional.of(this.clock.instant());
			}
			if (paused != null) {
				pause(id, paused);
				return Optional.of(this.clock.instant().plus(PAUSE));
			}
			settleHopeless(this.store.find(id).orElseThrow());
			deletion = this.store.find(id).orElseThrow();
		}
		return conclude(deletion);
	}

	/** Time that a deletion is paused is not time that AWS was waited for. */
	private void pause(UUID id, String reason) {
		Deletion deletion = this.store.find(id).orElseThrow();
		this.transactions.executeWithoutResult((status) -> {
			this.store.state(id, DeletionState.PAUSED, reason);
			deletion.steps()
				.stream()
				.filter((step) -> !step.state().ended() && step.waitingSince() != null)
				.forEach((step) -> this.store.save(id, StepChange.of(step).progress().build()));
		});
	}

	private Optional<Instant> conclude(Deletion deletion) {
		List<StepState> states = deletion.steps().stream().map(DeletionStep::state).toList();
		if (states.stream().allMatch(StepState::ended)) {
			Instant now = this.clock.instant();
			Boolean ended = this.transactions
				.execute((status) -> this.store.finish(deletion, DeletionState.of(states), now));
			return Boolean.TRUE.equals(ended) ? Optional.empty() : Optional.of(now);
		}
		state(deletion, DeletionState.WAITING);
		return deletion.steps()
			.stream()
			.filter((step) -> step.state() == StepState.WAITING && step.nextTryAt() != null)
			.map((step) -> (step.nextTryAt() != null) ? step.nextTryAt() : this.clock.instant())
			.min(Instant::compareTo)
			.or(() -> Optional.of(this.clock.instant().plus(PAUSE)));
	}

	/**
	 * Ends steps whose turn can't come: those that were cancelled before AWS was asked,
	 * and those that rely on one that was not done.
	 */
	private void settleHopeless(Deletion deletion) {
		Map<Integer, StepState> ends = new LinkedHashMap<>();
		for (DeletionStep step : deletion.steps()) {
			StepState end = step.state();
			if (!end.ended() && step.phase() == Phase.UNTOUCHED) {
				String why = hopeless(deletion, step, ends);
				if (why != null) {
					end = StepState.CANCELLED;
					this.transactions.executeWithoutResult((status) -> this.store.save(deletion.id(),
							StepChange.of(step).end(StepState.CANCELLED, this.clock.instant(), why).build()));
				}
			}
			ends.put(step.planned().number(), end);
		}
	}

	private static @Nullable String hopeless(Deletion deletion, DeletionStep step, Map<Integer, StepState> ends) {
		if (deletion.cancelledAt() != null) {
			return cancelled(deletion, step, ends);
		}
		for (int number : step.planned().after()) {
			StepState end = ends.getOrDefault(number, StepState.PENDING);
			if (end.ended() && !end.gone()) {
				return "Not done: it relies on step " + number + ", which is " + end.words() + ".";
			}
		}
		return null;
	}

	/** A wait ends only when it is known what came of the steps before it. */
	private static @Nullable String cancelled(Deletion deletion, DeletionStep step, Map<Integer, StepState> ends) {
		List<StepState> before = step.planned()
			.after()
			.stream()
			.map((number) -> ends.getOrDefault(number, StepState.PENDING))
			.toList();
		boolean waits = step.planned().kind() == StepKind.AWAIT_DISSOCIATION;
		if (waits && !before.stream().allMatch(StepState::ended)) {
			return null;
		}
		return (waits && before.stream().allMatch(StepState::gone))
				? "Not waited for: " + deletion.cancelledBy()
						+ " cancelled the deletion before. What held it is removed, so AWS will stop showing it."
				: "Not done: " + deletion.cancelledBy() + " cancelled the deletion before.";
	}

	private List<DeletionStep> due(Deletion deletion) {
		Instant now = this.clock.instant();
		return deletion.steps()
			.stream()
			.filter((step) -> !step.state().ended())
			.filter((
					step) -> step.planned().after().stream().allMatch((number) -> deletion.step(number).state().gone()))
			.filter((step) -> step.nextTryAt() == null || !step.nextTryAt().isAfter(now))
			.toList();
	}

	/**
	 * Tries steps.
	 * @return why the deletion must pause, or {@code null}
	 */
	private @Nullable String attempt(Deletion deletion, List<DeletionStep> due) {
		AtomicReference<@Nullable String> paused = new AtomicReference<>();
		Map<String, List<DeletionStep>> byRegion = new LinkedHashMap<>();
		due.forEach(
				(step) -> byRegion.computeIfAbsent(String.valueOf(step.planned().region()), (key) -> new ArrayList<>())
					.add(step));
		List<CompletableFuture<Void>> regions = byRegion.values()
			.stream()
			.map((steps) -> CompletableFuture.runAsync(() -> attempt(deletion, steps, paused), this.executor))
			.toList();
		try {
			CompletableFuture.allOf(regions.toArray(CompletableFuture[]::new)).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw ex;
		}
		return paused.get();
	}

	private void attempt(Deletion deletion, List<DeletionStep> steps, AtomicReference<@Nullable String> paused) {
		for (DeletionStep step : steps) {
			if (paused.get() != null || this.stopping) {
				return;
			}
			try {
				DeletionStep after = observed(deletion, step);
				if (after.state().gone()) {
					correct(deletion, step.planned());
				}
			}
			catch (PausedException ex) {
				paused.compareAndSet(null, String.valueOf(ex.getMessage()));
			}
		}
	}

	/** Times the try and makes it a trace of its own. */
	private DeletionStep observed(Deletion deletion, DeletionStep step) {
		PlannedStep planned = step.planned();
		Observation observation = Observation.createNotStarted("console.deletion.step", this.observations)
			.contextualName("delete " + planned.kind())
			.lowCardinalityKeyValue("account", deletion.account().value())
			.lowCardinalityKeyValue("kind", planned.kind().name())
			.highCardinalityKeyValue("region", String.valueOf(planned.region()))
			.highCardinalityKeyValue("deletion", deletion.id().toString())
			.highCardinalityKeyValue("step", String.valueOf(planned.number()))
			.start();
		String state = "NOT_TRIED";
		try (Observation.Scope _ = observation.openScope();
				Scope _ = LogField.REGION.with(String.valueOf(planned.region()))) {
			DeletionStep after = this.steps.attempt(deletion, step);
			state = after.state().name();
			return after;
		}
		finally {
			observation.lowCardinalityKeyValue("state", state).stop();
		}
	}

	/** Keeps lists from showing what is gone. */
	private void correct(Deletion deletion, PlannedStep step) {
		AccountAlias account = deletion.account();
		if (step.kind() == StepKind.DELETE_ROLE) {
			this.roles.read(account);
			return;
		}
		Arn item = Arn.parse(step.parameter(Parameter.ITEM));
		if (step.kind().item()) {
			this.inventory.forget(account, item);
		}
		else if (step.kind() == StepKind.AWAIT_DISSOCIATION && "all".equals(step.parameter(Parameter.GONE))) {
			this.inventory.forget(account, item, step.children().stream().map(Arn::parse).toList());
		}
	}

	private void state(Deletion deletion, DeletionState state) {
		if (deletion.state() != state) {
			this.transactions.executeWithoutResult((status) -> this.store.state(deletion.id(), state, null));
		}
	}

	@EventListener(ContextClosedEvent.class)
	void beginNoStep() {
		this.stopping = true;
	}

	@PreDestroy
	void stop() {
		this.executor.shutdownNow();
	}

}
