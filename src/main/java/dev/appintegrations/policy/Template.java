package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.policy.Policy.Version;
import org.jspecify.annotations.Nullable;

/**
 * Text with policy variables, compiled (IAM user guide, "IAM policy elements: Variables
 * and tags"). What a variable stands for is taken literally, wildcards in it included.
 *
 * @param parts text and variables, in order
 * @param malformed whether it has <code>${</code> that begins neither a variable nor an
 * escaped character; IAM does not document what that means (unverified)
 */
record Template(List<Part> parts, boolean malformed) {

	private static final String START = "${";

	/** What a key can't have: no service's keys and no tags do. */
	private static final Pattern KEY = Pattern.compile("[^\\s${}*?,'\"](?:[^${}*?,'\"]*[^\\s${}*?,'\"])?+");

	private static final Pattern DEFAULT = Pattern.compile("\\s*+'([^']*+)'");

	/** Text that {@code ${*}}, {@code ${?}} and {@code ${$}} stand for. */
	private static final List<String> ESCAPED = List.of("*", "?", "$");

	/** Colons before which variables of a resource are literal text. */
	private static final int ARN_COLONS = 5;

	/**
	 * Text as it is.
	 */
	static Template literal(String text) {
		return new Template(List.of(new Part(text, null, null)), false);
	}

	/**
	 * Reads a value of a condition.
	 */
	static Template ofValue(String text, Version version) {
		return of(text, version, 0);
	}

	/**
	 * Reads a resource, in which variables count only after the fifth colon.
	 */
	static Template ofResource(String text, Version version) {
		int from = 0;
		for (int i = 0; i < ARN_COLONS; i++) {
			from = text.indexOf(':', from) + 1;
			if (from == 0) {
				return literal(text);
			}
		}
		return of(text, version, from);
	}

	private static Template of(String text, Version version, int from) {
		if (version != Version.V2012_10_17) {
			return literal(text);
		}
		List<Part> parts = new ArrayList<>();
		int end = 0;
		for (int start = text.indexOf(START, from); start >= 0; start = text.indexOf(START, end)) {
			int close = text.indexOf('}', start);
			Part variable = (close > 0) ? variable(text.substring(start + START.length(), close)) : null;
			if (variable == null) {
				return new Template(List.of(), true);
			}
			parts.add(new Part(text.substring(end, start), null, null));
			parts.add(variable);
			end = close + 1;
		}
		parts.add(new Part(text.substring(end), null, null));
		return new Template(List.copyOf(parts), false);
	}

	private static @Nullable Part variable(String inner) {
		if (ESCAPED.contains(inner)) {
			return new Part(inner, "", null);
		}
		int comma = inner.indexOf(',');
		String key = (comma >= 0) ? inner.substring(0, comma) : inner;
		if (!KEY.matcher(key).matches()) {
			return null;
		}
		if (comma < 0) {
			return new Part("", key.toLowerCase(Locale.ROOT), null);
		}
		Matcher otherwise = DEFAULT.matcher(inner).region(comma + 1, inner.length());
		return otherwise.matches() ? new Part("", key.toLowerCase(Locale.ROOT), otherwise.group(1)) : null;
	}

	/** Whether it is the same for every request. */
	boolean fixed() {
		return !this.malformed && this.parts.stream().allMatch((part) -> part.key() == null || part.key().isEmpty());
	}

	/**
	 * The pattern for a request.
	 * @return {@code null} if a variable has no value
	 */
	@Nullable Wildcard pattern(Map<String, List<String>> context) {
		Wildcard.Builder builder = new Wildcard.Builder();
		for (Part part : this.parts) {
			if (part.key() == null) {
				builder.pattern(part.text());
			}
			else {
				String value = part.value(context);
				if (value == null) {
					return null;
				}
				builder.literal(value);
			}
		}
		return builder.build();
	}

	/**
	 * The text for a request.
	 * @return {@code null} if a variable has no value
	 */
	@Nullable String text(Map<String, List<String>> context) {
		StringBuilder text = new StringBuilder();
		for (Part part : this.parts) {
			String value = part.value(context);
			if (value == null) {
				return null;
			}
			text.append(value);
		}
		return text.toString();
	}

	/**
	 * Text, or a variable.
	 *
	 * @param text the text, of an escaped character the character
	 * @param key the condition key of a variable in lower case, empty for an escaped
	 * character, {@code null} for text
	 * @param otherwise what a variable stands for where the request has no value
	 */
	record Part(String text, @Nullable String key, @Nullable String otherwise) {

		/** Only keys of one value can be variables; a default is for keys without any. */
		@Nullable String value(Map<String, List<String>> context) {
			if (this.key == null || this.key.isEmpty()) {
				return this.text;
			}
			List<String> values = context.get(this.key);
			if (values == null || values.isEmpty()) {
				return this.otherwise;
			}
			return (values.size() == 1) ? values.getFirst() : null;
		}

	}

}
