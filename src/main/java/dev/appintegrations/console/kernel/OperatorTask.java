package dev.appintegrations.console.kernel;

/**
 * What people do with the console, as far as it needs permissions at AWS. Declared in the
 * order in which pages list them.
 */
public enum OperatorTask {

	/** Has credentials for the account. */
	REACH_ACCOUNT("Reach the account", "Every page", false),

	/** Reads the integrations of all regions. */
	SCAN("Scan regions", "Overview, Integrations, Regions, Scans: Scan now, Scan again", false),

	/** Opens an integration or application with its associations. */
	VIEW_INTEGRATION("Look at an integration", "The page of an integration or application", false),

	/** Reads the service-linked role and its policies. */
	VIEW_ROLE("Look at the role", "Role, Permissions, Drift, What-if", false),

	/** Asks what the operator is allowed. */
	PREFLIGHT("Check permissions", "Operator permissions: Check now", false),

	/** Creates the service-linked role. */
	CREATE_ROLE("Create the role", "Role: Create role", true),

	/** Changes the role's description. */
	EDIT_ROLE("Edit the role's description", "Role: Edit description", true),

	/** Deletes integrations and applications, and what holds them. */
	DELETE_ITEMS("Delete integrations, applications and associations",
			"The page of an integration or application: Delete, Remove connection, Remove from instance", true),

	/** Deletes the service-linked role. */
	DELETE_ROLE("Delete the role", "Role: Delete role", true);

	private final String title;

	private final String where;

	private final boolean changing;

	OperatorTask(String title, String where, boolean changing) {
		this.title = title;
		this.where = where;
		this.changing = changing;
	}

	/**
	 * The task, for people.
	 * @return such as {@code Scan regions}
	 */
	public String title() {
		return this.title;
	}

	/**
	 * The pages and buttons that do it.
	 * @return such as {@code Role: Create role}
	 */
	public String where() {
		return this.where;
	}

	/**
	 * Whether it changes something at AWS.
	 * @return false if it only reads
	 */
	public boolean changing() {
		return this.changing;
	}

}
