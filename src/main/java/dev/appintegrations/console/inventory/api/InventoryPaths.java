package dev.appintegrations.console.inventory.api;

import java.util.UUID;

import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;

/**
 * Where things of the inventory are, for programs and for people.
 */
final class InventoryPaths {

	static final String ACCOUNTS = "/api/v1/accounts";

	private InventoryPaths() {
	}

	static String account(AccountAlias account) {
		return ACCOUNTS + "/" + account;
	}

	static String accountPage(AccountAlias account) {
		return "/accounts/" + account + "/overview";
	}

	static String regions(AccountAlias account) {
		return account(account) + "/regions";
	}

	static String region(AccountAlias account, Region region) {
		return regions(account) + "/" + region;
	}

	static String regionPage(AccountAlias account, Region region) {
		return "/accounts/" + account + "/regions#" + region;
	}

	static String scans(AccountAlias account) {
		return account(account) + "/scans";
	}

	static String scan(AccountAlias account, UUID scan) {
		return scans(account) + "/" + scan;
	}

	static String scanPage(AccountAlias account, UUID scan) {
		return "/accounts/" + account + "/scans/" + scan;
	}

	static String scanEvents(AccountAlias account, UUID scan) {
		return scan(account, scan) + "/events";
	}

	static String integrations(AccountAlias account) {
		return account(account) + "/integrations";
	}

	static String integrations(AccountAlias account, UUID scan) {
		return integrations(account) + "?scan=" + scan;
	}

	static String integration(AccountAlias account, Region region, Arn arn) {
		return integrations(account) + "/" + region + "/" + ItemKey.of(arn).encoded();
	}

	static String integrationPage(AccountAlias account, Region region, Arn arn) {
		return "/accounts/" + account + "/integrations/" + region + "/" + ItemKey.of(arn).encoded();
	}

}
