package dev.appintegrations.console.access.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import dev.appintegrations.console.access.ApiTokens;
import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.SessionUser;
import dev.appintegrations.console.access.Users;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets everybody change their own password and API tokens.
 */
@Controller
class SettingsController {

	private static final String PAGE = "settings";

	private static final int USUAL_DAYS = 90;

	private final Users users;

	private final ApiTokens tokens;

	private final SessionUser sessions;

	private final Clock clock;

	SettingsController(Users users, ApiTokens tokens, SessionUser sessions, Clock clock) {
		this.users = users;
		this.tokens = tokens;
		this.sessions = sessions;
		this.clock = clock;
	}

	@GetMapping("/settings")
	@Requires(Permission.OWN_CREDENTIALS)
	String settings(CurrentUser user, @RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("done", switch (done) {
			case "password" -> "Your password is changed. Your other sessions have ended.";
			case "revoked" -> "The token is revoked.";
			case null, default -> null;
		});
		return show(user, FormErrors.NONE, model);
	}

	@PostMapping("/settings/password")
	@Requires(Permission.OWN_CREDENTIALS)
	String password(CurrentUser user, @RequestParam(defaultValue = "") String current,
			@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String again,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		if (!password.equals(again)) {
			response.setStatus(ProblemType.UNPROCESSABLE.status());
			return show(user, FormErrors.field("password", "again", "is not the same as the new password"), model);
		}
		try {
			this.sessions.renew(this.users.changeOwnPassword(user, current, password, request.getRemoteAddr()),
					request);
			return "redirect:/settings?done=password";
		}
		catch (ProblemException ex) {
			return refuse(user, "password", ex, response, model);
		}
	}

	/** The secret is in this answer and nowhere else, so there is no redirect. */
	@PostMapping("/settings/tokens")
	@Requires(Permission.OWN_CREDENTIALS)
	String create(CurrentUser user, TokenForm form, HttpServletResponse response, Model model) {
		try {
			model.addAttribute("issued", this.tokens.issue(user, form.name(), form.permissions(), form.expiresAt()));
			return show(user, FormErrors.NONE, model);
		}
		catch (ProblemException ex) {
			model.addAttribute("form", form);
			return refuse(user, "token", ex, response, model);
		}
	}

	@PostMapping("/settings/tokens/{id}/revocation")
	@Requires(Permission.OWN_CREDENTIALS)
	String revoke(CurrentUser user, @PathVariable UUID id) {
		this.tokens.revoke(user, id);
		return "redirect:/settings?done=revoked#tokens";
	}

	private String refuse(CurrentUser user, String form, ProblemException refusal, HttpServletResponse response,
			Model model) {
		response.setStatus(refusal.problem().type().status());
		refusal.problem()
			.headers()
			.forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		return show(user, FormErrors.of(form, refusal.problem()), model);
	}

	private String show(CurrentUser user, FormErrors errors, Model model) {
		Instant now = this.clock.instant();
		LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
		model.addAttribute("errors", errors);
		model.addAttribute("me", user);
		model.addAttribute("tokens", this.tokens.of(user).stream().map((token) -> TokenView.of(token, now)).toList());
		model.addAttribute("permissions", TokenView.labels(user.role().permissions()));
		model.addAttribute("earliest", today.plusDays(1));
		model.addAttribute("latest", this.tokens.latestEnd().atZone(ZoneOffset.UTC).toLocalDate());
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new TokenForm(null, null, today.plusDays(USUAL_DAYS).toString()));
		}
		return PAGE;
	}

}
