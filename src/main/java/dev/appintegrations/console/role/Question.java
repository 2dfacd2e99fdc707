package dev.appintegrations.console.role;

import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Request;

/**
 * May the role do this?
 *
 * @param action such as {@code appflow:DeleteFlow}
 * @param resource an ARN, or {@code *} for an action that knows none
 * @param context values of condition keys, several where a key has several
 */
public record Question(String action, String resource, Map<String, List<String>> context) {

	/**
	 * The question as the policy language has it.
	 * @return a request by the role
	 */
	public Request request() {
		return new Request(this.action, this.resource, this.context);
	}

}
