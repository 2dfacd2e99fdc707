package dev.appintegrations.console.deletion.plan;

import java.util.List;
import java.util.Map;

/**
 * What an operator wants to be deleted.
 *
 * @param targets what to delete; empty if everything is
 * @param everything whether all that there is, the role included, is to be deleted
 * @param force whether the one application among the targets is to be deleted together
 * with its associations by AWS's own forced deletion
 * @param holders for associations whose holder is ambiguous, which holder is meant:
 * {@link dev.appintegrations.console.inventory.Holder#key()} by the association's ARN
 */
public record PlanRequest(List<Target> targets, boolean everything, boolean force, Map<String, String> holders) {

	public PlanRequest {
		targets = List.copyOf(targets);
		holders = Map.copyOf(holders);
	}

	/**
	 * A request for these targets.
	 * @param targets what to delete
	 * @return a request without choices
	 */
	public static PlanRequest of(List<Target> targets) {
		return new PlanRequest(targets, false, false, Map.of());
	}

	/**
	 * A request for everything.
	 * @return a request without choices
	 */
	public static PlanRequest ofEverything() {
		return new PlanRequest(List.of(), true, false, Map.of());
	}

}
