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
 */
record Template(List<Part> parts) {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");

	private static final Pattern WITH_DEFAULT = Pattern.compile("([^,]+),\\s*'([^']*)'");

	/** Text that {@code ${*}}, {@code ${?}} and {@code ${$}} stand for. */
	private static final List<String> ESCAPED = List.of("*", "?", "$");

	/** Colons before which variables of a resource are literal text. */
	private static final int ARN_COLONS = 5;

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
		for (int i = 0; i < ARN_COLONS && from >= 0; i++) {
			from = text.indexOf(':', from) + 1;
			if (from == 0) {
				from = -1;
			}
		}
		return of(text, version, (from >= 0) ? from : text.length());
	}

	private static Template of(String text, Version version, int from) {
		List<Part> parts = new ArrayList<>();
		int end = 0;
		if (version == Version.V2012_10_17) {
			Matcher matcher = VARIABLE.matcher(text);
			while (matcher.find()) {
				if (matcher.start() >= from) {
					parts.add(new Part(text.substring(end, matcher.start()), null, null));
					parts.add(variable(matcher.group(1)));
					end = matcher.end();
				}
			}
		}
		parts.add(new Part(text.substring(end), null, null));
		return new Template(List.copyOf(parts));
	}

	private static Part variable(String inner) {
		if (ESCAPED.contains(inner)) {
			return new Part(inner, "", null);
		}
		Matcher matcher = WITH_DEFAULT.matcher(inner.strip());
		return matcher.matches() ? new Part("", matcher.group(1).strip().toLowerCase(Locale.ROOT), matcher.group(2))
				: new Part("", inner.strip().toLowerCase(Locale.ROOT), null);
	}

	/** Whether it is the same for every request. */
	boolean fixed() {
		return this.parts.stream().allMatch((part) -> part.key() == null || part.key().isEmpty());
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
			String value = (part.key() == null) ? part.text() : part.value(context);
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

		/** Only keys of one value can be variables. */
		private @Nullable String value(Map<String, List<String>> context) {
			if (this.key == null || this.key.isEmpty()) {
				return this.text;
			}
			List<String> values = context.get(this.key);
			return (values != null && values.size() == 1) ? values.getFirst() : this.otherwise;
		}

	}

}
