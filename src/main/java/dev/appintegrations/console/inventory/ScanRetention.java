package dev.appintegrations.console.inventory;

import java.time.Instant;

import dev.appintegrations.console.jobs.Retention;

import org.springframework.stereotype.Component;

/**
 * Keeps scans for a while; the newest of each account, which its pages show, for good.
 */
@Component
class ScanRetention implements Retention {

	private final ScanStore store;

	private final InventoryProperties properties;

	ScanRetention(ScanStore store, InventoryProperties properties) {
		this.store = store;
		this.properties = properties;
	}

	@Override
	public String trim(Instant now) {
		return this.store.trim(now.minus(this.properties.keepFor())) + " scans removed";
	}

}
