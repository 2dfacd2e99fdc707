package dev.appintegrations.console.deletion;

import java.time.Clock;

import dev.appintegrations.console.deletion.RefusedException.Reason;

import org.springframework.stereotype.Component;

/**
 * Takes up again what was not done.
 */
@Component
class Retries {

	private final DeletionStore store;

	private final DeletionScheduler scheduler;

	private final DeletionProperties properties;

	private final Clock clock;

	Retries(DeletionStore store, DeletionScheduler scheduler, DeletionProperties properties, Clock clock) {
		this.store = store;
		this.scheduler = scheduler;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Whether there would be something to do.
	 */
	boolean may(Deletion deletion) {
		return deletion.state() == DeletionState.PAUSED || (retryable(deletion) && !tooLate(deletion));
	}

	/**
	 * Reopens a deletion, in the caller's transaction. One that is paused is open.
	 * @throws RefusedException if there is nothing to do
	 */
	void reopen(Deletion deletion) {
		if (deletion.state() == DeletionState.PAUSED) {
			return;
		}
		if (!retryable(deletion)) {
			throw new RefusedException(Reason.NOT_POSSIBLE,
					"Nothing of this deletion can be tried again. Make a new plan for what is left.");
		}
		if (tooLate(deletion)) {
			throw new RefusedException(Reason.TOO_LATE, "It was confirmed more than "
					+ this.properties.retryWithin().toMinutes() + " minutes ago. Make a new plan for what is left.");
		}
		if (!this.store.reopen(deletion.id())) {
			throw new RefusedException(Reason.NOT_POSSIBLE, "It is being tried again already.");
		}
		this.store.claim(deletion.id(), deletion.plan());
		deletion.steps()
			.stream()
			.filter(Retries::retryable)
			.forEach((step) -> this.store.save(deletion.id(), StepChange.of(step).reopen().build()));
		this.scheduler.schedule(deletion.id());
	}

	private boolean tooLate(Deletion deletion) {
		return !this.clock.instant().isBefore(deletion.confirmedAt().plus(this.properties.retryWithin()));
	}

	private static boolean retryable(Deletion deletion) {
		return deletion.state().ended() && deletion.steps()
			.stream()
			.anyMatch((step) -> step.state() == StepState.FAILED || step.state() == StepState.UNKNOWN);
	}

	private static boolean retryable(DeletionStep step) {
		return step.state() == StepState.FAILED || step.state() == StepState.UNKNOWN
				|| step.state() == StepState.CANCELLED;
	}

}
