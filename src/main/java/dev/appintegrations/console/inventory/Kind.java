package dev.appintegrations.console.inventory;

/**
 * The kinds of resource that AppIntegrations keeps.
 */
public enum Kind {

	/** A data integration; its list answer has ARN, name and source URI only. */
	DATA_INTEGRATION("data-integration", "Data integration"),

	/** An event integration; it has no id and no date anywhere in AWS's API. */
	EVENT_INTEGRATION("event-integration", "Event integration"),

	/** A third-party application. */
	APPLICATION("application", "Application");

	private final String resourceType;

	private final String label;

	Kind(String resourceType, String label) {
		this.resourceType = resourceType;
		this.label = label;
	}

	/**
	 * The type in ARNs, also used in paths.
	 * @return such as {@code data-integration}
	 */
	public String resourceType() {
		return this.resourceType;
	}

	/**
	 * The name for people.
	 * @return such as {@code Data integration}
	 */
	public String label() {
		return this.label;
	}

}
