package dev.appintegrations.console.role;

/**
 * What came of a change of the role's description.
 */
public sealed interface DescriptionChange {

	/**
	 * It was changed.
	 *
	 * @param before the description until then
	 * @param requestId IAM's request id
	 */
	record Changed(String before, String requestId) implements DescriptionChange {

	}

	/**
	 * Somebody else changed it since the editor saw it; nothing was done.
	 *
	 * @param current the description as it is now
	 */
	record ChangedMeanwhile(String current) implements DescriptionChange {

	}

	/**
	 * It was changed, and somebody else changed it again at the same time.
	 *
	 * @param current the description as it is now
	 * @param requestId IAM's request id
	 */
	record Overwritten(String current, String requestId) implements DescriptionChange {

	}

}
