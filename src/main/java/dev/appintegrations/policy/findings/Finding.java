package dev.appintegrations.policy.findings;

import dev.appintegrations.policy.Request;
import org.jspecify.annotations.Nullable;

/**
 * Something in a policy that is wrong, or not what it seems.
 *
 * @param kind what it is
 * @param statement place of its statement, counted from 0
 * @param path where it stands in the document, as a JSON path
 * @param title what is the matter, as a short sentence without full stop
 * @param evidence what it is seen by, as sentences
 * @param effect what it changes
 * @param source the documentation or the data that says so
 * @param counterExample a request that the policy answers otherwise than it seems to,
 * verified by the evaluator, or {@code null} if none was found or none is needed
 */
public record Finding(Kind kind, int statement, String path, String title, String evidence, Effect effect,
		String source, @Nullable Request counterExample) {

	/**
	 * What a finding is about.
	 */
	public enum Kind {

		/**
		 * No documented resource type of the statement's actions matches the resource.
		 */
		RESOURCE_OF_NO_DOCUMENTED_TYPE,

		/** No resource of the statement is of a type that the action acts on. */
		ACTION_WITHOUT_ITS_RESOURCE,

		/** AWS authorises the action on {@code *}, which the statement does not match. */
		ACTION_WITHOUT_RESOURCE_LEVEL,

		/** AWS documents no such action. */
		UNKNOWN_ACTION,

		/** AWS documents no such condition key, or not for the action. */
		UNKNOWN_CONDITION_KEY,

		/** {@code ForAllValues} also holds for a request without a value of the key. */
		FOR_ALL_VALUES_WITHOUT_VALUE,

		/** A key of several values is compared as if it had one. */
		MULTI_VALUED_KEY_WITHOUT_QUALIFIER,

		/** A policy variable is literal text in the language's older version. */
		VARIABLE_TAKEN_LITERALLY,

		/** Another statement does all that this one does. */
		REDUNDANT_STATEMENT,

		/** The policy is longer than any that AWS accepts: not all was looked at. */
		NOT_EXAMINED,

		/** An Allow with an element that lists what it is not about. */
		ALLOW_WITH_NOT_ELEMENT

	}

	/**
	 * What a finding changes.
	 */
	public enum Effect {

		/** The policy allows more than it seems to. */
		ALLOWS_MORE("allows more than it seems to"),

		/** The policy allows less than it seems to. */
		ALLOWS_LESS("allows less than it seems to"),

		/** The policy would mean the same without it. */
		NONE("changes nothing"),

		/** What AWS makes of it is not documented. */
		UNKNOWN("effect unknown");

		private final String text;

		Effect(String text) {
			this.text = text;
		}

		/**
		 * The effect in words.
		 * @return such as {@code effect unknown}
		 */
		public String text() {
			return this.text;
		}

		static Effect moreIf(boolean more) {
			return more ? ALLOWS_MORE : ALLOWS_LESS;
		}

	}

}
