package dev.appintegrations.console.deletion.api;

import java.time.Instant;
import java.util.List;

import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.DeletionState;
import dev.appintegrations.console.deletion.DeletionStep;
import dev.appintegrations.console.deletion.StepState;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.StepKind;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deletion as programs see it.
 */
@Schema(name = "Deletion", description = "A confirmed deletion as it stands.")
record DeletionJson(String id, String href, String page, String account, String accountId, String plan, String title,
		DeletionState state,
		@Schema(description = "What must be mended before it goes on.") @Nullable String pausedBecause,
		String confirmedBy, Instant confirmedAt, @Nullable Instant finishedAt,
		@Schema(description = "Who asked to cancel it.") @Nullable String cancelledBy, @Nullable Instant cancelledAt,
		List<Step> steps) {

	static DeletionJson of(Deletion deletion) {
		return new DeletionJson(deletion.id().toString(), DeletionPaths.deletion(deletion.account(), deletion.id()),
				DeletionPaths.deletionPage(deletion.account(), deletion.id()), deletion.account().value(),
				deletion.plan().accountId(), DeletionPaths.plan(deletion.account(), deletion.planId()),
				deletion.title(), deletion.state(), deletion.pausedBecause(), deletion.confirmedBy(),
				deletion.confirmedAt(), deletion.finishedAt(), deletion.cancelledBy(), deletion.cancelledAt(),
				deletion.steps().stream().map(Step::of).toList());
	}

	/**
	 * A step of a deletion.
	 */
	@Schema(name = "DeletionStep", description = "A step of a deletion as it stands.")
	record Step(int number, StepKind kind, @Nullable String region, String key, String subject, StepState state,
			@Schema(description = "How often AWS was asked.") int attempts,
			@Schema(description = "When it is looked at again.") @Nullable Instant nextTryAt,
			@Schema(description = "What happened, in words.") @Nullable String detail,
			@Schema(description = "What AWS last said.") @Nullable Answer lastAnswer,
			@Schema(description = "IAM's deletion task.") @Nullable String taskId,
			@Schema(description = "What IAM says still uses the role, as IAM tells it.") List<DeletionStep.Usage> usages,
			@Nullable Instant startedAt, @Nullable Instant finishedAt) {

		static Step of(DeletionStep step) {
			PlannedStep planned = step.planned();
			DeletionStep.Answer answer = step.answer();
			return new Step(planned.number(), planned.kind(), DeletionPlanJson.code(planned.region()), planned.key(),
					planned.subject(), step.state(), step.attempts(), step.nextTryAt(), step.detail(),
					(answer != null) ? new Answer(answer.code(), answer.message(), answer.requestId()) : null,
					step.taskId(), step.usages(), step.startedAt(), step.finishedAt());
		}

	}

	/**
	 * What AWS said.
	 */
	@Schema(name = "AwsAnswer", description = "What AWS said.")
	record Answer(@Schema(description = "AWS's error code, or OK.") String code, String message,
			@Schema(description = "Null if AWS did not answer.") @Nullable String requestId) {

	}

}
