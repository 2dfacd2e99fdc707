package dev.appintegrations.console.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The accounts that the console looks at.
 *
 * @param accounts in the order to show
 */
@ConfigurationProperties("console")
record AccountsProperties(@DefaultValue List<AccountProperties> accounts) {

	AccountsProperties {
		accounts = List.copyOf(accounts);
	}

	/**
	 * One account.
	 *
	 * @param alias its name in paths
	 * @param label its name for people, the alias if absent
	 * @param profile the profile of the AWS configuration files to use
	 * @param roleArn the role to assume
	 * @param externalId the external id that the role demands
	 * @param endpoint one address for every service
	 * @param endpoints a service's own address, by signing name
	 * @param accessKeyId an access key for an emulator
	 * @param secretAccessKey its secret
	 * @param accountId the twelve digits that the credentials must belong to
	 * @param deletion whether anything may be deleted, or {@code null} for the default
	 * @param guarded whether its account id must be typed too before a deletion
	 * @param regions the only regions to look at; one that AWS does not list is added
	 * @param excludedRegions regions to leave out
	 */
	record AccountProperties(@Nullable String alias, @Nullable String label, @Nullable String profile,
			@Nullable String roleArn, @Nullable String externalId, @Nullable URI endpoint,
			@DefaultValue Map<String, URI> endpoints, @Nullable String accessKeyId, @Nullable String secretAccessKey,
			@Nullable String accountId, @Nullable Deletion deletion,
			@Name("protected") @DefaultValue("false") boolean guarded, @DefaultValue List<String> regions,
			@DefaultValue List<ExcludedRegion> excludedRegions) {

		AccountProperties {
			endpoints = Map.copyOf(endpoints);
			regions = List.copyOf(regions);
			excludedRegions = List.copyOf(excludedRegions);
		}

		@Nullable URI endpoint(AwsService service) {
			URI own = this.endpoints.get(service.prefix());
			return (own != null) ? own : this.endpoint;
		}

		@Override
		public String toString() {
			return "AccountProperties[alias=" + this.alias + "]";
		}

	}

	/**
	 * Whether an account's resources may be deleted.
	 */
	enum Deletion {

		/** They may. */
		ENABLED,

		/** Nothing is ever deleted. */
		DISABLED

	}

	/**
	 * A region to leave out.
	 *
	 * @param region its code
	 * @param reason why; shown wherever the region is missing
	 */
	record ExcludedRegion(@Nullable String region, @Nullable String reason) {

	}

}
