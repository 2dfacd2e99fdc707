package dev.appintegrations.console.access.api;

import dev.appintegrations.console.access.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user to create.
 */
@Schema(name = "NewUserRequest", description = "A user to create; nothing may be left out.")
record NewUserRequest(
		@Schema(description = "Lower-case letters, digits and . _ @ -; it never changes.",
				example = "robot") @Nullable String name,
		@Nullable Role role,
		@Schema(description = "12 to 72 bytes of UTF-8, not the name.") @Nullable String password) {

	@Override
	public String toString() {
		return "NewUserRequest[name=" + this.name + ", role=" + this.role + "]";
	}

}
