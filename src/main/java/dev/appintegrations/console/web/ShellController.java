package dev.appintegrations.console.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.OpenToAll;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What belongs to no feature: the way in, the theme, and what problems mean.
 */
@Controller
class ShellController {

	private static final Set<String> THEMES = Set.of("system", "light", "dark");

	private final Accounts accounts;

	ShellController(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/")
	@Requires(Permission.READ)
	String home() {
		return "redirect:/accounts/" + this.accounts.all().getFirst().alias() + "/overview";
	}

	@PostMapping("/theme")
	@OpenToAll(because = "A theme is nobody's secret")
	String theme(@RequestParam String theme, @RequestParam(defaultValue = "/") String back,
			HttpServletResponse response) {
		if (!THEMES.contains(theme)) {
			throw ProblemException.invalidParameter("theme", "must be system, light or dark");
		}
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(Shell.THEME_COOKIE, theme)
					.path("/")
					.maxAge(Duration.ofDays(365))
					.sameSite("Lax")
					.httpOnly(true)
					.build()
					.toString());
		return "redirect:" + ReturnPath.of(back);
	}

	@GetMapping("/problems/{slug}")
	@OpenToAll(because = "Problem documents link here")
	String problem(@PathVariable String slug, Model model) {
		ProblemType type = Arrays.stream(ProblemType.values())
			.filter((each) -> each.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no problem of this name."));
		model.addAttribute("problem", type);
		return "problem";
	}

}
