package dev.appintegrations.console.kernel;

import java.util.List;
import java.util.Optional;

/**
 * The configured accounts, in the order of the configuration; there is at least one.
 */
public interface Accounts {

	/**
	 * All accounts.
	 * @return never empty
	 */
	List<Account> all();

	/**
	 * The account with this alias.
	 * @param alias an alias
	 * @return the account, or empty if none is configured under it
	 */
	default Optional<Account> find(AccountAlias alias) {
		return all().stream().filter((account) -> account.alias().equals(alias)).findFirst();
	}

}
