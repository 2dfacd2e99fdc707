package dev.appintegrations.console.activity.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.console.activity.ActivityEntry;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the audit trail, as pages show it.
 */
record ActivityView(String href, Moment at, String actor, @Nullable String token, String address, String operation,
		@Nullable String account, String target, Map<String, String> parameters, String tone, String outcome,
		@Nullable String detail, @Nullable String before, @Nullable String after, List<String> awsRequestIds,
		@Nullable Moment completedAt) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static ActivityView of(ActivityEntry entry, Instant now) {
		return new ActivityView("/activity/" + entry.id(), Moment.of(entry.at(), now), entry.actor(), entry.token(),
				(entry.address() != null) ? entry.address() : "the console itself", words(entry.operation()),
				entry.account(), entry.target(), new TreeMap<>(entry.parameters()), tone(entry.outcome()),
				entry.outcome().words(), entry.detail(), readable(entry.before()), readable(entry.after()),
				entry.awsRequestIds(), (entry.completedAt() != null) ? Moment.of(entry.completedAt(), now) : null);
	}

	/** {@code SIGN_IN} reads "Sign in". */
	static String words(String operation) {
		String words = operation.toLowerCase(Locale.ROOT).replace('_', ' ');
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static String tone(Outcome outcome) {
		return switch (outcome) {
			case DONE -> "good";
			case REFUSED, THROTTLED, UNKNOWN -> "warning";
			case FAILED -> "bad";
		};
	}

	/** JSON is indented; other text is as it is. */
	private static @Nullable String readable(@Nullable String state) {
		if (state == null) {
			return null;
		}
		try {
			JsonNode json = JSON.readTree(state);
			return json.isContainer() ? JSON.writeValueAsString(json) : state;
		}
		catch (JacksonException ex) {
			return state;
		}
	}

}
