package dev.appintegrations.console.access;

import java.util.List;
import java.util.Locale;

import dev.appintegrations.console.access.SignInAttempts.TooManyAttemptsException;
import dev.appintegrations.console.kernel.OpenToAll;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page. Names and passwords themselves go through the filter chain.
 */
@Controller
class SignInController {

	private final List<String> demoUsers;

	SignInController(Environment environment) {
		this.demoUsers = environment.acceptsProfiles(Profiles.of("demo"))
				? List.of(Role.values()).stream().map((role) -> role.label().toLowerCase(Locale.ROOT)).toList()
				: List.of();
	}

	@GetMapping("/sign-in")
	@OpenToAll(because = "Nobody is signed in yet")
	String signIn(@RequestParam(required = false) @Nullable String signedOut, Model model) {
		model.addAttribute("demoUsers", this.demoUsers);
		model.addAttribute("signedOut", signedOut != null);
		return "sign-in";
	}

	/** Where the filter chain sends an attempt that failed. */
	@PostMapping("/sign-in/again")
	@OpenToAll(because = "Nobody is signed in yet")
	String again(HttpServletRequest request, Model model) {
		model.addAttribute("demoUsers", this.demoUsers);
		model.addAttribute("signedOut", false);
		model.addAttribute("username", request.getParameter("username"));
		model.addAttribute("error", words(request.getAttribute("signInFailure")));
		return "sign-in";
	}

	private static String words(@Nullable Object failure) {
		return switch (failure) {
			case TooManyAttemptsException tooMany ->
				"Too many attempts. Try again in " + tooMany.seconds() + " seconds.";
			case BadCredentialsException wrong -> "The user name or the password is wrong.";
			case null, default -> "Signing in did not work. Try again.";
		};
	}

}
