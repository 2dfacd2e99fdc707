package dev.appintegrations.console.inventory.web;

import dev.appintegrations.console.web.NavigationEntry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the inventory adds to the navigation.
 */
@Configuration(proxyBeanMethods = false)
class InventoryNavigation {

	@Bean
	NavigationEntry integrationsEntry() {
		return new NavigationEntry("integrations", "Integrations", "/integrations", true, 20);
	}

	@Bean
	NavigationEntry regionsEntry() {
		return new NavigationEntry("regions", "Regions", "/regions", true, 30);
	}

	@Bean
	NavigationEntry scansEntry() {
		return new NavigationEntry("scans", "Scans", "/scans", true, 40);
	}

}
