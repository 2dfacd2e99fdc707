package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Policy.Version;
import org.jspecify.annotations.Nullable;

/**
 * A condition, ready to be asked often.
 */
final class CompiledCondition {

	private static final int ARN_PARTS = 6;

	private final Condition condition;

	private final String key;

	private final Template[] values;

	private final @Nullable Wanted[] fixed;

	CompiledCondition(Condition condition, Version version) {
		this.condition = condition;
		this.key = condition.key().toLowerCase(Locale.ROOT);
		this.values = condition.values()
			.stream()
			.map((value) -> template(condition.operator(), value, version))
			.toArray(Template[]::new);
		this.fixed = Arrays.stream(this.values)
			.map((value) -> value.fixed() ? wanted(value, Map.of()) : null)
			.toArray(Wanted[]::new);
	}

	/**
	 * Variables are for text: string and ARN operators. What they do in the values of
	 * Bool is not documented (unverified).
	 */
	private static Template template(Operator operator, String value, Version version) {
		if (operator.text().startsWith("String") || operator.text().startsWith("Arn")) {
			return Template.ofValue(value, version);
		}
		boolean unknown = operator == Operator.BOOL
				&& !Template.ofValue(value, version).equals(Template.literal(value));
		return unknown ? new Template(List.of(), true) : Template.literal(value);
	}

	Condition condition() {
		return this.condition;
	}

	Truth holds(Map<String, List<String>> context) {
		List<String> present = context.get(this.key);
		boolean missing = present == null || present.isEmpty();
		if (this.condition.operator() == Operator.NULL) {
			return isNull(missing);
		}
		Qualifier qualifier = this.condition.qualifier();
		if (present == null || missing) {
			return Truth.of(this.condition.ifExists() || qualifier == Qualifier.FOR_ALL_VALUES
					|| qualifier == Qualifier.NONE && this.condition.operator().negated());
		}
		return switch (qualifier) {
			case FOR_ALL_VALUES -> all(present, context);
			case FOR_ANY_VALUE -> any(present, context);
			case NONE -> same(present, context);
		};
	}

	private Truth isNull(boolean missing) {
		if (this.condition.qualifier() != Qualifier.NONE) {
			return Truth.UNDECIDED;
		}
		return Truth.of(this.condition.values()
			.stream()
			.anyMatch((value) -> value.equalsIgnoreCase(Boolean.toString(missing))));
	}

	private Truth all(List<String> present, Map<String, List<String>> context) {
		Truth result = Truth.TRUE;
		for (String value : present) {
			Truth holds = one(value, context);
			if (holds == Truth.FALSE) {
				return Truth.FALSE;
			}
			result = (holds == Truth.UNDECIDED) ? holds : result;
		}
		return result;
	}

	private Truth any(List<String> present, Map<String, List<String>> context) {
		Truth result = Truth.FALSE;
		for (String value : present) {
			Truth holds = one(value, context);
			if (holds == Truth.TRUE) {
				return Truth.TRUE;
			}
			result = (holds == Truth.UNDECIDED) ? holds : result;
		}
		return result;
	}

	/**
	 * IAM does not say what becomes of several values without a qualifier, so they must
	 * agree.
	 */
	private Truth same(List<String> present, Map<String, List<String>> context) {
		Truth first = one(present.getFirst(), context);
		for (int i = 1; i < present.size(); i++) {
			if (one(present.get(i), context) != first) {
				return Truth.UNDECIDED;
			}
		}
		return first;
	}

	/** A negated operator holds for a value that no value of the policy matches. */
	private Truth one(String value, Map<String, List<String>> context) {
		Truth positive = Truth.FALSE;
		for (int i = 0; i < this.fixed.length; i++) {
			Truth holds = compare(value, i, context);
			if (holds == Truth.TRUE) {
				positive = Truth.TRUE;
				break;
			}
			positive = (holds == Truth.UNDECIDED) ? holds : positive;
		}
		return this.condition.operator().negated() ? positive.not() : positive;
	}

	/**
	 * What can't be compared does not match, but nor does a negated operator then hold.
	 */
	private Truth compare(String value, int number, Map<String, List<String>> context) {
		if (this.values[number].malformed()) {
			return Truth.UNDECIDED;
		}
		Wanted fixed = this.fixed[number];
		Wanted wanted = (fixed != null) ? fixed : wanted(this.values[number], context);
		Truth undecided = this.condition.operator().negated() ? Truth.UNDECIDED : Truth.FALSE;
		if (wanted.isNothing()) {
			return undecided;
		}
		if (wanted.isNoArn()) {
			return Truth.UNDECIDED;
		}
		Truth matches = wanted.matches(this.condition.operator(), value);
		return (matches == Truth.UNDECIDED) ? undecided : matches;
	}

