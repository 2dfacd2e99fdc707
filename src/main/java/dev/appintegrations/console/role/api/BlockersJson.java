package dev.appintegrations.console.role.api;

import java.time.Instant;
import java.util.List;

import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.role.Blockers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the role from being deleted, as programs see it.
 */
@Schema(name = "RoleBlockers", description = "What keeps the role from being deleted, as the latest scan saw it.")
record BlockersJson(List<Item> items,
		@Schema(description = "Regions that may hold more: they have an endpoint and could not be read.",
				example = "[\"ap-southeast-1\"]") List<String> unproven,
		@Schema(description = "When the scan began.") Instant asOf, @Schema(description = "The scan.") String scan) {

	static BlockersJson of(Account account, Scan scan, Blockers blockers) {
		String path = "/api/v1/accounts/" + account.alias();
		return new BlockersJson(
				blockers.regions()
					.stream()
					.map((region) -> new Item(region.region().code(), region.dataIntegrations(),
							region.eventIntegrations(), region.applications(), region.associations(),
							path + "/integrations?scan=" + scan.id() + "&region=" + region.region(),
							"/accounts/" + account.alias() + "/integrations?region=" + region.region()))
					.toList(),
				blockers.unproven().stream().map(Region::code).toList(), scan.startedAt(),
				path + "/scans/" + scan.id());
	}

	/**
	 * What is left in a region.
	 */
	@Schema(name = "RoleBlocker", description = "What is left in a region.")
	record Item(String region, int dataIntegrations, int eventIntegrations,
			@Schema(description = "Whether applications keep the role is not documented.") int applications,
			@Schema(description = "Null if not all were read.") @Nullable Integer associations, String href,
			String page) {

	}

}
