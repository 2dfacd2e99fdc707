package dev.appintegrations.emulator.connect;

import java.util.Map;

/**
 * What an association's type says about its other side.
 */
enum IntegrationType {

	/** An event integration of AppIntegrations. */
	EVENT("event-integration"),

	/** An application of AppIntegrations. */
	APPLICATION("application"),

	/** A resource of another service, which is not looked at. */
	OTHER("");

	private final String resourceType;

	IntegrationType(String resourceType) {
		this.resourceType = resourceType;
	}

	static IntegrationType of(Map<String, Object> association) {
		return switch (String.valueOf(association.get("IntegrationType"))) {
			case "EVENT" -> EVENT;
			case "APPLICATION" -> APPLICATION;
			default -> OTHER;
		};
	}

	/** Whether AppIntegrations has an association of its own for it. */
	boolean held() {
		return this != OTHER;
	}

	/** Whether an ARN names such a resource in an account and region. */
	boolean takes(String arn, String account, String region) {
		return !held()
				|| arn.startsWith("arn:aws:app-integrations:" + region + ":" + account + ":" + this.resourceType + "/");
	}

}
