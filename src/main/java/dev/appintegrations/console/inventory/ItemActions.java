package dev.appintegrations.console.inventory;

import java.util.Map;
import java.util.Optional;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory's pages offer to do with items and associations. The module that
 * does it implements it.
 */
public interface ItemActions {

	/**
	 * Whether somebody may select items to delete.
	 * @param account the account
	 * @param user who looks
	 * @return false if the right is missing, or nothing may be deleted in the account
	 */
	boolean selectable(Account account, Caller user);

	/**
	 * What is being deleted.
	 * @param account the account
	 * @return the page of the running deletion, by ARN
	 */
	Map<String, String> running(Account account);

	/**
	 * What may be done with an item and its associations.
	 * @param account the account
	 * @param user who looks
	 * @param item the item, read afresh
	 * @param holdings who holds its associations
	 * @return empty if the right is missing
	 */
	Optional<Offer> offer(Account account, Caller user, IntegrationDetails item, Holdings holdings);

	/**
	 * What is offered on an item's page.
	 *
	 * @param item deletes the item, after its associations
	 * @param force deletes it with associations that nobody holds any more, or
	 * {@code null} where that can't be chosen
	 * @param associations one for each association
	 */
	record Offer(Gesture item, @Nullable Gesture force, Map<Arn, Gesture> associations) {

		public Offer {
			associations = Map.copyOf(associations);
		}

	}

	/**
	 * A button, or why there is none.
	 *
	 * @param target ARN of what it is about
	 * @param button its words
	 * @param whyNot why it can't be pressed, a sentence or two, or {@code null} if it can
	 * @param running the page of the deletion that does it already, or {@code null}
	 */
	record Gesture(String target, String button, @Nullable String whyNot, @Nullable String running) {

		/**
		 * Whether it may be pressed.
		 * @return true if nothing is in the way
		 */
		public boolean possible() {
			return this.whyNot == null && this.running == null;
		}

	}

}
