package dev.appintegrations.console.inventory.api;

import java.util.List;

import dev.appintegrations.console.api.PageOf;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.kernel.SupportedRegion.Support;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts and their regions.
 */
@RestController
@Tag(name = "Accounts")
class AccountsApi {

	private final Accounts accounts;

	private final AccountIds ids;

	AccountsApi(Accounts accounts, AccountIds ids) {
		this.accounts = accounts;
		this.ids = ids;
	}

	@GetMapping(InventoryPaths.ACCOUNTS)
	@Requires(Permission.READ)
	@Operation(operationId = "listAccounts", summary = "The configured accounts")
	PageOf<AccountJson> accounts(PageQuery page) {
		List<AccountJson> all = this.accounts.all()
			.stream()
			.map((account) -> new AccountJson(account.alias().value(), account.label(), this.ids.known(account.alias()),
					account.emulated(), InventoryPaths.account(account.alias()),
					InventoryPaths.accountPage(account.alias())))
			.toList();
		return paged(all, page);
	}

	@GetMapping(InventoryPaths.ACCOUNTS + "/{account}")
	@Requires(Permission.READ)
	@Operation(operationId = "getAccount", summary = "An account")
	AccountJson account(Account account) {
		return new AccountJson(account.alias().value(), account.label(), this.ids.known(account.alias()),
				account.emulated(), InventoryPaths.account(account.alias()),
				InventoryPaths.accountPage(account.alias()));
	}

	@GetMapping(InventoryPaths.ACCOUNTS + "/{account}/regions")
	@Requires(Permission.READ)
	@Operation(operationId = "listRegions", summary = "The regions that AWS lists for the role, in its order")
	PageOf<RegionJson> regions(Account account, PageQuery page) {
		return paged(account.regions().stream().map((region) -> region(account, region)).toList(), page);
	}

	private static RegionJson region(Account account, AccountRegion region) {
		Support support = region.supported().support();
		return new RegionJson(region.region().code(), region.supported().name(), support, region.supported().optIn(),
				(support == Support.AVAILABLE) ? "app-integrations." + region.region() + ".amazonaws.com" : null,
				region.excludedBecause(), InventoryPaths.regions(account.alias()),
				InventoryPaths.regionPage(account.alias(), region.region()));
	}

	private static <T> PageOf<T> paged(List<T> all, PageQuery page) {
		return PageOf.of(all.stream().skip(page.offset()).limit(page.size()).toList(), page, all.size());
	}

	/**
	 * An account.
	 */
	@Schema(name = "Account")
	record AccountJson(@Schema(example = "demo") String alias, String label,
			@Schema(description = "Null until it is known.", example = "111122223333") @Nullable String accountId,
			@Schema(description = "Whether nothing in it is real.") boolean emulated, String href, String page) {

	}

	/**
	 * A region.
	 */
	@Schema(name = "Region")
	record RegionJson(@Schema(example = "eu-west-2") String code, @Schema(example = "Europe (London)") String name,
			Support support, @Schema(description = "Whether an account must enable it first.") boolean optIn,
			@Schema(description = "Its public host; null if none is published.") @Nullable String endpoint,
			@Schema(description = "Why configuration leaves it out; null if it does not.") @Nullable String excludedBecause,
			String href, String page) {

	}

}
