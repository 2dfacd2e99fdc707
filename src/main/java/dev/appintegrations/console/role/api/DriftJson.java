package dev.appintegrations.console.role.api;

import java.util.List;

import dev.appintegrations.console.role.Drift;
import dev.appintegrations.console.role.DocumentedRole;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.ServiceLinkedRole;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The live documents against the documented ones, as programs see it.
 */
@Schema(name = "RoleDrift", description = "The live documents against the documented ones.")
record DriftJson(@Schema(description = "UNKNOWN if there is nothing to compare.") State state,
		@Schema(description = "The documented version of the policy.", example = "v1") String documentedVersion,
		List<Item> items, List<RoleJson.Failure> failures) {

	static DriftJson of(RoleReading reading) {
		ServiceLinkedRole role = reading.role();
		List<Item> items = (role == null || role.policy() == null) ? List.of()
				: List.of(Item.of("POLICY", Drift.ofPolicy(role.policy().document())),
						Item.of("TRUST", Drift.ofTrust(role.trustDocument())));
		State state = items.isEmpty() ? State.UNKNOWN
				: items.stream().allMatch(Item::same) ? State.SAME : State.DIFFERENT;
		return new DriftJson(state, DocumentedRole.VERSION, items,
				reading.failures().stream().map(RoleJson.Failure::of).toList());
	}

	/**
	 * Whether the role is as documented.
	 */
	enum State {

		SAME, DIFFERENT, UNKNOWN

	}

	/**
	 * A document.
	 */
	@Schema(name = "DocumentDrift", description = "A live document against the documented one.")
	record Item(@Schema(description = "POLICY or TRUST.") String document, boolean same,
			@Schema(description = "Lines of a unified diff.") List<String> diff,
			@Schema(description = "The difference in meaning, of permissions policies.") @Nullable ComparisonJson comparison,
			@Nullable String problem) {

		static Item of(String document, Drift drift) {
			return new Item(document, drift.same(), drift.diff(),
					(drift.comparison() != null) ? ComparisonJson.of(drift.comparison()) : null, drift.problem());
		}

	}

}
