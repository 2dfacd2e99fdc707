package dev.appintegrations.console.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A user of this console, as admins see it.
 *
 * @param name the user's name
 * @param role the user's role
 * @param enabled whether the user may sign in
 * @param createdAt when the user was created, or {@code null} if that was not written
 * down
 * @param lastSignedInAt when the user signed in last, to an hour for programs, or
 * {@code null} if never
 */
public record UserAccount(String name, Role role, boolean enabled, @Nullable Instant createdAt,
		@Nullable Instant lastSignedInAt) {

}
