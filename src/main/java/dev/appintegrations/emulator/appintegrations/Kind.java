package dev.appintegrations.emulator.appintegrations;

/**
 * The kinds of resource, with what tells them apart on the wire.
 */
public enum Kind {

	/** Data integrations. */
	DATA_INTEGRATION("data-integration", "dataIntegrations", "data integration"),

	/** Event integrations; the only kind without an id. */
	EVENT_INTEGRATION("event-integration", "eventIntegrations", "event integration"),

	/** Applications. */
	APPLICATION("application", "applications", "application");

	private final String resourceType;

	private final String quota;

	private final String words;

	Kind(String resourceType, String quota, String words) {
		this.resourceType = resourceType;
		this.quota = quota;
		this.words = words;
	}

	String resourceType() {
		return this.resourceType;
	}

	String quota() {
		return this.quota;
	}

	String words() {
		return this.words;
	}

	String arn(String account, String region, String id) {
		return "arn:aws:app-integrations:" + region + ":" + account + ":" + this.resourceType + "/" + id;
	}

	String associationArn(String account, String region, String parentId, String id) {
		return "arn:aws:app-integrations:" + region + ":" + account + ":" + this.resourceType + "-association/"
				+ parentId + "/" + id;
	}

}
