package dev.appintegrations.console.role.web;

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
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The least policies for whoever runs the console.
 */
@Controller
class OperatorPermissionsController {

	private static final String PATH = "/accounts/{account}/role/operator-permissions";

	private final OperatorPermissions permissions;

	private final AccountIds ids;

	OperatorPermissionsController(OperatorPermissions permissions, AccountIds ids) {
		this.permissions = permissions;
		this.ids = ids;
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

	private static Set<OperatorTask> reading() {
		Set<OperatorTask> reading = EnumSet.allOf(OperatorTask.class);
		reading.removeIf(OperatorTask::changing);
		return reading;
	}

}
