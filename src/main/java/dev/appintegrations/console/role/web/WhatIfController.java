package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.Question;
import dev.appintegrations.console.role.RoleDecisions;
import dev.appintegrations.console.role.RoleDecisions.Basis;
import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.catalog.ResourceAdvice;
import dev.appintegrations.policy.compare.SmallestChange;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * May the role do this? The address carries the question, so that it can be shared.
 */
@Controller
class WhatIfController {

	private final RoleDecisions decisions;

	private final AccountIds ids;

	WhatIfController(RoleDecisions decisions, AccountIds ids) {
		this.decisions = decisions;
		this.ids = ids;
	}

	@GetMapping("/accounts/{account}/role/what-if")
	@Requires(Permission.EVALUATE)
	String ask(Account account, @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response,
			Model model) {
		WhatIfForm form = WhatIfForm.of(parameters);
		Basis basis = this.decisions.basis(account.alias());
		Map<String, String> problems = form.asked() ? form.problems() : Map.of();
		model.addAttribute("account", account);
		model.addAttribute("form", form);
		model.addAttribute("rows", form.shownRows());
		model.addAttribute("problems", problems);
		model.addAttribute("basis", basis);
		model.addAttribute("examples", Example.of(this.ids.known(account.alias())));
		model.addAttribute("actions", ActionCompletion.of(basis.compiled().policy()));
		model.addAttribute("keys", Example.KEYS);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		else if (form.asked()) {
			Question question = form.question();
			model.addAttribute("answer", WhatIfView.of(basis.answer(List.of(question)).getFirst()));
			model.addAttribute("flip", FlipView.of(SmallestChange.of(basis.compiled().evaluator(),
					List.of(basis.compiled().policy()), question.request()), basis.compiled().policy()));
			ResourceAdvice advice = Catalog.get().resourceAdvice(question.action(), question.resource());
			model.addAttribute("advice", (advice.kind() != ResourceAdvice.Kind.FITS) ? advice.text() : null);
		}
		return "what-if";
	}

	/** Completes what is typed, from the actions of all services. */
	@GetMapping("/accounts/{account}/role/what-if/actions")
	@Requires(Permission.EVALUATE)
	String actions(Account account, @RequestParam(defaultValue = "") String action, Model model) {
		model.addAttribute("actions", ActionCompletion.matching(action));
		return "what-if :: actions";
	}

}
