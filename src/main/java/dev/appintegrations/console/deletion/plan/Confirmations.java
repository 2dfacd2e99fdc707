package dev.appintegrations.console.deletion.plan;

import java.util.Set;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Confirmation;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.kernel.Account;

/**
 * What must be typed: as the Connect console has taught, where it has a gesture.
 */
final class Confirmations {

	static final String REMOVE_CONNECTION = "Remove connection";

	static final String REMOVE_FROM_INSTANCE = "Remove from instance";

	private static final String DELETE = "Delete";

	private Confirmations() {
	}

	/**
	 * The button of an association. For one that Customer Profiles holds AWS documents no
	 * gesture; <em>Delete</em> and the integration's name is our choice.
	 */
	static String gesture(TargetKind kind, Holder holder) {
		return switch (kind) {
			case EVENT_INTEGRATION_ASSOCIATION ->
				(holder instanceof Holder.ConnectAssociation) ? REMOVE_CONNECTION : DELETE;
			case APPLICATION_ASSOCIATION -> REMOVE_FROM_INSTANCE;
			default -> DELETE;
		};
	}

	static Confirmation of(DeletionPlan plan, Account account, Set<String> gestures) {
		if (plan.going().size() > 1 || plan.request().everything()) {
			int count = plan.going().size();
			String words = "delete " + count + ((count == 1) ? " item" : " items") + " in " + plan.accountId();
			return new Confirmation("This deletes " + count + ((count == 1) ? " thing." : " things."), DELETE, words,
					account.guarded());
		}
		Going going = plan.going().getFirst();
		String button = gestures.isEmpty() ? DELETE : gestures.iterator().next();
		if (plan.request().force()) {
			return new Confirmation("This deletes the application and its associations by force.", "Delete by force",
					"force " + going.name(), account.guarded());
		}
		String phrase = REMOVE_CONNECTION.equals(button) ? "remove" : going.name();
		return new Confirmation("This deletes the " + going.kind().words() + ".",
				(going.kind() == TargetKind.ROLE) ? "Delete role" : button, phrase, account.guarded());
	}

}
