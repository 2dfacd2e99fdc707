package dev.appintegrations.policy.catalog;

/**
 * What the documentation says of asking about an action on a resource.
 *
 * @param kind how the two fit
 * @param text the same in plain words
 */
public record ResourceAdvice(Kind kind, String text) {

	/**
	 * How an action and a resource fit.
	 */
	public enum Kind {

		/**
		 * The resource is of a type that the action acts on, or {@code *} where it may.
		 */
		FITS,

		/** The action has no resource types: AWS authorises it on {@code *}. */
		ASK_ABOUT_STAR,

		/** The resource is {@code *}, but every request names a resource. */
		NAME_A_RESOURCE,

		/** The resource is of no type that the action acts on. */
		OTHER_TYPE,

		/** The action is not documented, or not known in full. */
		UNKNOWN

	}

}
