package dev.appintegrations.console.role.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.operator.OperatorPermissions;
import dev.appintegrations.console.role.operator.OperatorPolicy;
import dev.appintegrations.console.role.operator.Preflights;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The least policies for whoever runs the console, and what IAM says of theirs.
 */
@Controller
class OperatorPermissionsController {

	private static final String PATH = "/accounts/{account}/role/operator-permissions";

	private final OperatorPermissions permissions;

	private final Preflights preflights;

	private final AccountIds ids;

	private final Clock clock;

	OperatorPermissionsController(OperatorPermissions permissions, Preflights preflights, AccountIds ids, Clock clock) {
		this.permissions = permissions;
		this.preflights = preflights;
		this.ids = ids;
		this.clock = clock;
	}

	@GetMapping(PATH)
	@Requires(Permission.READ)
	String policies(Account account, @RequestParam(required = false) @Nullable Set<OperatorTask> task, Model model) {
		String id = this.ids.known(account.alias());
		List<OperatorTaskView> tasks = Arrays.stream(OperatorTask.values())
			.map((each) -> OperatorTaskView.of(each, this.permissions, id))
			.filter((view) -> !view.actions().isEmpty())
			.toList();
		Set<OperatorTask> chosen = (task != null) ? task : reading();
		model.addAttribute("account", account);
		model.addAttribute("accountId", id);
		model.addAttribute("tasks", tasks);
		model.addAttribute("chosen", chosen);
		model.addAttribute("policies", this.permissions.policies(chosen, id));
		model.addAttribute("most", OperatorPolicy.MOST);
		return "operator-permissions";
	}

	@PostMapping(PATH)
	@Requires(Permission.EVALUATE)
	String preflight(Account account, Model model) {
		model.addAttribute("preflight", PreflightView.of(this.preflights.run(account), this.clock.instant()));
		return policies(account, null, model);
	}

	private static Set<OperatorTask> reading() {
		Set<OperatorTask> reading = EnumSet.allOf(OperatorTask.class);
		reading.removeIf(OperatorTask::changing);
		return reading;
	}

}
