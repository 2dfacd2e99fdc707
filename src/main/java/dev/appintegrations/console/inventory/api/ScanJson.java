package dev.appintegrations.console.inventory.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanState;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A scan, as programs see it.
 */
@Schema(name = "Scan", description = "One reading of an account's regions.")
record ScanJson(UUID id, @Schema(description = "The account's alias.", example = "demo") String account,
		@Schema(description = "As STS reported it; null if it could not be asked.",
				example = "111122223333") @Nullable String accountId,
		ScanState state, String startedBy, Instant startedAt, @Nullable Instant finishedAt, @Schema(description = """
				Whether nothing can be missing: every region with an endpoint is LISTED, or account:ListRegions \
				confirms that it is not enabled, or configuration leaves it out with a reason.""") boolean complete,
		@Schema(description = "Whether it reads every region of the account's table.") boolean wholeAccount,
		@Schema(description = "Regions with an endpoint, not known to be disabled, that are not wholly read.",
				example = "[\"ap-southeast-1\"]") List<String> unproven,
		@Schema(description = "Regions that the account has not enabled.",
				example = "[\"af-south-1\"]") List<String> notEnabled,
		@Schema(description = "Regions that configuration leaves out.") List<ExcludedJson> excluded,
		@Schema(description = "Calls that AppIntegrations answered.") int calls,
		@Schema(description = "Calls that were throttled and tried again.") int refused,
		@Schema(description = "Null while the scan runs.") @Nullable Long tookMs, List<ScanRegionJson> regions,
		@Schema(description = "Server-sent events of this scan.") String events,
		@Schema(description = "The items that this scan found.") String integrations, String href, String page) {

	static ScanJson of(Scan scan) {
		AccountAlias account = scan.account();
		Duration took = scan.took();
		return new ScanJson(scan.id(), account.value(), scan.accountId(), scan.state(), scan.startedBy(),
				scan.startedAt(), scan.finishedAt(), scan.complete(), scan.wholeAccount(), codes(scan.unproven()),
				codes(scan.notEnabled()), scan.excluded().stream().map(ExcludedJson::of).toList(), scan.calls(),
				scan.refused(), (took != null) ? took.toMillis() : null,
				scan.regions().stream().map(ScanRegionJson::of).toList(), InventoryPaths.scanEvents(account, scan.id()),
				InventoryPaths.integrations(account, scan.id()), InventoryPaths.scan(account, scan.id()),
				InventoryPaths.scanPage(account, scan.id()));
	}

	static List<String> codes(List<Region> regions) {
		return regions.stream().map(Region::code).toList();
	}

	/**
	 * A region that configuration leaves out.
	 */
	@Schema(name = "ExcludedRegion", description = "A region that configuration leaves out.")
	record ExcludedJson(@Schema(example = "ca-central-1") String region,
			@Schema(description = "As configured.") String reason) {

		static ExcludedJson of(Scan.Excluded excluded) {
			return new ExcludedJson(excluded.region().code(), excluded.reason());
		}

	}

}
