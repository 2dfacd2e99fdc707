package dev.appintegrations.policy.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * A condition in the one form that all conditions of the same meaning by order of values,
 * case of the key and needless version have.
 *
 * @param condition the condition
 * @param version the version of the language that its values are written in
 */
record Term(Condition condition, Version version) {

	private static final int ARN_PARTS = 6;

	private static final Patterns EVERYTHING = new Patterns(false, List.of("*"));

	static Term of(Condition condition, Version version) {
		List<String> values = List.copyOf(new TreeSet<>(condition.values()));
		boolean literal = values.stream().noneMatch((value) -> value.contains("${"));
		return new Term(new Condition(condition.operator(), condition.qualifier(), condition.ifExists(),
				condition.key().toLowerCase(Locale.ROOT), values), literal ? Version.V2012_10_17 : version);
	}

	String key() {
		return this.condition.key();
	}

	boolean qualified() {
		return this.condition.qualifier() != Qualifier.NONE;
	}

	Family family() {
		return Family.of(this.condition.operator());
	}

	String text() {
		return "%s %s %s".formatted(this.condition.operatorText(), key(), String.join(", ", this.condition.values()));
	}

	/**
	 * The evaluator of a policy that allows everything under this condition.
	 */
	Evaluator evaluator() {
		return Evaluator.of(new Policy(this.version, null,
				List.of(new Statement(null, Effect.ALLOW, null, EVERYTHING, EVERYTHING, List.of(this.condition)))));
	}

	/**
	 * Asks whether the condition holds.
	 * @param evaluator its {@link #evaluator}
	 * @param values the values of its key, or {@code null} if it is missing
	 * @return allowed if it does
	 */
	Decision ask(Evaluator evaluator, @Nullable List<String> values) {
		return evaluator
			.decide(new Request("example:Example", "*", (values != null) ? Map.of(key(), values) : Map.of()));
	}

	/**
	 * Whether a value is of the kind that the operator is documented for.
	 * @param value a value
	 * @return true for a text, an ARN, a boolean and so on
	 */
	boolean isFor(String value) {
		return switch (this.condition.operator()) {
			case BOOL -> value.equals("true") || value.equals("false");
			case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> value.split(":", ARN_PARTS).length == ARN_PARTS;
			default -> family() == Family.TEXT || family() == Family.PRESENCE || !value.equals(Bounds.OTHER);
		};
	}

	/**
	 * Operators that read values in the same way.
	 */
	enum Family {

		/** Only whether there is a value. */
		PRESENCE,

		/** Texts, ARNs and booleans, all of which are patterns here. */
		TEXT,

		/** Numbers. */
		NUMBER,

		/** Points in time. */
		DATE,

		/** IP addresses. */
		ADDRESS,

		/** Base64. */
		BINARY;

		static Family of(Operator operator) {
			return switch (operator) {
				case NULL -> PRESENCE;
				case STRING_EQUALS, STRING_NOT_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE,
						STRING_LIKE, STRING_NOT_LIKE, BOOL, ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
					TEXT;
				case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS, NUMERIC_LESS_THAN, NUMERIC_LESS_THAN_EQUALS,
						NUMERIC_GREATER_THAN, NUMERIC_GREATER_THAN_EQUALS ->
					NUMBER;
				case DATE_EQUALS, DATE_NOT_EQUALS, DATE_LESS_THAN, DATE_LESS_THAN_EQUALS, DATE_GREATER_THAN,
						DATE_GREATER_THAN_EQUALS ->
					DATE;
				case IP_ADDRESS, NOT_IP_ADDRESS -> ADDRESS;
				case BINARY_EQUALS -> BINARY;
			};
		}

	}

}
