package dev.appintegrations.console.inventory.api;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.api.PageOf;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The configured accounts and their regions.
 */
@RestController
@RequestMapping(path = InventoryPaths.ACCOUNTS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class AccountsApi {

	private final Accounts accounts;

	private final AccountIds ids;

	AccountsApi(Accounts accounts, AccountIds ids) {
		this.accounts = accounts;
		this.ids = ids;
	}

	@GetMapping
	@Requires(Permission.READ)
	@Operation(operationId = "listAccounts",
			summary = "The accounts of this console, in the order of its configuration")
	PageOf<AccountJson> accounts(PageQuery query) {
		List<Account> all = this.accounts.all();
		Map<AccountAlias, String> known = this.ids.known();
		return PageOf.of(part(all, query).stream()
			.map((account) -> AccountJson.of(account, known.get(account.alias())))
			.toList(), query, all.size());
	}

	@GetMapping("/{account}")
	@Requires(Permission.READ)
	@Operation(operationId = "getAccount", summary = "One account")
	AccountJson account(Account account) {
		return AccountJson.of(account, this.ids.known(account.alias()));
	}

	@GetMapping("/{account}/regions")
	@Requires(Permission.READ)
	@Operation(operationId = "listRegions",
			summary = "The regions that AWS supports, in the order of its documentation")
	PageOf<RegionJson> regions(Account account, PageQuery query) {
		List<AccountRegion> all = account.regions();
		return PageOf.of(part(all, query).stream().map((region) -> RegionJson.of(account.alias(), region)).toList(),
				query, all.size());
	}

	@GetMapping("/{account}/regions/{region}")
	@Requires(Permission.READ)
	@Operation(operationId = "getRegion", summary = "One region")
	RegionJson region(Account account, @PathVariable String region) {
		return account.regions()
			.stream()
			.filter((each) -> each.region().code().equals(region))
			.findFirst()
			.map((each) -> RegionJson.of(account.alias(), each))
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This account's table has no such region; "
					+ InventoryPaths.regions(account.alias()) + " lists those it has."));
	}

	private static <T> List<T> part(List<T> all, PageQuery query) {
		return all.stream().skip(query.offset()).limit(query.size()).toList();
	}

}
