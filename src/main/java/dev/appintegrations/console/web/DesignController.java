package dev.appintegrations.console.web;

import java.util.List;

import dev.appintegrations.console.api.PageInfo;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows each component of the design system in all its states, for who builds pages.
 */
@Controller
@Profile("demo")
class DesignController {

	private static final List<String> TONES = List.of("good", "warning", "bad", "calm", "busy", "info");

	private static final List<WorldMap.Place> PLACES = List.of(
			new WorldMap.Place("us-east-1", "US East (N. Virginia)", "good", "listed", 68, "#map"),
			new WorldMap.Place("ap-northeast-1", "Asia Pacific (Tokyo)", "good", "listed", 6, "#map"),
			new WorldMap.Place("eu-west-2", "Europe (London)", "warning", "partly listed", 15, "#map"),
			new WorldMap.Place("ap-southeast-1", "Asia Pacific (Singapore)", "bad", "denied", 0, "#map"),
			new WorldMap.Place("af-south-1", "Africa (Cape Town)", "calm", "not enabled", 0, "#map"));

	private final WorldMap map;

	DesignController(WorldMap map) {
		this.map = map;
	}

	@GetMapping("/design")
	@Requires(Permission.READ)
	String design(Model model) {
		model.addAttribute("tones", TONES);
		model.addAttribute("map", this.map.draw(PLACES));
		model.addAttribute("first", PageInfo.of(0, 50, 122));
		model.addAttribute("middle", PageInfo.of(1, 50, 122));
		model.addAttribute("code", "{\n  \"Effect\": \"Allow\"\n}");
		return "design";
	}

	@Bean
	static NavigationEntry designEntry() {
		return new NavigationEntry("design", "Components", "/design", false, 1000);
	}

}
