package dev.appintegrations.console.deletion.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.ItemActions;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Caller;
import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Offers to delete items and associations where a plan for them would have steps.
 */
@Component
class ItemGestures implements ItemActions {

	private final Deletions deletions;

	ItemGestures(Deletions deletions) {
		this.deletions = deletions;
	}

	@Override
	public boolean selectable(Account account, Caller user) {
		return account.deletionOff() == null && user.may(Permission.PLAN_DELETION);
	}

	@Override
	public Map<String, String> running(Account account) {
		return this.deletions.running(account.alias())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (each) -> Pages.deletion(account.alias(), each.getValue())));
	}

	@Override
	public Optional<Offer> offer(Account account, Caller user, IntegrationDetails item, Holdings holdings) {
		if (!user.may(Permission.PLAN_DELETION)) {
			return Optional.empty();
		}
		Asker asker = new Asker(account, item, holdings, this.deletions.running(account.alias()));
		List<Association> associations = Objects.requireNonNullElse(item.associations(), List.of());
		Map<Arn, Gesture> gestures = new HashMap<>();
		associations.forEach((association) -> gestures.put(association.arn(), asker.ask(association.arn(), false)));
		boolean orphaned = item.kind() == Kind.APPLICATION && !associations.isEmpty() && associations.stream()
			.allMatch((association) -> holdings.of(association.arn()) instanceof Holding.Orphaned);
		return Optional
			.of(new Offer(asker.ask(item.arn(), false), orphaned ? asker.ask(item.arn(), true) : null, gestures));
	}

	/**
	 * Asks what a plan would be.
	 */
	private final class Asker {

		private final Account account;

		private final IntegrationDetails item;

		private final Holdings holdings;

		private final Map<String, UUID> running;

		Asker(Account account, IntegrationDetails item, Holdings holdings, Map<String, UUID> running) {
			this.account = account;
			this.item = item;
			this.holdings = holdings;
			this.running = running;
		}

		Gesture ask(Arn arn, boolean force) {
			DeletionPlan plan = preview(arn, force, Map.of());
			DeletionPlan.Confirmation confirmation = preview(arn, force, firstChoices(plan)).confirmation();
			UUID deletion = this.running.get(arn.toString());
			return new Gesture(arn.toString(), (confirmation != null) ? confirmation.button() : "Delete", whyNot(plan),
					(deletion != null) ? Pages.deletion(this.account.alias(), deletion) : null);
		}

		private DeletionPlan preview(Arn arn, boolean force, Map<String, String> holders) {
			Target target = Target.parse(arn.toString(), arn.accountId());
			return ItemGestures.this.deletions.preview(this.account,
					new PlanRequest(List.of(target), false, force, holders), this.item, this.holdings);
		}

		/** The button has the same words whichever holder is chosen later. */
		private static Map<String, String> firstChoices(DeletionPlan plan) {
			return plan.blocked()
				.stream()
				.filter((blocked) -> !blocked.choices().isEmpty())
				.map((blocked) -> blocked.choices().getFirst())
				.collect(Collectors.toMap(DeletionPlan.Choice::association, DeletionPlan.Choice::key));
		}

		/** Where the holder must be chosen first, the plan's page asks for it. */
		private @Nullable String whyNot(DeletionPlan plan) {
			if (this.account.deletionOff() != null) {
				return this.account.deletionOff();
			}
			if (plan.confirmation() != null
					|| plan.blocked().stream().anyMatch((blocked) -> !blocked.choices().isEmpty())) {
				return null;
			}
			return plan.blocked()
				.stream()
				.map(DeletionPlan.Blocked::reason)
				.findFirst()
				.or(() -> plan.kept().stream().map(DeletionPlan.Kept::reason).findFirst())
				.orElse("There is nothing to delete.");
		}

	}

}
