package dev.appintegrations.emulator.connect;

/**
 * The kinds of resource, with their ARNs (Service Authorization Reference).
 */
enum Kind {

	INSTANCE("instance", "instance"),

	INTEGRATION_ASSOCIATION("integration-association", "integration association"),

	USE_CASE("use-case", "use case"),

	SECURITY_PROFILE("security-profile", "security profile");

	private final String resourceType;

	private final String words;

	Kind(String resourceType, String words) {
		this.resourceType = resourceType;
		this.words = words;
	}

	String words() {
		return this.words;
	}

	/** ARN of an instance, or of what belongs to it. */
	String arn(String account, String region, String instanceId, String id) {
		String instance = "arn:aws:connect:" + region + ":" + account + ":instance/" + instanceId;
		return (this == INSTANCE) ? instance : instance + "/" + this.resourceType + "/" + id;
	}

}
