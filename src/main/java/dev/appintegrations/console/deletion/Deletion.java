package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.kernel.AccountAlias;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed deletion.
 *
 * @param id its id
 * @param planId the id of its plan
 * @param account the account's alias
 * @param plan what the operator confirmed
 * @param title what is deleted, for lists
 * @param state where it stands
 * @param confirmedBy who confirmed it
 * @param confirmedAt when
 * @param finishedAt when it ended, or {@code null}
 * @param pausedBecause what must be mended before it goes on, or {@code null}
 * @param cancelledBy who asked to cancel it, or {@code null}
 * @param cancelledAt when, or {@code null}
 * @param steps its steps, in order
 * @param lastEvent counts the changes so far
 */
public record Deletion(UUID id, UUID planId, AccountAlias account, DeletionPlan plan, String title, DeletionState state,
		String confirmedBy, Instant confirmedAt, @Nullable Instant finishedAt, @Nullable String pausedBecause,
		@Nullable String cancelledBy, @Nullable Instant cancelledAt, List<DeletionStep> steps, int lastEvent) {

	public Deletion {
		steps = List.copyOf(steps);
	}

	/**
	 * A step.
	 * @param number its number, from 1
	 * @return the step
	 */
	public DeletionStep step(int number) {
		return this.steps.get(number - 1);
	}

	/**
	 * How many steps have ended.
	 * @return a number
	 */
	public int ended() {
		return (int) this.steps.stream().filter((step) -> step.state().ended()).count();
	}

	/**
	 * Whether cancelling it would change anything.
	 * @return false if it has ended or somebody has cancelled it
	 */
	public boolean cancellable() {
		return !this.state.ended() && this.cancelledAt == null;
	}

}
