package dev.appintegrations.emulator.iam;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A deletion of a role, as a task that is polled.
 *
 * @param id the task's id
 * @param submittedAt when it was asked for
 * @param dueAt when IAM decides it
 * @param outcome what it decided, or {@code null} before that
 */
record DeletionTask(String id, Instant submittedAt, Instant dueAt, @Nullable Outcome outcome) {

	/** Until a quarter of its time has gone, nobody has begun with it. */
	String status(Instant now) {
		if (this.outcome != null) {
			return this.outcome.usage().isEmpty() && this.outcome.reason().isEmpty() ? "SUCCEEDED" : "FAILED";
		}
		long whole = this.dueAt.toEpochMilli() - this.submittedAt.toEpochMilli();
		return (now.toEpochMilli() - this.submittedAt.toEpochMilli() < whole / 4) ? "NOT_STARTED" : "IN_PROGRESS";
	}

	DeletionTask decided(Outcome outcome) {
		return new DeletionTask(this.id, this.submittedAt, this.dueAt, outcome);
	}

	/**
	 * What came of it.
	 *
	 * @param reason why it failed, empty if it succeeded
	 * @param usage what uses the role, by region; may be empty though it failed
	 */
	record Outcome(String reason, Map<String, List<String>> usage) {

	}

}
