package dev.appintegrations.console.deletion.api;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.api.Problems;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.deletion.RefusedException;
import dev.appintegrations.console.deletion.StoredPlan;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Plans of deletions, and their confirmation.
 */
@RestController
@RequestMapping(path = DeletionPaths.ACCOUNT + "/deletion-plans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deletions")
class DeletionPlansApi {

	private final Deletions deletions;

	private final AccountIdentity identity;

	private final Problems problems;

	DeletionPlansApi(Deletions deletions, AccountIdentity identity, Problems problems) {
		this.deletions = deletions;
		this.identity = identity;
		this.problems = problems;
	}

	@PostMapping
	@Requires(Permission.PLAN_DELETION)
	@Operation(operationId = "planDeletion", summary = "Plans a deletion",
			description = "Reads afresh what is asked for and who holds it. A plan without `confirmation` has nothing to do, and says why. Deletes nothing.")
	@ApiResponse(responseCode = "201", description = "The plan",
			headers = @Header(name = "Location", description = "The plan", schema = @Schema(type = "string")))
	ResponseEntity<DeletionPlanJson> plan(Account account, @Parameter(hidden = true) CurrentUser user,
			@RequestBody PlanRequestJson request) {
		StoredPlan plan = this.deletions.plan(account, user.name(),
				request.checked(this.identity.verify(account.alias())));
		DeletionPlanJson body = DeletionPlanJson.of(plan, null);
		return ResponseEntity.created(URI.create(body.href())).body(body);
	}

	@GetMapping("/{id}")
	@Requires(Permission.READ)
	@Operation(operationId = "getDeletionPlan", summary = "A plan as it was shown")
	DeletionPlanJson get(Account account, @PathVariable String id) {
		StoredPlan plan = find(account, id);
		return DeletionPlanJson.of(plan, this.deletions.ofPlan(plan.id()).orElse(null));
	}

	@PostMapping("/{id}/confirmation")
	@Requires(Permission.CONFIRM_DELETION)
	@Operation(operationId = "confirmDeletion", summary = "Confirms a plan and starts its deletion",
			description = """
					Reads AWS once more: if anything differs from the plan, nothing is done, and the answer's Location is a new \
					plan. Works once for each plan.""")
	@ApiResponse(responseCode = "202", description = "The deletion runs",
			headers = @Header(name = "Location", description = "The deletion", schema = @Schema(type = "string")))
	ResponseEntity<DeletionJson> confirm(Account account, @Parameter(hidden = true) CurrentUser user,
			@PathVariable String id, @RequestBody ConfirmationRequest request) {
		UUID plan = DeletionsApi.uuid(id).orElseThrow(DeletionPlansApi::noSuchPlan);
		try {
			Deletion deletion = this.deletions.confirm(account, user.name(), plan, request.checked());
			DeletionJson body = DeletionJson.of(deletion);
			return ResponseEntity.status(HttpStatus.ACCEPTED).location(URI.create(body.href())).body(body);
		}
		catch (RefusedException ex) {
			throw located(account, plan, ex);
		}
	}

	/** Where to look instead. */
	private ProblemException located(Account account, UUID plan, RefusedException refused) {
		HttpHeaders headers = new HttpHeaders();
		instead(account, plan, refused).map(URI::create).ifPresent(headers::setLocation);
		return new ProblemException(this.problems.explain(refused).with(headers));
	}

	private Optional<String> instead(Account account, UUID plan, RefusedException refused) {
		AccountAlias alias = account.alias();
		return switch (refused.reason()) {
			case WORLD_CHANGED -> Optional.ofNullable(refused.other()).map((other) -> DeletionPaths.plan(alias, other));
			case PLAN_USED -> Optional.ofNullable(refused.other()).map((other) -> DeletionPaths.deletion(alias, other));
			case ALREADY_RUNNING -> this.deletions.findPlan(alias, plan)
				.flatMap(this.deletions::running)
				.map((running) -> DeletionPaths.deletion(alias, running));
			default -> Optional.empty();
		};
	}

	private StoredPlan find(Account account, String id) {
		return DeletionsApi.uuid(id)
			.flatMap((uuid) -> this.deletions.findPlan(account.alias(), uuid))
			.orElseThrow(DeletionPlansApi::noSuchPlan);
	}

	private static ProblemException noSuchPlan() {
		return new ProblemException(ProblemType.NOT_FOUND,
				"This account has no such plan. Plans that were not confirmed are removed some time after they expire.");
	}

}
