package dev.appintegrations.console.access.web;

import java.util.Arrays;

import dev.appintegrations.console.access.Role;
import dev.appintegrations.console.access.UserChange;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms on a user's page.
 *
 * @param act which
 * @param role the new role
 * @param password the new password
 * @param confirmed whether the box was ticked that says that one means it
 */
record UserForm(@Nullable String act, @Nullable String role, @Nullable String password, @Nullable String confirmed) {

	/** What a user's page offers. */
	enum Act {

		/** Change the role. */
		ROLE("The role was changed."),

		/** Keep the user out. */
		DISABLE("The user is disabled and signed out everywhere."),

		/** Let the user in. */
		ENABLE("The user may sign in."),

		/** Reset the password. */
		PASSWORD("The password was reset, and the user is signed out everywhere."),

		/** End the sessions. */
		SIGN_OUT("The user is signed out everywhere."),

		/** Revoke the tokens. */
		REVOKE_TOKENS("The user's API tokens are revoked.");

		private final String done;

		Act(String done) {
			this.done = done;
		}

		String done() {
			return this.done;
		}

		String id() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}

		static @Nullable Act of(@Nullable String id) {
			return Arrays.stream(values()).filter((act) -> act.id().equals(id)).findFirst().orElse(null);
		}

	}

	boolean confirms(Act act) {
		return act == Act.ENABLE || "yes".equals(this.confirmed);
	}

	UserChange toChange(Act act) {
		return switch (act) {
			case ROLE -> new UserChange(role(this.role), null, null, false, false);
			case DISABLE -> UserChange.enabled(false);
			case ENABLE -> UserChange.enabled(true);
			case PASSWORD -> UserChange.password((this.password != null) ? this.password : "");
			case SIGN_OUT -> new UserChange(null, null, null, true, false);
			case REVOKE_TOKENS -> new UserChange(null, null, null, false, true);
		};
	}

	/** The role of a name, or null if there is none. */
	static @Nullable Role role(@Nullable String name) {
		return Arrays.stream(Role.values()).filter((role) -> role.name().equals(name)).findFirst().orElse(null);
	}

}
