package dev.appintegrations.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param sid its {@code Sid}, or {@code null}
 * @param effect allow or deny
 * @param principals who, or {@code null} where there is no such element, as in every
 * identity policy
 * @param actions what may or may not be done, never empty
 * @param resources on what, or {@code null} where there is no such element, as in a trust
 * policy
 * @param conditions when; all must hold
 */
public record Statement(@Nullable String sid, Effect effect, @Nullable Principals principals, Patterns actions,
		@Nullable Patterns resources, List<Condition> conditions) {

	public Statement {
		conditions = List.copyOf(conditions);
	}

	/**
	 * What a statement does to what it matches.
	 */
	public enum Effect {

		/** Allows it, if nothing denies it. */
		ALLOW,

		/** Denies it, whatever allows it. */
		DENY

	}

	/**
	 * An {@code Action}, {@code NotAction}, {@code Resource} or {@code NotResource}
	 * element.
	 *
	 * @param negated whether it is the {@code Not} form, which matches what none of the
	 * values matches
	 * @param values the values as written, with wildcards and variables, in order
	 */
	public record Patterns(boolean negated, List<String> values) {

		public Patterns {
			values = List.copyOf(values);
		}

	}

	/**
	 * A {@code Principal} or {@code NotPrincipal} element.
	 *
	 * @param negated whether it is {@code NotPrincipal}
	 * @param values whom it names, in order; {@code "*"} alone is {@code ANY}
	 */
	public record Principals(boolean negated, List<Principal> values) {

		public Principals {
			values = List.copyOf(values);
		}

	}

	/**
	 * One value of a principal element.
	 *
	 * @param type which kind of principal
	 * @param value ARN, account id, service name or identity provider, as written
	 */
	public record Principal(Type type, String value) {

		/**
		 * The keys of a principal element.
		 */
		public enum Type {

			/** The bare {@code "*"}: everybody, as {@code AWS: "*"}. */
			ANY,

			/** {@code AWS}: an account, user, role or session. */
			AWS,

			/** {@code Service}: an AWS service. */
			SERVICE,

			/** {@code Federated}: an identity provider. */
			FEDERATED,

			/** {@code CanonicalUser}: an account as Amazon S3 names it. */
			CANONICAL_USER

		}

	}

}
