package dev.appintegrations.console.role.api;

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
import dev.appintegrations.console.role.operator.Preflights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What whoever runs the console needs at AWS.
 */
@RestController
@RequestMapping(path = "/api/v1/accounts/{account}/role/operator-permissions",
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Role")
class OperatorPermissionsApi {

	private final OperatorPermissions permissions;

	private final Preflights preflights;

	private final AccountIds ids;

	OperatorPermissionsApi(OperatorPermissions permissions, Preflights preflights, AccountIds ids) {
		this.permissions = permissions;
		this.preflights = preflights;
		this.ids = ids;
	}

	@GetMapping
	@Requires(Permission.READ)
	@Operation(operationId = "getOperatorPermissions",
			summary = "The least IAM policies for the credentials that the console uses")
	OperatorPermissionsJson get(Account account,
			@Parameter(description = "Only these tasks; all if there is none") @RequestParam(
					required = false) @Nullable Set<OperatorTask> task) {
		String id = this.ids.known(account.alias());
		Set<OperatorTask> chosen = (task != null && !task.isEmpty()) ? EnumSet.copyOf(task)
				: EnumSet.allOf(OperatorTask.class);
		List<OperatorTaskJson> items = Arrays.stream(OperatorTask.values())
			.filter(chosen::contains)
			.filter((each) -> !this.permissions.of(each).isEmpty())
			.map((each) -> OperatorTaskJson.of(each, this.permissions, id))
			.toList();
		return new OperatorPermissionsJson(id, OperatorPolicyJson.of(this.permissions.policies(chosen, id)), items,
				RoleJson.href(account) + "/operator-permissions", RoleJson.page(account) + "/operator-permissions");
	}

	@PostMapping("/preflight")
	@Requires(Permission.EVALUATE)
	@Operation(operationId = "preflightOperatorPermissions",
			summary = "Asks IAM what identity policies allow the console's credentials",
			description = "Changes nothing. Takes some seconds: IAM simulates every declared action in every region. "
					+ "Answers 200 with UNKNOWN and the reason where IAM can't be asked.")
	PreflightJson preflight(Account account) {
		return PreflightJson.of(this.preflights.run(account));
	}

}
