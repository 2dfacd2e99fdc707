package dev.appintegrations.console.access.api;

import java.time.Instant;

import dev.appintegrations.console.access.Role;
import dev.appintegrations.console.access.UserAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user, as programs see it.
 */
@Schema(name = "User", description = "A user of this console.")
record UserJson(@Schema(example = "operator") String name, Role role,
		@Schema(description = "Whether the user may sign in.") boolean enabled,
		@Schema(description = "Null if that was not written down.") @Nullable Instant createdAt,
		@Schema(description = "To an hour for programs; null if never.") @Nullable Instant lastSignedInAt, String href,
		String page) {

	static UserJson of(UserAccount user) {
		return new UserJson(user.name(), user.role(), user.enabled(), user.createdAt(), user.lastSignedInAt(),
				UsersApi.PATH + "/" + user.name(), "/users/" + user.name());
	}

}
