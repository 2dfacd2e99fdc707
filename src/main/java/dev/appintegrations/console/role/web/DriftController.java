package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.stream.Stream;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.console.role.DocumentedRole;
import dev.appintegrations.console.role.Drift;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.ServiceLinkedRole;
import dev.appintegrations.policy.compare.Comparison;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The live documents against the documented ones.
 */
@Controller
class DriftController {

	private final AppIntegrationsRole roles;

	DriftController(AppIntegrationsRole roles) {
		this.roles = roles;
	}

	@GetMapping("/accounts/{account}/role/drift")
	@Requires(Permission.READ)
	String drift(Account account, Model model) {
		RoleReading reading = this.roles.read(account.alias());
		ServiceLinkedRole role = reading.role();
		model.addAttribute("account", account);
		model.addAttribute("failures", reading.failures());
		model.addAttribute("state", RoleView.words(reading.state()));
		model.addAttribute("documented", DocumentedRole.VERSION);
		model.addAttribute("drifts",
				(role != null && role.policy() != null)
						? Stream.of(Drift.ofPolicy(role.policy().document()), Drift.ofTrust(role.trustDocument()))
							.map(DriftView::of)
							.toList()
						: List.of());
		return "role-drift";
	}

	/**
	 * A drift, for people.
	 */
	record DriftView(String document, boolean same, List<String> diff, @Nullable ComparisonView comparison,
			@Nullable String problem) {

		static DriftView of(Drift drift) {
			Comparison comparison = drift.comparison();
			return new DriftView(drift.document(), drift.same(), drift.diff(),
					(comparison != null && !drift.same())
							? ComparisonView.of(comparison, "the documented policy", "the live one") : null,
					drift.problem());
		}

	}

}
