package dev.appintegrations.console.role;

import java.util.Optional;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What the role's page offers to do with it. The module that does it implements it.
 */
public interface RoleActions {

	/**
	 * What may be done.
	 * @param account the account
	 * @param user who looks
	 * @param reading the role as IAM shows it
	 * @param blockers what the latest scan knows to keep it, or {@code null} without one
	 * @return empty if the right is missing, or there is nothing to delete
	 */
	Optional<Offer> offer(Account account, Caller user, RoleReading reading, @Nullable Blockers blockers);

	/**
	 * What is offered.
	 *
	 * @param role ARN of the role if it may be deleted by itself, otherwise {@code null}
	 * @param everything whether everything may be deleted, the role last
	 * @param whyNot why the role can't be deleted by itself, or {@code null}
	 * @param running the page of the deletion that deletes it already, or {@code null}
	 */
	record Offer(@Nullable String role, boolean everything, @Nullable String whyNot, @Nullable String running) {

	}

}
