package dev.appintegrations.policy.compare;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Request;

/**
 * A request that one of two policies allows and the other does not.
 *
 * @param request the request
 * @param before the decision of the earlier policy
 * @param after the decision of the later policy
 */
public record Witness(Request request, Decision before, Decision after) {

	/**
	 * Whether it is the earlier policy that allows it.
	 * @return false if it is the later one
	 */
	public boolean isLoss() {
		return this.before == Decision.ALLOWED;
	}

	boolean tells() {
		return this.before != Decision.NOT_SUPPORTED && this.after != Decision.NOT_SUPPORTED
				&& isLoss() != (this.after == Decision.ALLOWED);
	}

}
