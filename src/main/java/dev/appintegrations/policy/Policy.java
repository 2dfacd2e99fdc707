package dev.appintegrations.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A policy document of IAM's policy language.
 *
 * @param version which version of the language it is written in
 * @param id its {@code Id} element, or {@code null}
 * @param statements its statements, in order; at least one
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 * Grammar of the IAM JSON policy language</a>
 */
public record Policy(Version version, @Nullable String id, List<Statement> statements) {

	public Policy {
		statements = List.copyOf(statements);
	}

	/**
	 * Version of the language.
	 */
	public enum Version {

		/** The older one, meant when there is none; policy variables are literal text. */
		V2008_10_17("2008-10-17"),

		/** The current one, with policy variables. */
		V2012_10_17("2012-10-17");

		private final String text;

		Version(String text) {
			this.text = text;
		}

		/**
		 * The version as documents have it.
		 * @return a date, which is text and not a date to compare with
		 */
		public String text() {
			return this.text;
		}

	}

}
