package dev.appintegrations.emulator.appintegrations;

import java.util.Map;

import dev.appintegrations.emulator.wire.AwsError;

/**
 * Rules of an application that are about several members at once (documented with
 * AuthConfig in the model of botocore 1.44.5; the texts are inferred).
 */
final class ApplicationRules {

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
		if ("A2A_SERVER".equals(type) && auth == null) {
			throw invalid("AuthConfig is required for applications of type A2A_SERVER");
		}
		if (auth instanceof Map<?, ?> config) {
			boolean credentials = config.containsKey("CredentialProviderIdentifier");
			boolean audience = config.containsKey("AudienceOverride");
			if ("API_KEY".equals(config.get("AuthType"))) {
				check(credentials, "CredentialProviderIdentifier is required when AuthType is API_KEY");
				check(!audience, "AudienceOverride is allowed only when AuthType is CONNECT_JWT");
			}
			else if ("CONNECT_JWT".equals(config.get("AuthType"))) {
				check(!credentials, "CredentialProviderIdentifier must be absent when AuthType is CONNECT_JWT");
				check(!audience || !String.valueOf(config.get("AudienceOverride")).contains("connect.amazonaws.com"),
						"AudienceOverride must not contain connect.amazonaws.com");
			}
		}
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