	private Wanted wanted(Template template, Map<String, List<String>> context) {
		return switch (this.condition.operator()) {
			case STRING_LIKE, STRING_NOT_LIKE -> new Wanted(null, template.pattern(context), null);
			case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> new Wanted(null, null, arn(template, context));
			default -> new Wanted(template.text(context), null, null);
		};
	}

	/**
	 * The parts, of which each has wildcards of its own; a variable may stand for several
	 * of them, or for a whole ARN.
	 */
	private static Wildcard @Nullable [] arn(Template template, Map<String, List<String>> context) {
		List<Wildcard.Builder> builders = new ArrayList<>();
		builders.add(new Wildcard.Builder());
		for (Template.Part part : template.parts()) {
			boolean literal = part.key() != null;
			String text = part.value(context);
			if (text == null) {
				return null;
			}
			add(text, literal, builders);
		}
		return builders.stream().map(Wildcard.Builder::build).toArray(Wildcard[]::new);
	}

	private static void add(String text, boolean literal, List<Wildcard.Builder> builders) {
		String[] pieces = text.split(":", ARN_PARTS - builders.size() + 1);
		for (int i = 0; i < pieces.length; i++) {
			if (i > 0) {
				builders.add(new Wildcard.Builder());
			}
			if (literal) {
				builders.getLast().literal(pieces[i]);
			}
			else {
				builders.getLast().pattern(pieces[i]);
			}
		}
	}

	/**
	 * A value of the policy, ready to be compared; all {@code null} if a variable of it
	 * has no value.
	 */
	private record Wanted(@Nullable String text, @Nullable Wildcard pattern, Wildcard @Nullable [] arn) {

		boolean isNothing() {
			return this.text == null && this.pattern == null && this.arn == null;
		}

		boolean isNoArn() {
			return this.arn != null && this.arn.length != ARN_PARTS;
		}

		Truth matches(Operator operator, String value) {
			if (this.pattern != null) {
				return Truth.of(this.pattern.matches(value));
			}
			if (this.arn != null) {
				return arn(this.arn, value);
			}
			return comparison(operator).holds(value, String.valueOf(this.text));
		}

		private static Truth arn(Wildcard[] wanted, String value) {
			String[] parts = value.split(":", ARN_PARTS);
			if (parts.length != ARN_PARTS) {
				return Truth.UNDECIDED;
			}
			for (int i = 0; i < ARN_PARTS; i++) {
				if (!wanted[i].matches(parts[i])) {
					return Truth.FALSE;
				}
			}
			return Truth.TRUE;
		}

		private static Comparison comparison(Operator operator) {
			return switch (operator) {
				case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> Comparison.IGNORING_CASE;
				case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> Comparison.NUMBER_EQUAL;
				case NUMERIC_LESS_THAN -> Comparison.NUMBER_LESS;
				case NUMERIC_LESS_THAN_EQUALS -> Comparison.NUMBER_AT_MOST;
				case NUMERIC_GREATER_THAN -> Comparison.NUMBER_GREATER;
				case NUMERIC_GREATER_THAN_EQUALS -> Comparison.NUMBER_AT_LEAST;
				case DATE_EQUALS, DATE_NOT_EQUALS -> Comparison.DATE_EQUAL;
				case DATE_LESS_THAN -> Comparison.DATE_LESS;
				case DATE_LESS_THAN_EQUALS -> Comparison.DATE_AT_MOST;
				case DATE_GREATER_THAN -> Comparison.DATE_GREATER;
				case DATE_GREATER_THAN_EQUALS -> Comparison.DATE_AT_LEAST;
				case BOOL -> Comparison.BOOLEAN;
				case BINARY_EQUALS -> Comparison.BINARY;
				case IP_ADDRESS, NOT_IP_ADDRESS -> Comparison.ADDRESS;
				default -> Comparison.STRING;
			};
		}

	}

	/** Whether a value has an undocumented form of a policy variable. */
	boolean malformed() {
		return Arrays.stream(this.values).anyMatch(Template::malformed);
	}

	/** Whether a variable of it has no value in a request. */
	boolean unresolved(Map<String, List<String>> context) {
		return Arrays.stream(this.values).anyMatch((value) -> value.text(context) == null);
	}

	/**
	 * The first pair of a request's and a policy's value that the operator can't compare.
	 * @return the two, or nothing if it can compare them all
	 */
	List<String> incomparable(Map<String, List<String>> context) {
		for (String present : context.getOrDefault(this.key, List.of())) {
			for (int i = 0; i < this.values.length; i++) {
				if (compare(present, i, context) == Truth.UNDECIDED) {
					return List.of(present, this.condition.values().get(i));
				}
			}
		}
		return List.of();
	}

}
