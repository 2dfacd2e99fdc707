package dev.appintegrations.console.role.web;

import java.util.List;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.DocumentedRole;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.PolicySyntaxException;
import dev.appintegrations.policy.compare.PolicyComparison;
import dev.appintegrations.policy.explain.Explainer;
import dev.appintegrations.policy.findings.Findings;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Explains and tries any policy that a person pastes. Nothing is stored.
 */
@Controller
class PolicyLabController {

	private static final String PATH = "/accounts/{account}/role/policy-lab";

	@GetMapping(PATH)
	@Requires(Permission.EVALUATE)
	String lab(Account account, Model model) {
		return page(account, DocumentedRole.POLICY, WhatIfForm.of("", ""), model);
	}

	@PostMapping(PATH)
	@Requires(Permission.EVALUATE)
	String tryOut(Account account, @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response,
			Model model) {
		String text = String.valueOf(parameters.getOrDefault("policy", List.of("")).getFirst());
		WhatIfForm form = WhatIfForm.of(parameters);
		String page = page(account, text, form, model);
		try {
			Policy policy = PolicyReader.read(text);
			model.addAttribute("view", PermissionsView.of(Explainer.explain(policy), null, null));
			model.addAttribute("findings", Findings.of(policy));
			String other = String.valueOf(parameters.getOrDefault("other", List.of("")).getFirst());
			model.addAttribute("other", other);
			if (!other.isBlank()) {
				compare(policy, other, model, response);
			}
			if (form.asked() && form.problems().isEmpty()) {
				model.addAttribute("answer", WhatIfView.of(Evaluator.of(policy).evaluate(form.question().request())));
			}
			else if (form.asked()) {
				model.addAttribute("problems", form.problems().values());
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			}
		}
		catch (PolicySyntaxException ex) {
			model.addAttribute("syntax", ex);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return page;
	}

	private static void compare(Policy policy, String other, Model model, HttpServletResponse response) {
		try {
			model.addAttribute("comparison", ComparisonView
				.of(PolicyComparison.compare(policy, PolicyReader.read(other)), "the first policy", "the second one"));
		}
		catch (PolicySyntaxException ex) {
			model.addAttribute("otherSyntax", ex);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
	}

	private static String page(Account account, String text, WhatIfForm form, Model model) {
		model.addAttribute("account", account);
		model.addAttribute("policy", text);
		model.addAttribute("form", form);
		model.addAttribute("rows", form.shownRows());
		return "policy-lab";
	}

}
