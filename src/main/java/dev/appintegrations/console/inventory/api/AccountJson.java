package dev.appintegrations.console.inventory.api;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A configured account, as programs see it.
 */
@Schema(name = "Account", description = "An AWS account that this console is configured for.")
record AccountJson(@Schema(example = "demo") String alias, @Schema(example = "Demo contact centre") String label,
		@Schema(description = "Null until it is known: configured, or reported by STS once.",
				example = "111122223333") @Nullable String accountId,
		@Schema(description = "Whether every service has an endpoint override, so that nothing in it is real.") boolean emulated,
		@Schema(description = "Its regions.") String regions, @Schema(description = "Its scans.") String scans,
		@Schema(description = "Its integrations.") String integrations, String href, String page) {

	static AccountJson of(Account account, @Nullable String accountId) {
		AccountAlias alias = account.alias();
		return new AccountJson(alias.value(), account.label(), accountId, account.emulated(),
				InventoryPaths.regions(alias), InventoryPaths.scans(alias), InventoryPaths.integrations(alias),
				InventoryPaths.account(alias), InventoryPaths.accountPage(alias));
	}

}
