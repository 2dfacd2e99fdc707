package dev.appintegrations.console.role.api;

import java.util.List;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.RoleDecisions;
import dev.appintegrations.console.role.RoleDecisions.Basis;
import dev.appintegrations.policy.explain.Explainer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the role may do.
 */
@RestController
@RequestMapping(path = "/api/v1/accounts/{account}/role", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Role")
class RolePermissionsApi {

	private final RoleDecisions decisions;

	RolePermissionsApi(RoleDecisions decisions) {
		this.decisions = decisions;
	}

	@GetMapping("/permissions")
	@Requires(Permission.READ)
	@Operation(operationId = "getRolePermissions", summary = "The role's permissions, statement by statement")
	RolePermissions permissions(Account account) {
		Basis basis = this.decisions.basis(account.alias());
		ExplanationJson explanation = ExplanationJson.of(basis.compiled().policy(),
				Explainer.explain(basis.compiled().policy(), "the role"));
		return new RolePermissions(basis.live(), basis.words(), explanation.items(), explanation.findings(),
				explanation.source());
	}

	@PostMapping("/evaluations")
	@Requires(Permission.EVALUATE)
	@Operation(operationId = "evaluateRole", summary = "What the live role may do",
			description = "Decided by the policy that IAM showed in the last 5 seconds, or by the documented one while it can't be read.")
	RoleEvaluations evaluate(Account account, @RequestBody EvaluationsRequest request) {
		var requests = request.checked();
		Basis basis = this.decisions.basis(account.alias());
		return new RoleEvaluations(basis.live(), basis.words(),
				PoliciesApi.Evaluations.of(basis.compiled().evaluator(), requests).items());
	}

	/**
	 * The role's permissions.
	 */
	@Schema(name = "RolePermissions", description = "What the role may do.")
	record RolePermissions(@Schema(description = "False if this is the documented policy.") boolean live,
			@Schema(description = "Which policy this is.") String basis, List<ExplanationJson.StatementJson> items,
			List<ExplanationJson.FindingJson> findings, String source) {

	}

	/**
	 * Decisions about the role.
	 */
	@Schema(name = "RoleEvaluations", description = "A decision for each request, in order.")
	record RoleEvaluations(@Schema(description = "False if this is the documented policy.") boolean live,
			@Schema(description = "Which policy this is.") String basis, List<EvaluationJson> items) {

	}

}
