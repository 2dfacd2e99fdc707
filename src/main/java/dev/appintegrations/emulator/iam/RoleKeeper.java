package dev.appintegrations.emulator.iam;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where the roles are: in this process, or in another IAM, so that whoever looks there
 * sees them too.
 */
interface RoleKeeper {

	/**
	 * The role of an account.
	 * @param account twelve digits
	 * @return empty if it has none
	 */
	Optional<IamRole> find(String account);

	/**
	 * Keeps a role, instead of the one that the account had.
	 * @param role the role
	 * @return the role as it is kept: another IAM gives it an id and a date of its own
	 */
	IamRole keep(IamRole role);

	/**
	 * Removes the role of an account, if it has one.
	 * @param account twelve digits
	 */
	void remove(String account);

	/**
	 * Removes the roles of accounts that start anew.
	 * @param account twelve digits, or {@code null} for all accounts
	 */
	void forget(@Nullable String account);

}
