package dev.appintegrations.console.access.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A token to make, as the settings page sends it.
 *
 * @param name its name
 * @param permission names of permissions
 * @param expires the day at whose beginning, in UTC, it ends
 */
record TokenForm(@Nullable String name, @Nullable List<String> permission, @Nullable String expires) {

	Set<Permission> permissions() {
		Set<Permission> permissions = EnumSet.noneOf(Permission.class);
		Arrays.stream(Permission.values()).filter(this::has).forEach(permissions::add);
		return permissions;
	}

	/**
	 * Whether a box is ticked, for templates.
	 * @param permission the permission
	 * @return true if it is
	 */
	public boolean has(Permission permission) {
		return this.permission != null && this.permission.contains(permission.name());
	}

	@Nullable Instant expiresAt() {
		try {
			return (this.expires != null) ? LocalDate.parse(this.expires).atStartOfDay().toInstant(ZoneOffset.UTC)
					: null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
