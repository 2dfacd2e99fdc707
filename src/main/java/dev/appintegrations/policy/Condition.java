package dev.appintegrations.policy;

import java.util.List;

/**
 * One operator and key of a {@code Condition} element, with its values; several values
 * are alternatives, or for a negated operator all excluded.
 *
 * @param operator the operator
 * @param qualifier how it treats a key of several values
 * @param ifExists whether the operator has the suffix {@code IfExists}: a missing key
 * then satisfies it
 * @param key the condition key, as written; keys are case-insensitive
 * @param values what to compare with, as text, in order; numbers and booleans of the
 * document are text here
 */
public record Condition(Operator operator, Qualifier qualifier, boolean ifExists, String key, List<String> values) {

	public Condition {
		values = List.copyOf(values);
	}

	/**
	 * The operator as documents have it.
	 * @return such as {@code ForAllValues:StringEqualsIfExists}
	 */
	public String operatorText() {
		return this.qualifier.prefix() + this.operator.text() + (this.ifExists ? "IfExists" : "");
	}

	/**
	 * Set qualifiers.
	 */
	public enum Qualifier {

		/** None: the key is expected to have one value. */
		NONE(""),

		/** Every value of the key must match; true if there is none. */
		FOR_ALL_VALUES("ForAllValues:"),

		/** At least one value of the key must match; false if there is none. */
		FOR_ANY_VALUE("ForAnyValue:");

		private final String prefix;

		Qualifier(String prefix) {
			this.prefix = prefix;
		}

		/**
		 * What stands before the operator.
		 * @return text that ends with a colon, or is empty
		 */
		public String prefix() {
			return this.prefix;
		}

	}

	/**
	 * The operators of the IAM user guide, "IAM JSON policy elements: Condition
	 * operators".
	 */
	public enum Operator {

		STRING_EQUALS("StringEquals", false), STRING_NOT_EQUALS("StringNotEquals", true),
		STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false),
		STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true), STRING_LIKE("StringLike", false),
		STRING_NOT_LIKE("StringNotLike", true), NUMERIC_EQUALS("NumericEquals", false),
		NUMERIC_NOT_EQUALS("NumericNotEquals", true), NUMERIC_LESS_THAN("NumericLessThan", false),
		NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false), NUMERIC_GREATER_THAN("NumericGreaterThan", false),
		NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false), DATE_EQUALS("DateEquals", false),
		DATE_NOT_EQUALS("DateNotEquals", true), DATE_LESS_THAN("DateLessThan", false),
		DATE_LESS_THAN_EQUALS("DateLessThanEquals", false), DATE_GREATER_THAN("DateGreaterThan", false),
		DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false), BOOL("Bool", false),
		BINARY_EQUALS("BinaryEquals", false), IP_ADDRESS("IpAddress", false), NOT_IP_ADDRESS("NotIpAddress", true),
		ARN_EQUALS("ArnEquals", false), ARN_LIKE("ArnLike", false), ARN_NOT_EQUALS("ArnNotEquals", true),
		ARN_NOT_LIKE("ArnNotLike", true), NULL("Null", false);

		private final String text;

		private final boolean negated;

		Operator(String text, boolean negated) {
			this.text = text;
			this.negated = negated;
		}

		/**
		 * The operator as documents have it.
		 * @return such as {@code StringEquals}
		 */
		public String text() {
			return this.text;
		}

		/**
		 * Whether it holds where its positive form does not, a missing key included.
		 * @return true for the {@code Not} forms
		 */
		public boolean negated() {
			return this.negated;
		}

	}

}
