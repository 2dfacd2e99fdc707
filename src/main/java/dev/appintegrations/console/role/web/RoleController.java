package dev.appintegrations.console.role.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Operations;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanView;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.console.role.AppIntegrationsRole.Creation;
import dev.appintegrations.console.role.Blockers;
import dev.appintegrations.console.role.DescriptionChange;
import dev.appintegrations.console.role.RoleActions;
import dev.appintegrations.console.role.RoleDescription;
import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.RoleState;
import dev.appintegrations.console.role.operator.OperatorPermissions;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The role's status, and creating and describing it.
 */
@Controller
class RoleController {

	private static final String PATH = "/accounts/{account}/role";

	private final AppIntegrationsRole roles;

	private final Inventory inventory;

	private final RoleActions actions;

	private final Operations operations;

	private final AccountIds ids;

	private final OperatorPermissions permissions;

	private final Clock clock;

	RoleController(AppIntegrationsRole roles, Inventory inventory, RoleActions actions, Operations operations,
			AccountIds ids, OperatorPermissions permissions, Clock clock) {
		this.roles = roles;
		this.inventory = inventory;
		this.actions = actions;
		this.operations = operations;
		this.ids = ids;
		this.permissions = permissions;
		this.clock = clock;
	}

	@GetMapping(PATH)
	@Requires(Permission.READ)
	String status(Account account, CurrentUser user, @RequestParam(required = false) @Nullable String done,
			Model model) {
		RoleReading reading = this.roles.read(account.alias());
		Scan latest = this.inventory.latest(account.alias()).orElse(null);
		Blockers blockers = (latest != null) ? Blockers.of(latest) : null;
		Instant now = this.clock.instant();
		model.addAttribute("account", account);
		model.addAttribute("name", RoleNames.ROLE);
		model.addAttribute("role", RoleView.of(reading, blockers, now));
		model.addAttribute("state", reading.state());
		model.addAttribute("failures", reading.failures());
		model.addAttribute("blockers", blockers);
		model.addAttribute("scan", (latest != null) ? ScanView.of(account, latest, now) : null);
		model.addAttribute("mayCreate", reading.state() == RoleState.ABSENT && user.role().has(Permission.CREATE_ROLE));
		model.addAttribute("mayEdit", reading.state() == RoleState.PRESENT && user.role().has(Permission.EDIT_ROLE));
		model.addAttribute("offer", this.actions.offer(account, user, reading, blockers).orElse(null));
		model.addAttribute("done", Done.of(done));
		return "role";
	}

	@GetMapping(PATH + "/create")
	@Requires(Permission.CREATE_ROLE)
	String ask(Account account, Model model) {
		RoleReading reading = this.roles.read(account.alias());
		model.addAttribute("account", account);
		model.addAttribute("name", RoleNames.ROLE);
		model.addAttribute("state", reading.state());
		model.addAttribute("failures", reading.failures());
		model.addAttribute("policies",
				this.permissions.policies(List.of(OperatorTask.CREATE_ROLE), this.ids.known(account.alias())));
		return "role-create";
	}

	@PostMapping(PATH + "/create")
	@Requires(Permission.CREATE_ROLE)
	String create(Account account, CurrentUser user) {
		Operation operation = new Operation(user.name(), Permission.CREATE_ROLE, account.alias(), arn(account),
				Map.of());
		Creation creation = this.operations.run(operation, (notes) -> this.roles.create(account.alias()).noted(notes));
		return "redirect:/accounts/" + account.alias() + "/role?done="
				+ (creation.created() ? Done.CREATED : Done.ALREADY_THERE).parameter();
	}

	@GetMapping(PATH + "/description")
	@Requires(Permission.EDIT_ROLE)
	String edit(Account account, Model model) {
		RoleReading reading = this.roles.read(account.alias());
		String description = (reading.role() != null && reading.role().description() != null)
				? reading.role().description() : "";
		return form(account, reading, description, description, null, null, model);
	}

	@PostMapping(PATH + "/description")
	@Requires(Permission.EDIT_ROLE)
	String describe(Account account, CurrentUser user, @RequestParam String description, @RequestParam String expected,
			HttpServletResponse response, Model model) {
		String wanted = description.replace("\r\n", "\n");
		String seen = expected.replace("\r\n", "\n");
		String problem = RoleDescription.problem(wanted).orElse(null);
		if (problem != null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(account, null, seen, wanted, problem, null, model);
		}
		Operation operation = new Operation(user.name(), Permission.EDIT_ROLE, account.alias(), arn(account),
				Map.of("description", wanted));
		DescriptionChange change = this.operations.run(operation,
				(notes) -> this.roles.describe(account.alias(), seen, wanted).noted(notes, wanted));
		return switch (change) {
			case DescriptionChange.Changed done ->
				"redirect:/accounts/" + account.alias() + "/role?done=" + Done.DESCRIBED.parameter();
			case DescriptionChange.ChangedMeanwhile meanwhile -> {
				response.setStatus(HttpStatus.CONFLICT.value());
				yield form(account, null, meanwhile.current(), wanted, null,
						"Somebody else changed the description since you opened this page. Nothing was done.", model);
			}
			case DescriptionChange.Overwritten raced -> {
				response.setStatus(HttpStatus.CONFLICT.value());
				yield form(account, null, raced.current(), wanted, null,
						"Your description was set, and somebody else set another one at the same time.", model);
			}
		};
	}

	private static String form(Account account, @Nullable RoleReading reading, String current, String wanted,
			@Nullable String problem, @Nullable String conflict, Model model) {
		model.addAttribute("account", account);
		model.addAttribute("name", RoleNames.ROLE);
		model.addAttribute("reading", reading);
		model.addAttribute("current", current);
		model.addAttribute("wanted", wanted);
		model.addAttribute("problem", problem);
		model.addAttribute("conflict", conflict);
		model.addAttribute("most", RoleDescription.MOST);
		return "role-description";
	}

	private String arn(Account account) {
		return RoleNames.arn(this.ids.known(account.alias()));
	}

	/**
	 * What the status page says after an act.
	 */
	enum Done {

		CREATED("AWS has created the role. IAM may take some seconds to show it; read again if it is not here yet."),
		ALREADY_THERE("The role was there already. Nothing was done."),
		DESCRIBED("The description was changed. IAM may take some seconds to show it.");

		private final String words;

		Done(String words) {
			this.words = words;
		}

		String parameter() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static @Nullable String of(@Nullable String parameter) {
			for (Done done : values()) {
				if (done.parameter().equals(parameter)) {
					return done.words;
				}
			}
			return null;
		}

	}

}
