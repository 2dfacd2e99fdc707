package dev.appintegrations.console.access.web;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.access.ApiToken;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An API token, as the settings page shows it.
 */
record TokenView(UUID id, String name, String permissions, Moment created, String expiresAt, boolean expired,
		@Nullable Moment lastUsed) {

	static TokenView of(ApiToken token, Instant now) {
		return new TokenView(token.id(), token.name(), String.join(", ", labels(token.permissions()).values()),
				Moment.of(token.createdAt(), now), token.expiresAt().toString(), token.expired(now),
				(token.lastUsedAt() != null) ? Moment.of(token.lastUsedAt(), now) : null);
	}

	/**
	 * Permissions with their names for people: {@code CREATE_ROLE} reads "Create role".
	 */
	static Map<Permission, String> labels(Collection<Permission> permissions) {
		Map<Permission, String> labels = new EnumMap<>(Permission.class);
		permissions.forEach((permission) -> {
			String words = permission.name().toLowerCase(Locale.ROOT).replace('_', ' ');
			labels.put(permission, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
		});
		return labels;
	}

}
