package dev.appintegrations.console.deletion.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.deletion.StoredPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.deletion.plan.TargetKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan as programs see it.
 */
@Schema(name = "DeletionPlan", description = "What a deletion will do, and what it will not.")
record DeletionPlanJson(String id, String href, String page, String account, String accountId, String fingerprint,
		List<Step> steps, @Schema(description = "What will be gone in the end.") List<Thing> deleted,
		@Schema(description = "What stays on purpose.") List<Reasoned> kept,
		@Schema(description = "What can't be deleted.") List<BlockedThing> blocked,
		@Schema(description = "Regions that have an endpoint, are not known to be disabled, and could not be read.",
				example = "[\"ap-southeast-1\"]") List<String> unproven,
		List<String> warnings,
		@Schema(description = "Null if there is nothing to confirm.") DeletionPlan.@Nullable Confirmation confirmation,
		@Schema(description = "How everything that goes was defined.") List<DeletionPlan.Definition> definitions,
		Instant createdAt, Instant expiresAt, @Schema(description = "When it was confirmed.") @Nullable Instant usedAt,
		@Schema(description = "The deletion that it became.") @Nullable String deletion) {

	static DeletionPlanJson of(StoredPlan stored, @Nullable UUID deletion) {
		DeletionPlan plan = stored.plan();
		AccountAlias account = plan.account();
		return new DeletionPlanJson(stored.id().toString(), DeletionPaths.plan(account, stored.id()),
				DeletionPaths.planPage(account, stored.id()), account.value(), plan.accountId(), stored.fingerprint(),
				plan.steps().stream().map(Step::of).toList(),
				plan.going()
					.stream()
					.map((each) -> new Thing(each.kind(), code(each.region()), each.arn(), each.name()))
					.toList(),
				plan.kept()
					.stream()
					.map((each) -> new Reasoned(each.kind(), code(each.region()), each.arn(), each.name(),
							each.reason()))
					.toList(),
				plan.blocked()
					.stream()
					.map((each) -> new BlockedThing(each.kind(), code(each.region()), each.arn(), each.name(),
							each.reason(), each.choices()))
					.toList(),
				plan.unproven().stream().map((each) -> each.region().code()).toList(), plan.warnings(),
				plan.confirmation(), plan.definitions(), stored.createdAt(), stored.expiresAt(), stored.usedAt(),
				(deletion != null) ? DeletionPaths.deletion(account, deletion) : null);
	}

	static @Nullable String code(@Nullable Region region) {
		return (region != null) ? region.code() : null;
	}

	/**
	 * A step of a plan.
	 */
	@Schema(name = "PlannedStep", description = "A step of a plan.")
	record Step(int number, StepKind kind, @Schema(description = "Null for the role.") @Nullable String region,
			@Schema(description = "What it is done to: an ARN, or what else identifies it.") String key, String subject,
			@Schema(description = "The steps that come before it.") List<Integer> after, String reason,
			@Nullable String waitsFor,
			@Schema(description = "The AWS call that changes something; null for a step that only waits.",
					example = "connect:DeleteUseCase") @Nullable String call) {

		static Step of(PlannedStep step) {
			return new Step(step.number(), step.kind(), code(step.region()), step.key(), step.subject(), step.after(),
					step.reason(), step.waitsFor(), call(step.kind()));
		}

		static @Nullable String call(StepKind kind) {
			return kind.operation().isEmpty() ? null : kind.service() + ":" + kind.operation();
		}

	}

	/**
	 * Something that goes.
	 */
	@Schema(name = "DeletedThing", description = "Something that will be gone.")
	record Thing(TargetKind kind, @Nullable String region, String arn,
			@Schema(description = "Of an association, its parent's.") String name) {

	}

	/**
	 * Something that stays.
	 */
	@Schema(name = "KeptThing", description = "Something that stays on purpose.")
	record Reasoned(TargetKind kind, @Nullable String region, String arn, String name, String reason) {

	}

	/**
	 * Something that can't be deleted.
	 */
	@Schema(name = "BlockedThing", description = "Something that can't be deleted.")
	record BlockedThing(TargetKind kind, @Nullable String region, String arn, String name, String reason, @Schema(
			description = "For an ambiguous association, the holders to choose from.") List<DeletionPlan.Choice> choices) {

	}

}
