package dev.appintegrations.console.access.web;

import java.time.Clock;
import java.util.Locale;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Role;
import dev.appintegrations.console.access.UserAccount;
import dev.appintegrations.console.access.Users;
import dev.appintegrations.console.access.web.UserForm.Act;
import dev.appintegrations.console.api.PageInfo;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.web.NavigationEntry;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows admins the users, and lets them create and change them.
 */
@Controller
class UsersController {

	private static final String CREATE = "create";

	private final Users users;

	private final Clock clock;

	UsersController(Users users, Clock clock) {
		this.users = users;
		this.clock = clock;
	}

	@GetMapping("/users")
	@Requires(Permission.MANAGE_USERS)
	String list(PageQuery page, Model model) {
		show(page, model);
		model.addAttribute("errors", FormErrors.NONE);
		return "users";
	}

	@PostMapping("/users")
	@Requires(Permission.MANAGE_USERS)
	String create(CurrentUser actor, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String password,
			HttpServletResponse response, Model model) {
		String wanted = name.strip().toLowerCase(Locale.ROOT);
		try {
			UserAccount user = this.users.create(actor, wanted, UserForm.role(role), password);
			return "redirect:/users/" + user.name() + "?done=create";
		}
		catch (ProblemException ex) {
			response.setStatus(ex.problem().type().status());
			show(new PageQuery(0, PageQuery.DEFAULT_SIZE), model);
			model.addAttribute("errors", FormErrors.of(CREATE, ex.problem()));
			model.addAttribute("name", wanted);
			model.addAttribute("role", role);
			return "users";
		}
	}

	private void show(PageQuery page, Model model) {
		model.addAttribute("page", PageInfo.of(page, this.users.count()));
		model.addAttribute("path", "/users?size=" + page.size() + "&page=");
		model.addAttribute("users",
				this.users.find(page.offset(), page.size())
					.stream()
					.map((user) -> UserView.of(user, this.clock.instant()))
					.toList());
		model.addAttribute("roles", Role.values());
	}

	@GetMapping("/users/{name}")
	@Requires(Permission.MANAGE_USERS)
	String one(CurrentUser actor, @PathVariable String name, @RequestParam(required = false) @Nullable String done,
			Model model) {
		Act act = Act.of(done);
		model.addAttribute("done",
				(act != null) ? act.done() : CREATE.equals(done) ? "The user is created and may sign in." : null);
		return show(actor, name, FormErrors.NONE, model);
	}

	@PostMapping("/users/{name}")
	@Requires(Permission.MANAGE_USERS)
	String change(CurrentUser actor, @PathVariable String name, UserForm form, HttpServletResponse response,
			Model model) {
		Act act = Act.of(form.act());
		if (act == null) {
			throw new ProblemException(ProblemType.BAD_REQUEST, "This form is not one of a user's page.");
		}
		FormErrors errors;
		if (form.confirms(act)) {
			try {
				this.users.change(actor, name, form.toChange(act));
				return "redirect:/users/" + name + "?done=" + act.id();
			}
			catch (ProblemException ex) {
				if (ex.problem().type() == ProblemType.NOT_FOUND) {
					throw ex;
				}
				response.setStatus(ex.problem().type().status());
				errors = FormErrors.of(act.id(), ex.problem());
			}
		}
		else {
			response.setStatus(ProblemType.UNPROCESSABLE.status());
			errors = FormErrors.field(act.id(), "confirmed", "Tick this box to say that you mean it.");
		}
		return show(actor, name, errors, model);
	}

	private String show(CurrentUser actor, String name, FormErrors errors, Model model) {
		UserAccount user = this.users.find(name)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no user of this name."));
		model.addAttribute("user", UserView.of(user, this.clock.instant()));
		model.addAttribute("self", user.name().equals(actor.name()));
		model.addAttribute("roles", Role.values());
		model.addAttribute("errors", errors);
		return "user";
	}

	/**
	 * What users add to the navigation.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Navigation {

		@Bean
		NavigationEntry usersEntry() {
			return new NavigationEntry("users", "Users", "/users", false, 820, Permission.MANAGE_USERS);
		}

		@Bean
		NavigationEntry settingsEntry() {
			return new NavigationEntry("settings", "Settings", "/settings", false, 840, Permission.OWN_CREDENTIALS);
		}

	}

}
