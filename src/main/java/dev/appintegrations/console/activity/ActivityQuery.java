package dev.appintegrations.console.activity;

import java.time.Instant;

import dev.appintegrations.console.kernel.AccountAlias;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to look for; what is {@code null} matches everything.
 *
 * @param actor user name, whole
 * @param operation operation, whole
 * @param target part of the target, whatever the case
 * @param outcome outcome
 * @param account only what concerns this account, or the whole console
 * @param from not before this time
 * @param to before this time
 */
public record ActivityQuery(@Nullable String actor, @Nullable String operation, @Nullable String target,
		@Nullable Outcome outcome, @Nullable AccountAlias account, @Nullable Instant from, @Nullable Instant to) {

}
