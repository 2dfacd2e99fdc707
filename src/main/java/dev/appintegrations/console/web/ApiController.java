package dev.appintegrations.console.web;

import dev.appintegrations.console.api.ApiCatalogue;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tells people what programs may call here.
 */
@Controller
class ApiController {

	private final ApiCatalogue catalogue;

	ApiController(ApiCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping("/api-guide")
	@Requires(Permission.READ)
	String api(Model model) {
		model.addAttribute("subjects", this.catalogue.subjects());
		model.addAttribute("base", ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
		return "api";
	}

	@Bean
	static NavigationEntry apiEntry() {
		return new NavigationEntry("api", "API", "/api-guide", false, 810);
	}

}
