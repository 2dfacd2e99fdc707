package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what happens to a step and, in the same transaction, what the audit trail
 * says of it.
 */
@Component
class StepRecorder {

	private final DeletionStore store;

	private final ActivityTrail trail;

	private final TransactionOperations transactions;

	StepRecorder(DeletionStore store, ActivityTrail trail, TransactionOperations transactions) {
		this.store = store;
		this.trail = trail;
		this.transactions = transactions;
	}

	/**
	 * Stores a step.
	 * @return the step with its new version
	 * @throws DeletionStore.OvertakenException if somebody else has stored it since
	 */
	DeletionStep save(Deletion deletion, StepChange change) {
		return Objects
			.requireNonNull(this.transactions.execute((status) -> this.store.save(deletion.id(), change.build())));
	}

	/**
	 * Writes down that AWS is about to be asked. Storing the step locks the deletion, so
	 * whoever cancels it does so before, and nothing is asked, or after.
	 * @return the step, or {@code null} if the deletion is cancelled
	 * @throws DeletionStore.OvertakenException if somebody else has stored it since
	 */
	@Nullable DeletionStep intend(Deletion deletion, DeletionStep step, Instant now) {
		return this.transactions.execute((status) -> {
			UUID entry = this.trail.intendWithin(operation(deletion, step));
			DeletionStep asked = this.store.save(deletion.id(), StepChange.of(step).ask(now, entry).build());
			if (this.store.cancelled(deletion.id())) {
				status.setRollbackOnly();
				return null;
			}
			return asked;
		});
	}

	/**
	 * Writes down AWS's answer.
	 * @param asked the step as it was when AWS was asked
	 * @param change the step with the answer
	 * @param outcome what the audit trail says of the call
	 * @param detail more about it, or {@code null}
	 * @throws DeletionStore.OvertakenException if somebody else has stored the step since
	 */
	DeletionStep answered(Deletion deletion, DeletionStep asked, StepChange change, Outcome outcome,
			@Nullable String detail) {
		UUID entry = Objects.requireNonNull(asked.auditEntry());
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			DeletionStep built = change.build();
			ActivityNotes notes = new ActivityNotes();
			if (built.answer() != null) {
				notes.awsRequestId(built.answer().requestId());
			}
			DeletionStep saved = this.store.save(deletion.id(), built);
			this.trail.complete(entry, outcome, detail, notes);
			return saved;
		}));
	}

	/**
	 * Writes down that a step has ended. A call that got no answer has its outcome if the
	 * thing is gone.
	 * @param before the step as it was
	 * @param change the step at its end
	 * @throws DeletionStore.OvertakenException if somebody else has stored it since
	 */
	DeletionStep ended(Deletion deletion, DeletionStep before, StepChange change) {
		UUID open = before.auditEntry();
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			DeletionStep saved = this.store.save(deletion.id(), change.build());
			if (open != null && saved.state().gone()) {
				this.trail.complete(open, Outcome.DONE, "AWS did not answer; a later read no longer shows it",
						new ActivityNotes());
			}
			return saved;
		}));
	}

	private static Operation operation(Deletion deletion, DeletionStep step) {
		PlannedStep planned = step.planned();
		return new Operation(deletion.confirmedBy(), Permission.CONFIRM_DELETION, planned.kind().name(),
				deletion.account(), planned.key(),
				Map.of("deletion", deletion.id().toString(), "step", String.valueOf(planned.number()), "call",
						planned.kind().service() + ":" + planned.kind().operation()));
	}

}
