package dev.appintegrations.console.kernel;

/**
 * What a person or a program may do in this console. Which role has which is the table of
 * {@code access}.
 */
public enum Permission {

	/** Look at inventory, role, plans and deletions. */
	READ,

	/** Start a scan, which calls AWS but changes nothing there. */
	SCAN,

	/** Evaluate policies and what-if questions. */
	EVALUATE,

	/** Change one's own password and tokens. */
	OWN_CREDENTIALS,

	/** Create the service-linked role. */
	CREATE_ROLE,

	/** Edit the role's description. */
	EDIT_ROLE,

	/** Plan a deletion. */
	PLAN_DELETION,

	/** Confirm a planned deletion. */
	CONFIRM_DELETION,

	/** Cancel or retry a deletion. */
	CONTROL_DELETION,

	/** Read the audit trail. */
	READ_ACTIVITY,

	/** Manage users. */
	MANAGE_USERS,

	/** Read metrics. */
	READ_METRICS

}
