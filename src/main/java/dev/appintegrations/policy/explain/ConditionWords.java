package dev.appintegrations.policy.explain;

import java.util.List;
import java.util.Locale;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;

/**
 * Says what a condition demands.
 */
final class ConditionWords {

	private ConditionWords() {
	}

	static String of(Condition condition) {
		String key = KeyWords.of(condition.key());
		if (condition.operator() == Operator.NULL) {
			return key + " is "
					+ Phrases.join(condition.values().stream().map(ConditionWords::presence).toList(), "or");
		}
		String demand = demand(condition.operator(), condition.values());
		return switch (condition.qualifier()) {
			case NONE -> key + (holdsWithoutKey(condition) ? " is missing or " : " ") + demand;
			case FOR_ALL_VALUES -> "every " + KeyWords.valueOf(condition.key()) + ", if there is any, " + demand;
			case FOR_ANY_VALUE -> (holdsWithoutKey(condition) ? key + " is missing or " : "") + "at least one "
					+ KeyWords.valueOf(condition.key()) + " " + demand;
		};
	}

	static String whenMissing(Condition condition) {
		if (condition.operator() == Operator.NULL) {
			return "Null asks only whether the key is there.";
		}
		if (condition.qualifier() == Qualifier.FOR_ALL_VALUES) {
			return "A request without the key, or with no value of it, meets this condition.";
		}
		return holdsWithoutKey(condition) ? "A request without the key meets this condition."
				: "A request without the key does not meet this condition.";
	}

	private static boolean holdsWithoutKey(Condition condition) {
		return condition.ifExists()
				|| (condition.operator().negated() && condition.qualifier() != Qualifier.FOR_ANY_VALUE);
	}

	private static String presence(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true" -> "missing";
			case "false" -> "present";
			default -> Phrases.quoted(value);
		};
	}

	private static String demand(Operator operator, List<String> values) {
		List<String> quoted = values.stream().map(Phrases::quoted).toList();
		String alternatives = Phrases.join(quoted, "or");
		String neither = (values.size() == 2) ? "neither " + quoted.getFirst() + " nor " + quoted.getLast()
				: (values.size() > 2) ? "none of " + Phrases.join(quoted, "and") : "not " + alternatives;
		boolean literal = values.stream().noneMatch((value) -> value.matches("(?s).*[*?].*"));
		return switch (operator) {
			case STRING_EQUALS -> "is exactly " + alternatives;
			case STRING_NOT_EQUALS -> "is " + neither;
			case STRING_EQUALS_IGNORE_CASE -> "is " + alternatives + " in any letter case";
			case STRING_NOT_EQUALS_IGNORE_CASE -> "is " + neither + " in any letter case";
			case STRING_LIKE -> (literal ? "is exactly " : "matches ") + alternatives;
			case STRING_NOT_LIKE -> literal ? "is " + neither : "does not match " + alternatives;
			case ARN_NOT_EQUALS, ARN_NOT_LIKE -> "does not match " + alternatives;
			case ARN_EQUALS, ARN_LIKE -> "is an ARN that matches " + alternatives;
			case NUMERIC_EQUALS -> "is the number " + alternatives;
			case NUMERIC_NOT_EQUALS -> "is a number that is " + neither;
			case NUMERIC_LESS_THAN -> "is less than " + alternatives;
			case NUMERIC_LESS_THAN_EQUALS -> "is at most " + alternatives;
			case NUMERIC_GREATER_THAN -> "is greater than " + alternatives;
			case NUMERIC_GREATER_THAN_EQUALS -> "is at least " + alternatives;
			case DATE_EQUALS -> "is the time " + alternatives;
			case DATE_NOT_EQUALS -> "is a time that is " + neither;
			case DATE_LESS_THAN -> "is before " + alternatives;
			case DATE_LESS_THAN_EQUALS -> "is not after " + alternatives;
			case DATE_GREATER_THAN -> "is after " + alternatives;
			case DATE_GREATER_THAN_EQUALS -> "is not before " + alternatives;
			case BOOL -> "is " + alternatives;
			case BINARY_EQUALS -> "is the binary value " + alternatives;
			case IP_ADDRESS -> "is an address in " + alternatives;
			case NOT_IP_ADDRESS -> "is an address outside " + alternatives;
			case NULL -> throw new IllegalArgumentException("Null demands no value");
		};
	}

}
