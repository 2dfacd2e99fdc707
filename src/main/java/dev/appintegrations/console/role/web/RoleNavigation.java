package dev.appintegrations.console.role.web;

import dev.appintegrations.console.web.NavigationEntry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the role adds to the navigation.
 */
@Configuration(proxyBeanMethods = false)
class RoleNavigation {

	@Bean
	NavigationEntry roleEntry() {
		return new NavigationEntry("role", "Role", "/role", true, 50);
	}

	@Bean
	NavigationEntry permissionsEntry() {
		return new NavigationEntry("permissions", "Permissions", "/role/permissions", true, 52).nest();
	}

	@Bean
	NavigationEntry whatIfEntry() {
		return new NavigationEntry("what-if", "What-if", "/role/what-if", true, 54).nest();
	}

	@Bean
	NavigationEntry policyLabEntry() {
		return new NavigationEntry("policy-lab", "Policy lab", "/role/policy-lab", true, 56).nest();
	}

	@Bean
	NavigationEntry operatorPermissionsEntry() {
		return new NavigationEntry("operator-permissions", "Operator permissions", "/role/operator-permissions", true,
				58)
			.nest();
	}

}
