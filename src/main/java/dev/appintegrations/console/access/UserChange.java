package dev.appintegrations.console.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an admin changes of a user, all at once or not at all.
 *
 * @param role the new role, or {@code null} to leave it
 * @param enabled whether the user may sign in, or {@code null} to leave that
 * @param password the new password, which also ends the user's sessions, or {@code null}
 * to leave it
 * @param signOut whether to end the user's sessions
 * @param revokeTokens whether to revoke the user's API tokens
 */
public record UserChange(@Nullable Role role, @Nullable Boolean enabled, @Nullable String password, boolean signOut,
		boolean revokeTokens) {

	/** Changes nothing. */
	public static final UserChange NONE = new UserChange(null, null, null, false, false);

	/**
	 * Changes the role.
	 * @param role the new role
	 * @return a change
	 */
	public static UserChange role(Role role) {
		return new UserChange(role, null, null, false, false);
	}

	/**
	 * Lets the user in, or keeps it out.
	 * @param enabled whether the user may sign in
	 * @return a change
	 */
	public static UserChange enabled(boolean enabled) {
		return new UserChange(null, enabled, null, false, false);
	}

	/**
	 * Resets the password.
	 * @param password the new password
	 * @return a change
	 */
	public static UserChange password(String password) {
		return new UserChange(null, null, password, false, false);
	}

	/** The name of the act for the audit trail. */
	String operation() {
		List<String> names = new ArrayList<>();
		if (this.role != null) {
			names.add("CHANGE_USER_ROLE");
		}
		if (this.enabled != null) {
			names.add(this.enabled ? "ENABLE_USER" : "DISABLE_USER");
		}
		if (this.password != null) {
			names.add("RESET_PASSWORD");
		}
		if (this.signOut) {
			names.add("SIGN_OUT_USER");
		}
		if (this.revokeTokens) {
			names.add("REVOKE_USER_TOKENS");
		}
		return (names.size() == 1) ? names.getFirst() : "CHANGE_USER";
	}

	/** What is asked for, without the password. */
	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (this.role != null) {
			parameters.put("role", this.role.name());
		}
		if (this.enabled != null) {
			parameters.put("enabled", this.enabled.toString());
		}
		if (this.password != null) {
			parameters.put("password", "a new one");
		}
		if (this.signOut) {
			parameters.put("signOut", "true");
		}
		if (this.revokeTokens) {
			parameters.put("revokeTokens", "true");
		}
		return parameters;
	}

}
