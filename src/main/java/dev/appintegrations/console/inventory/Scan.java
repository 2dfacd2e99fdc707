package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.inventory.RegionScan.HolderSearch;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * One reading of an account's regions.
 *
 * @param id its id
 * @param account whose regions
 * @param accountId the twelve digits that STS reported, or {@code null} if it could not
 * be asked
 * @param state whether it still runs
 * @param startedBy the user who asked for it
 * @param startedAt when it began
 * @param finishedAt when its last region was settled, or {@code null}
 * @param regions every region asked for, in table order
 * @param excluded regions that configuration leaves out, with the reason
 * @param wholeAccount whether it read every region of the account's table, so that it may
 * stand for the account
 */
public record Scan(UUID id, AccountAlias account, @Nullable String accountId, ScanState state, String startedBy,
		Instant startedAt, @Nullable Instant finishedAt, List<RegionScan> regions, List<Excluded> excluded,
		boolean wholeAccount) {

	public Scan {
		regions = List.copyOf(regions);
		excluded = List.copyOf(excluded);
	}

	/**
	 * Whether nothing can be missing: the scan is finished, and every region with an
	 * endpoint is listed or confirmed as not enabled.
	 * @return true if the items of this scan are all there are in the regions it names
	 */
	public boolean complete() {
		return this.state == ScanState.FINISHED && unproven().isEmpty();
	}

	/**
	 * Regions that have an endpoint, are not known to be disabled, and are not wholly
	 * read.
	 * @return their codes, empty if none
	 */
	public List<Region> unproven() {
		return this.regions.stream()
			.filter((region) -> region.outcome() != RegionOutcome.LISTED
					&& region.outcome() != RegionOutcome.NOT_ENABLED
					&& region.outcome() != RegionOutcome.NO_PUBLISHED_ENDPOINT)
			.map(RegionScan::region)
			.toList();
	}

	/**
	 * Regions that the account has not enabled.
	 * @return their codes, empty if none
	 */
	public List<Region> notEnabled() {
		return this.regions.stream()
			.filter((region) -> region.outcome() == RegionOutcome.NOT_ENABLED)
			.map(RegionScan::region)
			.toList();
	}

	/**
	 * Regions of which it is not known who holds all associations, or not yet.
	 * @return their codes, empty if none
	 */
	public List<Region> holdersUnproven() {
		return this.regions.stream()
			.filter((region) -> region.holders() != null && region.holders().state() != HolderSearch.State.FOUND)
			.map(RegionScan::region)
			.toList();
	}

	/**
	 * Whether holders are still looked for.
	 * @return true if the search of at least one region goes on
	 */
	public boolean searching() {
		return this.regions.stream()
			.anyMatch((region) -> region.holders() != null && region.holders().state() == HolderSearch.State.SEARCHING);
	}

	/**
	 * Calls that AppIntegrations answered, over all regions.
	 * @return a number
	 */
	public int calls() {
		return this.regions.stream().mapToInt(RegionScan::calls).sum();
	}

	/**
	 * Calls that were throttled and tried again, over all regions.
	 * @return a number
	 */
	public int refused() {
		return this.regions.stream().mapToInt(RegionScan::refused).sum();
	}

	/**
	 * How long the scan took.
	 * @return from start to end, or {@code null} while it runs
	 */
	public @Nullable Duration took() {
		return (this.finishedAt != null) ? Duration.between(this.startedAt, this.finishedAt) : null;
	}

	/**
	 * A region that configuration leaves out.
	 *
	 * @param region the region
	 * @param reason why, as configured
	 */
	public record Excluded(Region region, String reason) {

	}

}
