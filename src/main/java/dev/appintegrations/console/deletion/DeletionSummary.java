package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.UUID;

import dev.appintegrations.console.kernel.AccountAlias;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed deletion, for lists: without its plan and its steps, of which there may be
 * hundreds.
 *
 * @param id its id
 * @param account the account's alias
 * @param title what is deleted
 * @param state where it stands
 * @param confirmedBy who confirmed it
 * @param confirmedAt when
 * @param finishedAt when it ended, or {@code null}
 * @param steps how many steps it has
 * @param ended how many of them have ended
 */
public record DeletionSummary(UUID id, AccountAlias account, String title, DeletionState state, String confirmedBy,
		Instant confirmedAt, @Nullable Instant finishedAt, int steps, int ended) {

}
