package dev.appintegrations.emulator.appintegrations;

import java.util.Map;

import dev.appintegrations.emulator.wire.AwsError;

/**
 * Rules of an application that are about several members at once (documented with
 * AuthConfig in the model of botocore 1.44.5; the texts are inferred).
 */
final class ApplicationRules {

	private static final String OWN_AUDIENCE = "connect.amazonaws.com";

	private ApplicationRules() {
	}

	/**
	 * Checks an application as it would be after a change.
	 * @param changes what the call sets
	 * @param before the application as it is
	 */
	static void check(Map<String, Object> changes, Map<String, Object> before) {
		Object type = changes.getOrDefault("ApplicationType", before.get("ApplicationType"));
		Object auth = changes.getOrDefault("AuthConfig", before.get("AuthConfig"));
		Map<?, ?> config = (auth instanceof Map<?, ?> given) ? given : Map.of();
		Object authType = config.get("AuthType");
		boolean credentials = config.containsKey("CredentialProviderIdentifier");
		Object audience = config.get("AudienceOverride");
		check(authType != null || !"A2A_SERVER".equals(type),
				"AuthType is required for applications of type A2A_SERVER");
		check(credentials || !"API_KEY".equals(authType),
				"CredentialProviderIdentifier is required when AuthType is API_KEY");
		check(!credentials || !"CONNECT_JWT".equals(authType),
				"CredentialProviderIdentifier must be absent when AuthType is CONNECT_JWT");
		check(audience == null || "CONNECT_JWT".equals(authType),
				"AudienceOverride is allowed only when AuthType is CONNECT_JWT");
		check(!String.valueOf(audience).contains(OWN_AUDIENCE), "AudienceOverride must not contain " + OWN_AUDIENCE);
	}

	private static void check(boolean right, String message) {
		if (!right) {
			throw invalid(message);
		}
	}

	private static AwsError invalid(String message) {
		return new AwsError(400, AppIntegrationsService.INVALID, message);
	}

}
