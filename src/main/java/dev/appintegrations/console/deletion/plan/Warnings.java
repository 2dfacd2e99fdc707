package dev.appintegrations.console.deletion.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.role.ServiceLinkedRole;
import org.jspecify.annotations.Nullable;

/**
 * What a plan takes along, and what can't be undone.
 */
record Warnings(World world) {

	/** Until then IAM may not show a use (IAM user guide, last accessed information). */
	private static final Duration RECENT = Duration.ofHours(4);

	private static final String STACK = "aws:cloudformation:stack-name";

	List<String> of(DeletionPlan plan) {
		List<String> warnings = new ArrayList<>();
		plan.steps()
			.stream()
			.filter((step) -> step.kind() == StepKind.DELETE_KNOWLEDGE_BASE)
			.forEach((step) -> warnings
				.add("Knowledge base " + step.subject() + " goes with all its content. AWS can't bring it back."));
		if (plan.steps()
			.stream()
			.anyMatch((step) -> step.kind() == StepKind.AWAIT_DISSOCIATION
					&& step.parameter(PlannedStep.Parameter.ITEM).contains(":data-integration/"))) {
			warnings.add(
					"A data integration that has once been associated can never be associated again: it must be created anew.");
		}
		if (takesLastDataIntegration(plan)) {
			warnings.add(
					"AWS may delete the role together with the last data integration; its documentation says so, and nobody has verified it.");
		}
		if (plan.request().force()) {
			warnings.add(
					"AWS deletes the application and its associations irreversibly, and says that it might affect other resources that refer to the application.");
		}
		lastUse(plan, warnings);
		stacks(plan, warnings);
		return warnings;
	}

	private boolean takesLastDataIntegration(DeletionPlan plan) {
		long going = plan.going().stream().filter((each) -> each.kind() == TargetKind.DATA_INTEGRATION).count();
		Integer all = (this.world.remaining() != null) ? this.world.remaining()
			.values()
			.stream()
			.mapToInt((counts) -> counts.getOrDefault(Kind.DATA_INTEGRATION, 0))
			.sum() : null;
		return going > 0 && (all == null || all <= going);
	}

	private void lastUse(DeletionPlan plan, List<String> warnings) {
		if (plan.going().stream().noneMatch((each) -> each.kind() == TargetKind.ROLE)) {
			return;
		}
		warnings
			.add("The same role comes back, with another id, as soon as anybody creates something in AppIntegrations.");
		ServiceLinkedRole.LastUse use = lastUse(Objects.requireNonNull(this.world.role()).role());
		if (use != null && use.at().plus(RECENT).isAfter(this.world.readAt())) {
			warnings.add(
					"The role was used less than four hours ago" + ((use.region() != null) ? " in " + use.region() : "")
							+ ". Which sessions still run can't be listed.");
		}
	}

	private static ServiceLinkedRole.@Nullable LastUse lastUse(@Nullable ServiceLinkedRole role) {
		return (role != null) ? role.lastUsed() : null;
	}

	private void stacks(DeletionPlan plan, List<String> warnings) {
		List<String> going = plan.going().stream().map(Going::arn).toList();
		for (World.Item item : this.world.items()) {
			Map<String, String> tags = item.details().tags();
			if (tags.containsKey(STACK) && going.contains(item.details().arn().toString())) {
				warnings.add(item.details().name() + " belongs to the CloudFormation stack " + tags.get(STACK)
						+ ", which will fail to find it.");
			}
		}
	}

}
