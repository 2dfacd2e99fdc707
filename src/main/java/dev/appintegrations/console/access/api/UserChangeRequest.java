package dev.appintegrations.console.access.api;

import dev.appintegrations.console.access.Role;
import dev.appintegrations.console.access.UserChange;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a user.
 */
@Schema(name = "UserChangeRequest", description = "What to change, all at once or not at all.")
record UserChangeRequest(@Nullable Role role, @Schema(
		description = "False keeps the user out: sessions end, passwords and tokens are void.") @Nullable Boolean enabled,
		@Schema(description = "A new password, 12 to 72 bytes of UTF-8, not the name; ends the user's sessions.") @Nullable String password,
		@Schema(description = "True ends the user's sessions.") @Nullable Boolean signOut,
		@Schema(description = "True revokes the user's API tokens.") @Nullable Boolean revokeTokens) {

	UserChange toChange() {
		return new UserChange(this.role, this.enabled, this.password, Boolean.TRUE.equals(this.signOut),
				Boolean.TRUE.equals(this.revokeTokens));
	}

}
