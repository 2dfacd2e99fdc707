package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.Set;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.RoleDecisions;
import dev.appintegrations.console.role.RoleDecisions.Basis;
import dev.appintegrations.policy.PolicyWriter;
import dev.appintegrations.policy.explain.Explainer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the role may do, statement by statement.
 */
@Controller
class PermissionsController {

	private final RoleDecisions decisions;

	PermissionsController(RoleDecisions decisions) {
		this.decisions = decisions;
	}

	@GetMapping("/accounts/{account}/role/permissions")
	@Requires(Permission.READ)
	String permissions(Account account, @RequestParam(required = false) @Nullable String service,
			@RequestParam(required = false) @Nullable String level, Model model) {
		Basis basis = this.decisions.basis(account.alias());
		PermissionsView view = PermissionsView.of(Explainer.explain(basis.compiled().policy(), "the role"), service,
				level);
		model.addAttribute("account", account);
		model.addAttribute("basis", basis);
		model.addAttribute("view", view);
		model.addAttribute("service", service);
		model.addAttribute("level", level);
		model.addAttribute("graph", PermissionGraph.of(view.statements(), Set.of()));
		model.addAttribute("lines", List.of(PolicyWriter.write(basis.compiled().policy()).split("\n")));
		model.addAttribute("expected", Expected.ALL);
		return "role-permissions";
	}

}
