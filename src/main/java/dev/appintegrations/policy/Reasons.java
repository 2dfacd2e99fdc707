package dev.appintegrations.policy;

import java.util.List;
import java.util.Locale;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Statement.Patterns;

/**
 * Reasons in plain words.
 */
final class Reasons {

	static final String UNDECIDED_PRINCIPAL = "not supported: the statement names principals, and this request names nobody, or somebody of whom IAM does not say whether NotPrincipal excepts them";

	static final String UNDECIDED_RESOURCE = "not supported: a policy variable in NotResource has no value in this request";

	static final String MALFORMED_RESOURCE = "not supported: IAM does not document what \u201c${\u201d means in a resource where it begins no policy variable";

	private static final int MOST_LISTED = 3;

	private static final int MOST_LENGTH = 200;

	private Reasons() {
	}

	static String principal(Statement statement, Request request) {
		if (statement.principals() == null) {
			return "It names no principal, as a statement of a trust policy must: IAM refuses it, and it is about nobody.";
		}
		return "It is about other principals than "
				+ ((request.principal() != null) ? request.principal().value() : "this one") + ".";
	}

	static String action(Patterns actions, Request request) {
		return (actions.negated() ? "It is about every action but " : "It is about ") + listed(actions.values())
				+ ", not about " + request.action() + ".";
	}

	static String resource(Patterns resources, Request request) {
		return (resources.negated() ? "It is about every resource but " : "It is about ") + listed(resources.values())
				+ ", and the resource is " + shortened(request.resource()) + ".";
	}

	static String condition(Condition condition, Request request) {
		List<String> values = request.context().get(condition.key().toLowerCase(Locale.ROOT));
		String there = (values == null) ? "the request does not have the key"
				: values.isEmpty() ? "the request has the key without a value"
						: "the request has " + listed(values.stream().map(Reasons::quoted).toList());
		return "It wants that " + wish(condition) + ", and " + there + ".";
	}

	private static String wish(Condition condition) {
		if (condition.operator() == Operator.NULL) {
			return condition.key() + (condition.values().contains("true") ? " is missing" : " is there");
		}
		String values = listed(condition.values().stream().map(Reasons::quoted).toList());
		String subject = switch (condition.qualifier()) {
			case NONE -> condition.key();
			case FOR_ALL_VALUES -> "every value of " + condition.key();
			case FOR_ANY_VALUE -> "at least one value of " + condition.key();
		};
		return subject + " " + verb(condition.operator()) + " " + values
				+ (condition.ifExists() ? ", if it is there" : "");
	}

	private static String verb(Operator operator) {
		return switch (operator) {
			case STRING_EQUALS, NUMERIC_EQUALS, DATE_EQUALS, BOOL, BINARY_EQUALS -> "is";
			case STRING_NOT_EQUALS, NUMERIC_NOT_EQUALS, DATE_NOT_EQUALS -> "is not";
			case STRING_EQUALS_IGNORE_CASE -> "is, in any letter case,";
			case STRING_NOT_EQUALS_IGNORE_CASE -> "is not, in any letter case,";
			case STRING_LIKE, ARN_EQUALS, ARN_LIKE -> "matches";
			case STRING_NOT_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> "does not match";
			case NUMERIC_LESS_THAN -> "is less than";
			case NUMERIC_LESS_THAN_EQUALS -> "is at most";
			case NUMERIC_GREATER_THAN -> "is greater than";
			case NUMERIC_GREATER_THAN_EQUALS -> "is at least";
			case DATE_LESS_THAN -> "is before";
			case DATE_LESS_THAN_EQUALS -> "is not after";
			case DATE_GREATER_THAN -> "is after";
			case DATE_GREATER_THAN_EQUALS -> "is not before";
			case IP_ADDRESS -> "is in";
			case NOT_IP_ADDRESS -> "is not in";
			case NULL -> throw new IllegalArgumentException("Null compares nothing");
		};
	}

	static String undecided(CompiledCondition compiled, Request request) {
		Condition condition = compiled.condition();
		String name = condition.operatorText() + " on " + condition.key();
		if (condition.operator() == Operator.NULL) {
			return "not supported: IAM documents no set qualifier for Null";
		}
		if (compiled.malformed()) {
			return "not supported: IAM does not document what \u201c${\u201d means in a value of " + name
					+ ", where it begins no policy variable";
		}
		if (condition.operator().negated() && compiled.unresolved(request.context())) {
			return "not supported: a policy variable of " + name + " has no value in this request";
		}
		List<String> incomparable = compiled.incomparable(request.context());
		if (incomparable.isEmpty()) {
			return "not supported: IAM does not say what " + name + " does with several values";
		}
		return "not supported: " + name + " compares " + quoted(incomparable.getFirst()) + " with "
				+ quoted(incomparable.getLast()) + ", which are not both " + kind(condition.operator());
	}

	private static String kind(Operator operator) {
		return switch (operator) {
			case NUMERIC_NOT_EQUALS -> "numbers";
			case DATE_NOT_EQUALS -> "dates";
			case NOT_IP_ADDRESS -> "IP addresses";
			default -> "ARNs of six parts";
		};
	}

	private static String quoted(String text) {
		return "\u201c" + shortened(text) + "\u201d";
	}

	private static String shortened(String text) {
		return (text.length() <= MOST_LENGTH) ? text : text.substring(0, MOST_LENGTH) + "\u2026";
	}

	private static String listed(List<String> values) {
		List<String> listed = values.stream().limit(MOST_LISTED).map(Reasons::shortened).toList();
		if (values.size() <= MOST_LISTED) {
			return String.join(" or ", listed);
		}
		return String.join(", ", listed) + " and " + (values.size() - MOST_LISTED) + " more";
	}

}
