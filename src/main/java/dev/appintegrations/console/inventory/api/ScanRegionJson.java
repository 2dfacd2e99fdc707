package dev.appintegrations.console.inventory.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.RegionOutcome;
import dev.appintegrations.console.inventory.RegionScan;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A region of a scan, as programs see it.
 */
@Schema(name = "ScanRegion", description = "What a scan knows of one region.")
record ScanRegionJson(@Schema(example = "eu-west-2") String region,
		@Schema(description = "Null while the region is being read.") @Nullable RegionOutcome outcome, Counts counts,
		@Schema(description = "Null if not all lists of associations were read.") @Nullable Integer associations,
		@Schema(description = "Calls that AppIntegrations answered.") int calls,
		@Schema(description = "Calls that were throttled and tried again.") int refused,
		@Schema(description = "Null while the region is being read.") @Nullable Long tookMs,
		@Schema(description = "The lists that were read, each with its pages.") List<RegionScan.ListProof> proof,
		List<RegionScan.ScanFailure> failures,
		@Schema(description = "The search for who holds the associations; null if there was none to look for.") @Nullable Holders holders) {

	static ScanRegionJson of(RegionScan region) {
		Duration took = region.took();
		return new ScanRegionJson(region.region().code(), region.outcome(), Counts.of(region.counts()),
				region.associations(), region.calls(), region.refused(), (took != null) ? took.toMillis() : null,
				region.proof(), region.failures(), Holders.of(region.holders()));
	}

	/**
	 * The search for holders.
	 */
	@Schema(name = "HolderSearch",
			description = "The search for who holds the associations of a region; the scan does not wait for it.")
	record Holders(RegionScan.HolderSearch.State state,
			@Schema(description = "Calls that the holders' services answered.") int calls, int refused,
			@Schema(description = "Null while it goes on.") @Nullable Long tookMs,
			List<RegionScan.ScanFailure> failures) {

		static @Nullable Holders of(RegionScan.@Nullable HolderSearch search) {
			return (search != null) ? new Holders(search.state(), search.calls(), search.refused(),
					(search.took() != null) ? search.took().toMillis() : null, search.failures()) : null;
		}

	}

	/**
	 * Items by kind.
	 */
	@Schema(name = "Counts", description = "Items by kind; null for a kind whose list was not read to its end.")
	record Counts(@JsonProperty("DATA_INTEGRATION") @Nullable Integer dataIntegrations,
			@JsonProperty("EVENT_INTEGRATION") @Nullable Integer eventIntegrations,
			@JsonProperty("APPLICATION") @Nullable Integer applications) {

		static Counts of(Map<Kind, Integer> counts) {
			return new Counts(counts.get(Kind.DATA_INTEGRATION), counts.get(Kind.EVENT_INTEGRATION),
					counts.get(Kind.APPLICATION));
		}

	}

}
