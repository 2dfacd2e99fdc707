package dev.appintegrations.console.inventory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Marks scans and searches as interrupted that an earlier process left running. An
 * embedded database belongs to one process, so whatever runs in it at the start runs no
 * more; elsewhere another replica may run it, and only its silence tells.
 */
@Component
class LeftoverScans implements SmartInitializingSingleton {

	private final ScanStore store;

	private final HolderStore holders;

	private final boolean embedded;

	LeftoverScans(ScanStore store, HolderStore holders, @Value("${spring.datasource.url}") String url) {
		this.store = store;
		this.holders = holders;
		this.embedded = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:")
				&& !url.contains("AUTO_SERVER=TRUE");
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.embedded) {
			this.store.interruptAll();
			this.holders.interruptAll();
		}
	}

}
