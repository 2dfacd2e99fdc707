package dev.appintegrations.console.kernel;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The ids of the configured accounts, as far as they are known.
 */
public interface AccountIds {

	/**
	 * An account's id, as configured or pinned at first use, without asking AWS.
	 * @param alias a configured account
	 * @return twelve digits, or {@code null} as long as they are not known
	 */
	@Nullable String known(AccountAlias alias);

	/**
	 * The ids of all accounts, as {@link #known(AccountAlias)} has them.
	 * @return twelve digits for each configured account whose id is known
	 */
	Map<AccountAlias, String> known();

}
