package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.RoleDecisions;
import dev.appintegrations.console.role.RoleDecisions.Basis;
import dev.appintegrations.policy.PolicyWriter;
import dev.appintegrations.policy.explain.Explainer;
import dev.appintegrations.policy.findings.Finding;
import dev.appintegrations.policy.findings.Finding.Kind;
import dev.appintegrations.policy.findings.Findings;
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

	/** Grants that match no documented request. */
	private static final Set<Kind> INERT = Set.of(Kind.RESOURCE_OF_NO_DOCUMENTED_TYPE, Kind.ACTION_WITHOUT_ITS_RESOURCE,
			Kind.ACTION_WITHOUT_RESOURCE_LEVEL);

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
		List<Finding> findings = Findings.of(basis.compiled().policy());
		Set<Integer> inert = findings.stream()
			.filter((finding) -> INERT.contains(finding.kind()))
			.map((finding) -> finding.statement() + 1)
			.collect(Collectors.toSet());
		model.addAttribute("findings",
				findings.stream().collect(Collectors.groupingBy((finding) -> finding.statement() + 1)));
		model.addAttribute("graph", PermissionGraph.of(view.statements(), inert));
		model.addAttribute("lines", List.of(PolicyWriter.write(basis.compiled().policy()).split("\n")));
		model.addAttribute("expected", Expected.ALL);
		return "role-permissions";
	}

}
