package dev.appintegrations.console.inventory.api;

import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.SupportedRegion;
import dev.appintegrations.console.kernel.SupportedRegion.Support;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A region of an account's table, as programs see it.
 */
@Schema(name = "Region", description = "A region that AWS lists for the service-linked role, or configuration adds.")
record RegionJson(@Schema(example = "eu-west-2") String code, @Schema(example = "Europe (London)") String name,
		Support support, @Schema(description = "Whether an account must enable it first.") boolean optIn,
		@Schema(description = "The endpoint that AWS publishes; null if it publishes none.",
				example = "https://app-integrations.eu-west-2.amazonaws.com") @Nullable String endpoint,
		@Schema(description = "Whether configuration adds it, so that it is called in any case.") boolean added,
		@Schema(description = "Why configuration leaves it out; null if it does not.") @Nullable String excluded,
		String href, String page) {

	static RegionJson of(AccountAlias account, AccountRegion region) {
		SupportedRegion supported = region.supported();
		return new RegionJson(region.region().code(), supported.name(), supported.support(), supported.optIn(),
				endpoint(supported), region.added(), region.excludedBecause(),
				InventoryPaths.region(account, region.region()), InventoryPaths.regionPage(account, region.region()));
	}

	private static @Nullable String endpoint(SupportedRegion region) {
		return switch (region.support()) {
			case AVAILABLE -> "https://app-integrations." + region.region() + ".amazonaws.com";
			case NO_PUBLISHED_ENDPOINT -> null;
		};
	}

}
