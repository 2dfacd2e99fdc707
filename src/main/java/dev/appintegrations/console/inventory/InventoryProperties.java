package dev.appintegrations.console.inventory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scans are kept.
 *
 * @param keepScans finished scans of an account that are kept
 * @param keepFor how long a scan is kept, unless it is the newest of its account
 * @param heartbeat how often a running scan says that its process lives
 * @param silence after how long without a heartbeat a scan counts as interrupted
 */
@ConfigurationProperties("console.inventory")
record InventoryProperties(@DefaultValue("50") int keepScans, @DefaultValue("90d") Duration keepFor,
		@DefaultValue("2s") Duration heartbeat, @DefaultValue("15s") Duration silence) {

}
