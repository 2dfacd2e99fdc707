package dev.appintegrations.console.aws;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.aws.AccountsProperties.ExcludedRegion;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.SupportedRegion;
import dev.appintegrations.console.kernel.SupportedRegion.Support;
import org.jspecify.annotations.Nullable;

/**
 * The region table of an account: the documented regions, those left out with the reason,
 * and those that configuration adds.
 */
final class AccountRegions {

	private AccountRegions() {
	}

	static List<AccountRegion> of(AccountProperties account) {
		List<AccountRegion> table = new ArrayList<>();
		for (SupportedRegion documented : SupportedRegion.DOCUMENTED) {
			boolean named = account.regions().contains(documented.region().code());
			boolean added = named && documented.support() == Support.NO_PUBLISHED_ENDPOINT;
			table.add(new AccountRegion(documented, excludedBecause(account, documented.region(), named), added));
		}
		account.regions()
			.stream()
			.distinct()
			.map(Region::new)
			.filter((region) -> !documented(region))
			.forEach((region) -> {
				SupportedRegion added = new SupportedRegion(region, AwsRegions.name(region),
						Support.NO_PUBLISHED_ENDPOINT, false);
				table.add(new AccountRegion(added, excludedBecause(account, region, true), true));
			});
		return table;
	}

	private static @Nullable String excludedBecause(AccountProperties account, Region region, boolean named) {
		return account.excludedRegions()
			.stream()
			.filter((excluded) -> region.code().equals(excluded.region()))
			.map(ExcludedRegion::reason)
			.findFirst()
			.orElse((named || account.regions().isEmpty()) ? null : "It is not among the account's configured regions");
	}

	private static boolean documented(Region region) {
		return SupportedRegion.DOCUMENTED.stream().anyMatch((supported) -> supported.region().equals(region));
	}

}
