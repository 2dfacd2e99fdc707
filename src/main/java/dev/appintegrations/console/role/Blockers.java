package dev.appintegrations.console.role;

import java.util.List;
import java.util.Objects;

import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.RegionScan;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the role from being deleted, as the latest scan saw it: AWS deletes it only
 * when no data integration, no event integration and no association of theirs is left in
 * any region (Amazon Connect administrator guide). Whether applications keep it too is
 * unverified, so they are counted by themselves.
 *
 * @param regions regions where something is left
 * @param unproven regions that may hold more
 */
public record Blockers(List<InRegion> regions, List<Region> unproven) {

	public Blockers {
		regions = List.copyOf(regions);
		unproven = List.copyOf(unproven);
	}

	/**
	 * What a scan says.
	 * @param scan the latest scan of the whole account
	 * @return what it found and what it could not prove
	 */
	public static Blockers of(Scan scan) {
		List<InRegion> regions = scan.regions()
			.stream()
			.map(Blockers::inRegion)
			.filter((region) -> region.integrations() + region.applications() > 0)
			.toList();
		return new Blockers(regions, scan.unproven());
	}

	private static InRegion inRegion(RegionScan region) {
		return new InRegion(region.region(), count(region, Kind.DATA_INTEGRATION),
				count(region, Kind.EVENT_INTEGRATION), count(region, Kind.APPLICATION), region.associations());
	}

	private static int count(RegionScan region, Kind kind) {
		return Objects.requireNonNullElse(region.counts().get(kind), 0);
	}

	/**
	 * Data and event integrations of all regions.
	 * @return a number
	 */
	public int integrations() {
		return this.regions.stream().mapToInt(InRegion::integrations).sum();
	}

	/**
	 * Applications of all regions.
	 * @return a number
	 */
	public int applications() {
		return this.regions.stream().mapToInt(InRegion::applications).sum();
	}

	/**
	 * Whether it is proved that nothing is left.
	 * @return false if something is there or might be
	 */
	public boolean none() {
		return this.regions.isEmpty() && this.unproven.isEmpty();
	}

	/**
	 * What is left in a region.
	 *
	 * @param region the region
	 * @param dataIntegrations how many that are proved
	 * @param eventIntegrations how many that are proved
	 * @param applications how many that are proved
	 * @param associations of all of them, or {@code null} if not all were read
	 */
	public record InRegion(Region region, int dataIntegrations, int eventIntegrations, int applications,
			@Nullable Integer associations) {

		/**
		 * Data and event integrations.
		 * @return a number
		 */
		public int integrations() {
			return this.dataIntegrations + this.eventIntegrations;
		}

	}

}
