package dev.appintegrations.console.deletion.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.api.Problems;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.deletion.RefusedException;
import dev.appintegrations.console.deletion.StoredPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.web.ReturnPath;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/**
 * Plans of deletions: made, shown, confirmed.
 */
@Controller
class DeletionPlansController {

	private static final String PATH = "/accounts/{account}/deletion-plans";

	private final Deletions deletions;

	private final Inventory inventory;

	private final AccountIdentity identity;

	private final Problems problems;

	private final Clock clock;

	DeletionPlansController(Deletions deletions, Inventory inventory, AccountIdentity identity, Problems problems,
			Clock clock) {
		this.deletions = deletions;
		this.inventory = inventory;
		this.identity = identity;
		this.problems = problems;
		this.clock = clock;
	}

	@PostMapping(PATH)
	@Requires(Permission.PLAN_DELETION)
	String plan(Account account, CurrentUser user, PlanForm form) {
		StoredPlan plan = this.deletions.plan(account, user.name(),
				form.toRequest(this.identity.verify(account.alias())));
		return "redirect:" + Pages.plan(account.alias(), plan.id()) + back("?", form.back());
	}

	@GetMapping(PATH + "/{id}")
	@Requires(Permission.READ)
	String show(Account account, CurrentUser user, @PathVariable String id,
			@RequestParam(required = false) @Nullable String instead,
			@RequestParam(required = false) @Nullable String back, Model model) {
		return page(account, user, find(account, id), instead, ConfirmationForm.untouched(back), null, model);
	}

	@PostMapping(PATH + "/{id}/confirmation")
	@Requires(Permission.CONFIRM_DELETION)
	Object confirm(Account account, CurrentUser user, @PathVariable String id, ConfirmationForm form,
			HttpServletResponse response, Model model) {
		UUID plan = Pages.id(id).orElseThrow(DeletionPlansController::noSuchPlan);
		try {
			Deletion deletion = this.deletions.confirm(account, user.name(), plan, form.toConfirmation());
			return seeOther(Pages.deletion(account.alias(), deletion.id()));
		}
		catch (RefusedException ex) {
			UUID other = ex.other();
			if (ex.reason() == RefusedException.Reason.WORLD_CHANGED && other != null) {
				return seeOther(Pages.plan(account.alias(), other) + "?instead=" + plan + back("&", form.back()));
			}
			StoredPlan stored = find(account, id);
			Refusal refusal = Refusal.of(ex, (other != null) ? other : this.deletions.running(stored).orElse(null));
			response.setStatus(refusal.status().value());
			return page(account, user, stored, null, form, refusal, model);
		}
		catch (AwsFailedException ex) {
			model.addAttribute("failures", List.of(ex.failure()));
			response.setStatus(this.problems.identify(ex).type().status());
			return page(account, user, find(account, id), null, form, null, model);
		}
	}

	private String page(Account account, CurrentUser user, StoredPlan stored, @Nullable String instead,
			ConfirmationForm form, @Nullable Refusal refusal, Model model) {
		DeletionPlan before = (instead != null) ? Pages.id(instead)
			.flatMap((id) -> this.deletions.findPlan(account.alias(), id))
			.map(StoredPlan::plan)
			.orElse(null) : null;
		model.addAttribute("account", account);
		model.addAttribute("plan", PlanView.of(account, stored, this.clock.instant()));
		model.addAttribute("changed", instead != null);
		model.addAttribute("changes", (before != null) ? PlanChanges.between(before, stored.plan()) : null);
		model.addAttribute("elsewhere", elsewhere(account, stored.plan()));
		model.addAttribute("deletion",
				this.deletions.ofPlan(stored.id()).map((id) -> Pages.deletion(account.alias(), id)).orElse(null));
		model.addAttribute("other", (refusal != null && refusal.deletion() != null)
				? Pages.deletion(account.alias(), refusal.deletion()) : null);
		model.addAttribute("form", form);
		model.addAttribute("refusal", refusal);
		model.addAttribute("back",
				(form.back() != null) ? ReturnPath.of(form.back()) : "/accounts/" + account.alias() + "/integrations");
		model.addAttribute("mayPlan", account.deletionOff() == null && user.may(Permission.PLAN_DELETION));
		model.addAttribute("mayConfirm", account.deletionOff() == null && user.may(Permission.CONFIRM_DELETION));
		return "deletion-plan";
	}

	/** The name that is typed may be another item's too, in another region or kind. */
	private List<Integration> elsewhere(Account account, DeletionPlan plan) {
		if (plan.going().size() != 1) {
			return List.of();
		}
		DeletionPlan.Going going = plan.going().getFirst();
		return this.inventory.latest(account.alias())
			.map((scan) -> this.inventory
				.items(scan.id(),
						new ItemQuery(Set.of(), Set.of(), going.name(), null, false, null, ItemQuery.Sort.REGION, false,
								0, ItemQuery.MAX_SIZE))
				.items())
			.orElse(List.of())
			.stream()
			.filter((item) -> item.name().equals(going.name()))
			.filter((item) -> plan.definitions().stream().noneMatch((each) -> each.arn().equals(item.arn().toString())))
			.filter((item) -> plan.request()
				.targets()
				.stream()
				.noneMatch((target) -> target.kind().kind() != null && target.item().equals(item.arn())))
			.toList();
	}

	private static ResponseEntity<Void> seeOther(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", path).build();
	}

	private static String back(String before, @Nullable String back) {
		return (back != null) ? before + "back=" + UriUtils.encode(ReturnPath.of(back), StandardCharsets.UTF_8) : "";
	}

	private StoredPlan find(Account account, String id) {
		return Pages.id(id)
			.flatMap((uuid) -> this.deletions.findPlan(account.alias(), uuid))
			.orElseThrow(DeletionPlansController::noSuchPlan);
	}

	private static ProblemException noSuchPlan() {
		return new ProblemException(ProblemType.NOT_FOUND,
				"This account has no such plan. Plans that were not confirmed are removed some time after they expire.");
	}

}
