package dev.appintegrations.console.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.api.PageInfo;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Items of a scan, as programs see them.
 *
 * @param scan where they come from
 * @param complete whether nothing can be missing
 * @param unproven regions of which something may be missing
 * @param holdersUnproven regions of which it is not known who holds all associations
 * @param items the items of this page
 * @param page which page of how many
 */
@Schema(name = "IntegrationList")
public record IntegrationListJson(Source scan,
		@Schema(description = "Whether nothing can be missing from the scan.") boolean complete,
		@Schema(description = "Regions of which something may be missing.",
				example = "[\"ap-southeast-1\"]") List<String> unproven,
		@Schema(description = "Regions of which it is not known who holds all associations, or not yet.",
				example = "[\"eu-west-2\"]") List<String> holdersUnproven,
		List<IntegrationJson> items, PageInfo page) {

	static IntegrationListJson of(Scan scan, PageQuery query, ItemPage page) {
		return of(scan, page.items(), PageInfo.of(query, page.totalItems()));
	}

	static IntegrationListJson ofAll(Scan scan, List<Integration> items) {
		return of(scan, items, PageInfo.of(0, Math.max(1, items.size()), items.size()));
	}

	private static IntegrationListJson of(Scan scan, List<Integration> items, PageInfo page) {
		return new IntegrationListJson(Source.of(scan), scan.complete(), ScanJson.codes(scan.unproven()),
				ScanJson.codes(scan.holdersUnproven()),
				items.stream().map((item) -> IntegrationJson.of(scan.account(), item)).toList(), page);
	}

	/**
	 * The scan that items come from.
	 */
	@Schema(name = "ScanReference", description = "The scan that the items come from.")
	record Source(UUID id, ScanState state, Instant startedAt, @Nullable Instant finishedAt, String href, String page) {

		static Source of(Scan scan) {
			return new Source(scan.id(), scan.state(), scan.startedAt(), scan.finishedAt(),
					InventoryPaths.scan(scan.account(), scan.id()), InventoryPaths.scanPage(scan.account(), scan.id()));
		}

	}

}
