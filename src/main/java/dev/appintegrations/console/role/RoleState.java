package dev.appintegrations.console.role;

/**
 * Whether the service-linked role exists.
 */
public enum RoleState {

	/** IAM shows it. */
	PRESENT,

	/** IAM says that there is no such role. */
	ABSENT,

	/**
	 * A deletion of this console's is under way; those started elsewhere can't be seen.
	 */
	DELETING,

	/** IAM could not be asked. */
	UNKNOWN

}
