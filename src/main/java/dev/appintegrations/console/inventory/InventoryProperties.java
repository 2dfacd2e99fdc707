package dev.appintegrations.console.inventory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scans are made and kept.
 *
 * @param keepScans finished scans of an account that are kept
 * @param keepFor how long a scan is kept, unless it is the newest of its account
 * @param heartbeat how often a running scan says that its process lives
 * @param silence after how long without a heartbeat a scan counts as interrupted
 * @param regionsAtOnce how many regions are read at once, whatever the number of scans;
 * 0, as unless it is set, becomes 16 for each processor
 */
@ConfigurationProperties("console.inventory")
record InventoryProperties(@DefaultValue("50") int keepScans, @DefaultValue("90d") Duration keepFor,
		@DefaultValue("2s") Duration heartbeat, @DefaultValue("15s") Duration silence, int regionsAtOnce) {

	private static final int REGIONS_PER_PROCESSOR = 16;

	InventoryProperties {
		if (regionsAtOnce < 0) {
			throw new IllegalArgumentException(
					"console.inventory.regions-at-once must be 1 or more, or 0 for 16 for each processor");
		}
		if (regionsAtOnce == 0) {
			regionsAtOnce = REGIONS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
		}
	}

}
