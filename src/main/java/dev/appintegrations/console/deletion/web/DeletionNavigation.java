package dev.appintegrations.console.deletion.web;

import dev.appintegrations.console.web.NavigationEntry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What deletions add to the navigation.
 */
@Configuration(proxyBeanMethods = false)
class DeletionNavigation {

	@Bean
	NavigationEntry deletionsEntry() {
		return new NavigationEntry("deletions", "Deletions", "/deletions", true, 60);
	}

}
