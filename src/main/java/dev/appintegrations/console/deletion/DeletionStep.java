package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.deletion.plan.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * A step of a deletion as the database has it.
 *
 * @param planned what it is to do
 * @param state where it stands
 * @param phase how far its call has come
 * @param attempts how often AWS was asked to do it
 * @param repeats how often it was asked again without knowing the answer before
 * @param waits how often it has waited since the last progress
 * @param startedAt when its turn came, or {@code null}
 * @param finishedAt when it ended, or {@code null}
 * @param askedAt when AWS was last asked, or {@code null}
 * @param waitingSince since when it waits without progress, or {@code null}
 * @param nextTryAt when it is looked at again, or {@code null}
 * @param detail what happened, a sentence, or {@code null}
 * @param answer what AWS last said, or {@code null}
 * @param taskId the id of IAM's deletion task, or {@code null}
 * @param usages what IAM says still uses the role
 * @param auditEntry the entry of the audit trail that has no outcome yet, or {@code null}
 * @param version fences off runners that were taken over from
 */
public record DeletionStep(PlannedStep planned, StepState state, Phase phase, int attempts, int repeats, int waits,
		@Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable Instant askedAt,
		@Nullable Instant waitingSince, @Nullable Instant nextTryAt, @Nullable String detail, @Nullable Answer answer,
		@Nullable String taskId, List<Usage> usages, @Nullable UUID auditEntry, int version) {

	public DeletionStep {
		usages = List.copyOf(usages);
	}

	/**
	 * How far the call of a step has come.
	 */
	public enum Phase {

		/** AWS was not asked, or has said no. */
		UNTOUCHED,

		/** AWS may have been asked; its answer is not known. */
		ASKED,

		/** AWS has said yes; whether the thing is gone is another matter. */
		ACCEPTED

	}

	/**
	 * What AWS said.
	 *
	 * @param code its error code, or {@code OK}
	 * @param message its words, empty if it said yes
	 * @param requestId its request id, or {@code null} if it did not answer
	 */
	public record Answer(String code, String message, @Nullable String requestId) {

	}

	/**
	 * Something that IAM says still uses the role. Real answers show neither to be
	 * reliable: the region may be another than the ARN's, and resources may be bare ids.
	 *
	 * @param region as IAM tells it
	 * @param resource as IAM tells it
	 */
	public record Usage(@Nullable String region, String resource) {

	}

}
