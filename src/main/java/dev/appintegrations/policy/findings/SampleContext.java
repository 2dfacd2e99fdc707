package dev.appintegrations.policy.findings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes up values of condition keys that are likely to meet conditions, as few as
 * possible.
 */
final class SampleContext {

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

	private static final String LONG_AGO = "2000-01-01T00:00:00Z";

	private static final String FAR_AHEAD = "2100-01-01T00:00:00Z";

	private SampleContext() {
	}

	static Map<String, List<String>> of(List<Condition> conditions) {
		Map<String, List<String>> context = new HashMap<>();
		for (Condition condition : conditions) {
			String value = value(condition);
			if (value != null) {
				context.putIfAbsent(condition.key(), List.of(value));
			}
		}
		return context;
	}

	private static @Nullable String value(Condition condition) {
		boolean optional = condition.ifExists() || condition.qualifier() == Qualifier.FOR_ALL_VALUES
				|| condition.values().isEmpty();
		if (optional || (condition.operator().negated() && condition.qualifier() == Qualifier.NONE)) {
			return null;
		}
		String first = condition.values().getFirst();
		return switch (condition.operator()) {
			case NULL -> "true".equalsIgnoreCase(first) ? null : "example";
			case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, NUMERIC_EQUALS, NUMERIC_LESS_THAN_EQUALS,
					NUMERIC_GREATER_THAN_EQUALS, DATE_EQUALS, BOOL, BINARY_EQUALS ->
				first;
			case STRING_LIKE, ARN_EQUALS, ARN_LIKE -> first.replace("*", "example").replace('?', 'x');
			case NUMERIC_LESS_THAN -> near(first, BigDecimal.ONE.negate());
			case NUMERIC_GREATER_THAN -> near(first, BigDecimal.ONE);
			case DATE_LESS_THAN, DATE_LESS_THAN_EQUALS -> LONG_AGO;
			case DATE_GREATER_THAN, DATE_GREATER_THAN_EQUALS -> FAR_AHEAD;
			case IP_ADDRESS -> first.replaceAll("/.*", "");
			case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, STRING_NOT_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE,
					NUMERIC_NOT_EQUALS, DATE_NOT_EQUALS, NOT_IP_ADDRESS ->
				other(condition.operator());
		};
	}

	private static @Nullable String near(String number, BigDecimal step) {
		return NUMBER.matcher(number).matches() ? new BigDecimal(number).add(step).toPlainString() : null;
	}

	private static String other(Operator operator) {
		return switch (operator) {
			case NUMERIC_NOT_EQUALS -> "7331";
			case DATE_NOT_EQUALS -> FAR_AHEAD;
			case NOT_IP_ADDRESS -> "203.0.113.77";
			case ARN_NOT_EQUALS, ARN_NOT_LIKE -> "arn:aws:s3:::something-else";
			default -> "something else";
		};
	}

}
