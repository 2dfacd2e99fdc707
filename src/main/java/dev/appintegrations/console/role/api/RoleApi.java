package dev.appintegrations.console.role.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Operations;
import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.console.role.AppIntegrationsRole.Creation;
import dev.appintegrations.console.role.Blockers;
import dev.appintegrations.console.role.DescriptionChange;
import dev.appintegrations.console.role.RoleDescription;
import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.console.role.RoleReading;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service-linked role.
 */
@RestController
@RequestMapping(path = "/api/v1/accounts/{account}/role", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Role")
class RoleApi {

	private final AppIntegrationsRole roles;

	private final Inventory inventory;

	private final Operations operations;

	private final AccountIds ids;

	RoleApi(AppIntegrationsRole roles, Inventory inventory, Operations operations, AccountIds ids) {
		this.roles = roles;
		this.inventory = inventory;
		this.operations = operations;
		this.ids = ids;
	}

	@GetMapping
	@Requires(Permission.READ)
	@io.swagger.v3.oas.annotations.Operation(operationId = "getRole", summary = "The role, read from IAM now")
	RoleJson get(Account account) {
		return RoleJson.of(account, this.roles.read(account.alias()));
	}

	@PostMapping
	@Requires(Permission.CREATE_ROLE)
	@io.swagger.v3.oas.annotations.Operation(operationId = "createRole", summary = "Creates the role",
			description = "Answers 200 if it is there already. IAM may take seconds to show a new one.")
	@ApiResponse(responseCode = "201", description = "IAM has created it")
	@ApiResponse(responseCode = "200", description = "It was there already")
	ResponseEntity<CreationJson> create(Account account, @Parameter(hidden = true) CurrentUser user) {
		Operation operation = new Operation(user.name(), Permission.CREATE_ROLE, account.alias(), arn(account),
				Map.of());
		Creation creation = this.operations.run(operation, (notes) -> this.roles.create(account.alias()).noted(notes));
		CreationJson body = new CreationJson(creation.created(), RoleNames.arn(this.ids.known(account.alias())),
				creation.requestId(), RoleJson.href(account), RoleJson.page(account));
		return creation.created() ? ResponseEntity.created(URI.create(body.href())).body(body)
				: ResponseEntity.ok(body);
	}

	@PatchMapping
	@Requires(Permission.EDIT_ROLE)
	@io.swagger.v3.oas.annotations.Operation(operationId = "describeRole", summary = "Changes the role's description",
			description = "IAM has no conditional update: the description is read just before and just after, and 409 says that somebody else changed it.")
	RoleJson describe(Account account, @Parameter(hidden = true) CurrentUser user,
			@RequestBody DescriptionRequest request) {
		String wanted = request.description();
		if (wanted == null) {
			throw unprocessable("$.description", "is missing");
		}
		RoleDescription.problem(wanted).ifPresent((problem) -> {
			throw unprocessable("$.description", problem);
		});
		String expected = Objects.requireNonNullElseGet(request.expected(), () -> current(account));
		Operation operation = new Operation(user.name(), Permission.EDIT_ROLE, account.alias(), arn(account),
				Map.of("description", wanted));
		DescriptionChange change = this.operations.run(operation,
				(notes) -> this.roles.describe(account.alias(), expected, wanted).noted(notes, wanted));
		switch (change) {
			case DescriptionChange.Changed done -> {
				return get(account);
			}
			case DescriptionChange.ChangedMeanwhile meanwhile -> throw new ProblemException(ProblemType.CONFLICT,
					"Somebody else changed the description. Nothing was done. It is now: " + meanwhile.current());
			case DescriptionChange.Overwritten raced -> throw new ProblemException(ProblemType.CONFLICT,
					"The description was set, and somebody else set another one at the same time. It is now: "
							+ raced.current());
		}
	}

	private String current(Account account) {
		RoleReading reading = this.roles.read(account.alias());
		if (reading.role() == null) {
			throw new ProblemException(ProblemType.NOT_FOUND,
					"There is no role to describe: it is " + reading.state().name().toLowerCase(Locale.ROOT) + ".");
		}
		return Objects.requireNonNullElse(reading.role().description(), "");
	}

	@GetMapping("/drift")
	@Requires(Permission.READ)
	@io.swagger.v3.oas.annotations.Operation(operationId = "getRoleDrift",
			summary = "The role's live documents against the documented ones")
	DriftJson drift(Account account) {
		return DriftJson.of(this.roles.read(account.alias()));
	}

	@GetMapping("/blockers")
	@Requires(Permission.READ)
	@io.swagger.v3.oas.annotations.Operation(operationId = "getRoleBlockers",
			summary = "What keeps the role from being deleted, as the latest scan saw it")
	BlockersJson blockers(Account account) {
		return this.inventory.latest(account.alias())
			.map((scan) -> BlockersJson.of(account, scan, Blockers.of(scan)))
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
					"There is no scan of this account yet. Scan it first."));
	}

	private String arn(Account account) {
		return RoleNames.arn(this.ids.known(account.alias()));
	}

	private static ProblemException unprocessable(String field, String message) {
		return new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, List.of(new FieldProblem(field, message))));
	}

}
