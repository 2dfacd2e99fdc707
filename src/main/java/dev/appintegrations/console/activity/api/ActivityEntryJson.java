package dev.appintegrations.console.activity.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.activity.ActivityEntry;
import dev.appintegrations.console.activity.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail, as programs see it.
 */
@Schema(name = "ActivityEntry", description = "Something that was done, tried or refused.")
record ActivityEntryJson(UUID id, @Schema(description = "When; before the act, where there was one.") Instant at,
		@Schema(description = "Who.", example = "operator") String actor,
		@Schema(description = "Name of the API token that signed the request; null if none did.") @Nullable String token,
		@Schema(description = "Where the request came from; null if the console acted by itself.",
				example = "127.0.0.1") @Nullable String address,
		@Schema(description = "What.", example = "SCAN") String operation,
		@Schema(description = "The account's alias; null if it concerns the whole console.",
				example = "demo") @Nullable String account,
		@Schema(description = "What it was done to.") String target,
		@Schema(description = "What else was asked for.") Map<String, String> parameters,
		@Schema(description = "What came of it; UNKNOWN as long as nobody knows.") Outcome outcome,
		@Schema(description = "More about the outcome.") @Nullable String detail,
		@Schema(description = "How the target was, as text or as JSON in text.") @Nullable String before,
		@Schema(description = "How the target became, as text or as JSON in text.") @Nullable String after,
		@Schema(description = "What AWS called the requests of the act.") List<String> awsRequestIds,
		@Schema(description = "When the outcome was known; null if it is not.") @Nullable Instant completedAt,
		String href, String page) {

	static ActivityEntryJson of(ActivityEntry entry) {
		return new ActivityEntryJson(entry.id(), entry.at(), entry.actor(), entry.token(), entry.address(),
				entry.operation(), entry.account(), entry.target(), entry.parameters(), entry.outcome(), entry.detail(),
				entry.before(), entry.after(), entry.awsRequestIds(), entry.completedAt(),
				ActivityApi.PATH + "/" + entry.id(), "/activity/" + entry.id());
	}

}
