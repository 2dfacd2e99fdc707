package dev.appintegrations.console.kernel;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One act of one person or program: what is authorised is what is audited, so the two
 * cannot drift apart.
 *
 * @param actor the user name of who acts
 * @param permission what the act demands
 * @param name what the act is, in upper snake case, such as {@code DISABLE_USER}; at most
 * 60 characters
 * @param account the account it concerns, or {@code null} if it concerns none
 * @param target what it is done to, such as an ARN, a scan id or a user name
 * @param parameters what else matters; never a secret
 */
public record Operation(String actor, Permission permission, String name, @Nullable AccountAlias account, String target,
		Map<String, String> parameters) {

	public Operation {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * An act that is called as the permission it demands.
	 * @param actor the user name of who acts
	 * @param permission what the act demands
	 * @param account the account it concerns, or {@code null} if it concerns none
	 * @param target what it is done to
	 * @param parameters what else matters; never a secret
	 */
	public Operation(String actor, Permission permission, @Nullable AccountAlias account, String target,
			Map<String, String> parameters) {
		this(actor, permission, permission.name(), account, target, parameters);
	}

}
