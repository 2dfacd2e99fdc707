package dev.appintegrations.console.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

/**
 * An API token of a user, without its secret, which nobody has but who was shown it.
 *
 * @param id its id
 * @param name its name, which the user has given it
 * @param permissions what it may do, as far as the user's role may
 * @param createdAt when it was made
 * @param expiresAt when it ends
 * @param lastUsedAt when it was used last, to a minute, or {@code null} if never
 */
public record ApiToken(UUID id, String name, Set<Permission> permissions, Instant createdAt, Instant expiresAt,
		@Nullable Instant lastUsedAt) {

	/**
	 * Whether it is over.
	 * @param now the present
	 * @return true if nobody can use it any more
	 */
	public boolean expired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

}
