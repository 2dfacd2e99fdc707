package dev.appintegrations.console.deletion;

import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.deletion.plan.PlanRequest;

/**
 * What a deletion is about, in a line.
 */
final class Titles {

	private Titles() {
	}

	/** For the audit trail. */
	static String of(PlanRequest request) {
		if (request.everything()) {
			return "everything";
		}
		String first = request.targets().getFirst().arn().toString();
		int more = request.targets().size() - 1;
		return (more == 0) ? first : first + " and " + more + " more";
	}

	/** For lists. */
	static String of(DeletionPlan plan) {
		int count = plan.going().size();
		if (plan.request().everything()) {
			return "Everything: " + count + ((count == 1) ? " item" : " items");
		}
		Going first = plan.going().getFirst();
		String name = first.kind().words() + " " + first.name()
				+ ((first.region() != null) ? " in " + first.region() : "");
		return (count == 1) ? name : name + " and " + (count - 1) + " more";
	}

}
