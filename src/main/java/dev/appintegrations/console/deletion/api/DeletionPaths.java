package dev.appintegrations.console.deletion.api;

import java.util.UUID;

import dev.appintegrations.console.kernel.AccountAlias;

/**
 * Where plans and deletions are, for programs and for people.
 */
final class DeletionPaths {

	static final String ACCOUNT = "/api/v1/accounts/{account}";

	private DeletionPaths() {
	}

	static String plan(AccountAlias account, UUID id) {
		return "/api/v1" + planPage(account, id);
	}

	static String planPage(AccountAlias account, UUID id) {
		return "/accounts/" + account + "/deletion-plans/" + id;
	}

	static String deletion(AccountAlias account, UUID id) {
		return "/api/v1" + deletionPage(account, id);
	}

	static String deletionPage(AccountAlias account, UUID id) {
		return "/accounts/" + account + "/deletions/" + id;
	}

}
