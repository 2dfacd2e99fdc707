package dev.appintegrations.console.deletion.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Blocked;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepList.Draft;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.ServiceLinkedRole;
import org.jspecify.annotations.Nullable;

/**
 * Plans the role's part. AWS deletes the role only when no data or event integration and
 * no association of theirs is left in any region (Amazon Connect administrator guide);
 * whether applications keep it too is unverified, so they do not forbid the attempt.
 */
record RolePlanning(World world, PlanRequest request, StepList steps, List<Going> going, List<Blocked> blocked,
		Map<String, Definition> definitions) {

	void add() {
		RoleReading reading = Objects.requireNonNull(this.world.role(), "The role was not read");
		String obstacle = obstacle(reading);
		String arn = RoleNames.arn(this.world.accountId());
		ServiceLinkedRole role = reading.role();
		if (obstacle != null || role == null) {
			this.blocked
				.add(new Blocked(TargetKind.ROLE, null, arn, RoleNames.ROLE, String.valueOf(obstacle), List.of()));
			return;
		}
		this.steps.add(new Draft(StepKind.DELETE_ROLE, null, arn, StepList.ACCOUNT, RoleNames.ROLE, arn,
				Map.of(Parameter.ITEM, arn, Parameter.NAME, RoleNames.ROLE, Parameter.ROLE_ID, role.roleId()),
				List.of(), "Nothing needs it by then.",
				"IAM looks in every region whether something still uses the role; that may take minutes.",
				Expected.ids(role.roleId())), List.of());
		this.going.add(new Going(TargetKind.ROLE, null, arn, RoleNames.ROLE));
		this.definitions.put(arn, Definitions.ofRole(arn, Objects.requireNonNullElse(role.description(), "")));
	}

	private @Nullable String obstacle(RoleReading reading) {
		return switch (reading.state()) {
			case ABSENT -> "There is no such role in this account. Nothing needs to be deleted.";
			case UNKNOWN -> "IAM could not be asked about the role"
					+ (reading.failures().isEmpty() ? "." : ": " + reading.failures().getFirst().message());
			case DELETING, PRESENT -> left();
		};
	}

	private @Nullable String left() {
		String places = Objects.requireNonNull(this.world.remaining(), "The regions were not read")
			.entrySet()
			.stream()
			.filter((region) -> left(region.getKey().code(), region.getValue()) > 0)
			.map((region) -> left(region.getKey().code(), region.getValue()) + " in " + region.getKey())
			.sorted()
			.collect(Collectors.joining(", "));
		return places.isEmpty() ? null
				: "AWS deletes the role only when no data integration and no event integration is left in any region. Left: "
						+ places + ".";
	}

	/** What the region has, less what goes before the role. */
	private int left(String region, Map<Kind, Integer> counts) {
		long leaving = this.going.stream()
			.filter((each) -> each.region() != null && each.region().code().equals(region))
			.filter((each) -> each.kind() == TargetKind.DATA_INTEGRATION || each.kind() == TargetKind.EVENT_INTEGRATION)
			.count();
		return (int) (counts.getOrDefault(Kind.DATA_INTEGRATION, 0) + counts.getOrDefault(Kind.EVENT_INTEGRATION, 0)
				- leaving);
	}

}
