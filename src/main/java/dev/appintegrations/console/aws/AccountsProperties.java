package dev.appintegrations.console.aws;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The accounts as configured under {@code console.accounts}.
 *
 * @param accounts at least one
 */
@ConfigurationProperties("console")
record AccountsProperties(@Nullable List<AccountProperties> accounts) {

	/**
	 * One account.
	 *
	 * @param alias its name in paths
	 * @param label its name for people, the alias if not given
	 * @param profile a profile of the AWS config files
	 * @param roleArn a role to assume
	 * @param externalId the role's external id
	 * @param endpoint one address for every service
	 * @param endpoints addresses of single services, by signing name
	 * @param accessKeyId static key, for emulators only
	 * @param secretAccessKey its secret
	 * @param accountId the account this must be
	 * @param regions codes of the regions to read, AWS's eleven if not given
	 * @param excludedRegions regions to leave out
	 */
	record AccountProperties(@Nullable String alias, @Nullable String label, @Nullable String profile,
			@Nullable String roleArn, @Nullable String externalId, @Nullable String endpoint,
			@Nullable Map<String, String> endpoints, @Nullable String accessKeyId, @Nullable String secretAccessKey,
			@Nullable String accountId, @Nullable List<String> regions,
			@Nullable List<ExcludedRegion> excludedRegions) {

		/** The services that the console calls. */
		static final List<String> SERVICES = List.of("app-integrations", "sts", "account");

		@Nullable String endpointOf(String service) {
			String own = (this.endpoints != null) ? this.endpoints.get(service) : null;
			return (own != null) ? own : this.endpoint;
		}

		boolean emulated() {
			return SERVICES.stream().allMatch((service) -> endpointOf(service) != null);
		}

	}

	/**
	 * A region to leave out.
	 *
	 * @param region its code
	 * @param reason why
	 */
	record ExcludedRegion(@Nullable String region, @Nullable String reason) {

	}

}
