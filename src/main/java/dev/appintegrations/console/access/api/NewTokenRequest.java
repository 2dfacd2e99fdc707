package dev.appintegrations.console.access.api;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.appintegrations.console.kernel.Permission;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token to make.
 */
@Schema(name = "NewTokenRequest", description = "A token to make; nothing may be left out.")
record NewTokenRequest(
		@Schema(description = "No other token of the caller has it.", example = "deploy robot") @Nullable String name,
		@Schema(description = "What it may do, at least one; none that the caller may not.",
				example = "[\"READ\", \"SCAN\"]") @Nullable List<@Nullable Permission> permissions,
		@Schema(description = "In the future, at most a year from now.") @Nullable Instant expiresAt) {

	@Nullable Set<Permission> permissionSet() {
		if (this.permissions == null) {
			return null;
		}
		Set<Permission> set = EnumSet.noneOf(Permission.class);
		this.permissions.stream().filter(Objects::nonNull).map(Objects::requireNonNull).forEach(set::add);
		return set;
	}

}
