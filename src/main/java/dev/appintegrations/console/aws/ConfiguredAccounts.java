package dev.appintegrations.console.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.aws.AccountsProperties.ExcludedRegion;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.SupportedRegion;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The configured accounts, checked when the console starts: what is wrong is said with
 * the key to mend.
 */
@Component
class ConfiguredAccounts implements Accounts {

	private final List<Account> accounts;

	private final Map<AccountAlias, AccountProperties> properties = new HashMap<>();

	ConfiguredAccounts(AccountsProperties properties, Environment environment) {
		this.accounts = read(properties, environment.acceptsProfiles(Profiles.of("demo")));
	}

	@Override
	public List<Account> all() {
		return this.accounts;
	}

	AccountProperties properties(AccountAlias alias) {
		AccountProperties properties = this.properties.get(alias);
		if (properties == null) {
			throw new IllegalArgumentException("No account is configured as " + alias);
		}
		return properties;
	}

	private List<Account> read(AccountsProperties properties, boolean demo) {
		List<AccountProperties> configured = (properties.accounts() != null) ? properties.accounts() : List.of();
		check(!configured.isEmpty(), "console.accounts", "at least one account is wanted");
		List<Account> accounts = new ArrayList<>();
		for (int i = 0; i < configured.size(); i++) {
			accounts.add(account("console.accounts[" + i + "]", configured.get(i), demo));
		}
		return List.copyOf(accounts);
	}

	private Account account(String key, AccountProperties properties, boolean demo) {
		AccountAlias alias = alias(key, properties.alias());
		check(this.properties.putIfAbsent(alias, properties) == null, key + ".alias",
				"'" + alias + "' names another account already");
		boolean emulated = properties.emulated();
		check(!demo || emulated, key,
				"profile demo wants an endpoint for every service, or nothing would be pretended; use profile aws for real accounts");
		check((properties.accessKeyId() == null) == (properties.secretAccessKey() == null), key + ".access-key-id",
				"access-key-id and secret-access-key go together");
		check(properties.accessKeyId() == null || emulated, key + ".access-key-id",
				"static keys are for emulators: give every service an endpoint, or use a profile or role");
		check(properties.externalId() == null || properties.roleArn() != null, key + ".external-id",
				"an external id goes with a role-arn");
		check(properties.accountId() == null || properties.accountId().matches("\\d{12}"), key + ".account-id",
				"twelve digits are wanted, in quotes");
		String label = (properties.label() != null && !properties.label().isBlank()) ? properties.label()
				: alias.value();
		return new Account(alias, label, emulated, regions(key, properties));
	}

	private static AccountAlias alias(String key, @Nullable String alias) {
		try {
			return new AccountAlias((alias != null) ? alias : "");
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(key + ".alias: " + ex.getMessage(), ex);
		}
	}

	private static List<AccountRegion> regions(String key, AccountProperties properties) {
		Map<Region, SupportedRegion> documented = new LinkedHashMap<>();
		SupportedRegion.DOCUMENTED.forEach((region) -> documented.put(region.region(), region));
		List<AccountRegion> regions = new ArrayList<>();
		Map<Region, String> excluded = excluded(key, properties);
		if (properties.regions() == null) {
			documented.values()
				.forEach((region) -> regions.add(new AccountRegion(region, excluded.get(region.region()), false)));
		}
		else {
			List<Region> wanted = properties.regions()
				.stream()
				.map((code) -> region(key + ".regions", code))
				.distinct()
				.toList();
			documented.values()
				.stream()
				.filter((region) -> wanted.contains(region.region()))
				.forEach((region) -> regions.add(new AccountRegion(region, excluded.get(region.region()), true)));
			wanted.stream()
				.filter((region) -> !documented.containsKey(region))
				.forEach((region) -> regions.add(new AccountRegion(
						new SupportedRegion(region, region.code(), SupportedRegion.Support.AVAILABLE, false),
						excluded.get(region), true)));
		}
		excluded.keySet()
			.forEach((region) -> check(regions.stream().anyMatch((each) -> each.region().equals(region)),
					key + ".excluded-regions", region + " is not among the regions to read"));
		return regions;
	}

	private static Map<Region, String> excluded(String key, AccountProperties properties) {
		Map<Region, String> excluded = new LinkedHashMap<>();
		if (properties.excludedRegions() != null) {
			for (ExcludedRegion each : properties.excludedRegions()) {
				Region region = region(key + ".excluded-regions", each.region());
				check(each.reason() != null && !each.reason().isBlank(), key + ".excluded-regions",
						region + " is left out without a reason");
				excluded.put(region, String.valueOf(each.reason()));
			}
		}
		return excluded;
	}

	private static Region region(String key, @Nullable String code) {
		try {
			return new Region((code != null) ? code : "");
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(key + ": '" + code + "' is no region code; one looks like eu-west-2",
					ex);
		}
	}

	private static void check(boolean right, String key, String message) {
		if (!right) {
			throw new IllegalArgumentException(key + ": " + message);
		}
	}

}
