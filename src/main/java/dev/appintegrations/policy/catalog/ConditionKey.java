package dev.appintegrations.policy.catalog;

/**
 * A documented condition key.
 *
 * @param name the key in AWS's spelling; one for tags ends with a placeholder, as in
 * <code>aws:ResourceTag/${TagKey}</code>
 * @param type what its values are
 * @param multiValued whether a request may have several values of it
 */
public record ConditionKey(String name, Type type, boolean multiValued) {

	/**
	 * What the values of a key are.
	 */
	public enum Type {

		STRING, NUMERIC, DATE, BOOL, ARN, IP_ADDRESS

	}

}
