package dev.appintegrations.policy.catalog;

/**
 * A documented condition key.
 *
 * @param name the key in AWS's spelling; one for tags ends with a placeholder, as in
 * <code>aws:ResourceTag/${TagKey}</code>
 * @param type what its values are
 * @param multiValued whether a request may have several values of it
 * @param global whether it is one of AWS's global keys, which are not only for the
 * actions of one service
 */
public record ConditionKey(String name, Type type, boolean multiValued, boolean global) {

	/**
	 * What the values of a key are.
	 */
	public enum Type {

		STRING, NUMERIC, DATE, BOOL, ARN, IP_ADDRESS

	}

}
