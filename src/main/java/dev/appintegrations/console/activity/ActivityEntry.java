package dev.appintegrations.console.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param id its id
 * @param at when it was written: before the act, where there was one
 * @param actor who
 * @param token name of the API token that signed the request, or {@code null}
 * @param address the network address the request came from, or {@code null} if the
 * console acted by itself
 * @param operation what, in upper snake case
 * @param account alias of the account it concerns, or {@code null}
 * @param target what it was done to
 * @param parameters what else was asked for
 * @param outcome what came of it
 * @param detail more about the outcome, or {@code null}
 * @param before how the target was, as text or JSON, or {@code null}
 * @param after how the target became, as text or JSON, or {@code null}
 * @param awsRequestIds what AWS called the requests of the act
 * @param completedAt when the outcome was known, or {@code null} if it is not
 */
public record ActivityEntry(UUID id, Instant at, String actor, @Nullable String token, @Nullable String address,
		String operation, @Nullable String account, String target, Map<String, String> parameters, Outcome outcome,
		@Nullable String detail, @Nullable String before, @Nullable String after, List<String> awsRequestIds,
		@Nullable Instant completedAt) {

}
