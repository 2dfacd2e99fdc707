package dev.appintegrations.policy;

import org.jspecify.annotations.Nullable;

/**
 * Why a statement does not match a request.
 *
 * @param kind which element it is
 * @param text in plain words, what was expected and what was there
 * @param condition the condition that does not hold, or can't be decided; {@code null} if
 * it isn't one
 */
public record Reason(Kind kind, String text, @Nullable Condition condition) {

	/**
	 * Elements of a statement that may fail to match.
	 */
	public enum Kind {

		/** {@code Principal} or {@code NotPrincipal}. */
		PRINCIPAL,

		/** {@code Action} or {@code NotAction}. */
		ACTION,

		/** {@code Resource} or {@code NotResource}. */
		RESOURCE,

		/** A condition. */
		CONDITION,

		/** Nothing fails, but something can't be decided. */
		NOT_SUPPORTED

	}

}
