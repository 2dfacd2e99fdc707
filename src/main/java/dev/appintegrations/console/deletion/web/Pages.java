package dev.appintegrations.console.deletion.web;

import java.util.Optional;
import java.util.UUID;

import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where things have their pages in this console.
 */
final class Pages {

	private static final String ASSOCIATION = "-association/";

	private Pages() {
	}

	static String plans(AccountAlias account) {
		return "/accounts/" + account + "/deletion-plans";
	}

	static String plan(AccountAlias account, UUID id) {
		return plans(account) + "/" + id;
	}

	static String deletions(AccountAlias account) {
		return "/accounts/" + account + "/deletions";
	}

	static String deletion(AccountAlias account, UUID id) {
		return deletions(account) + "/" + id;
	}

	static @Nullable String region(Account account, @Nullable String code) {
		return account.regions().stream().anyMatch((each) -> each.region().code().equals(code))
				? "/accounts/" + account.alias() + "/integrations?region=" + code : null;
	}

	/**
	 * The page of an integration or application, or of the one that an association
	 * belongs to.
	 * @param account the account
	 * @param accountId its twelve digits
	 * @param text what may be an ARN
	 * @return empty if the text names nothing that has a page here
	 */
	static Optional<String> item(Account account, String accountId, String text) {
		try {
			Arn arn = Arn.parse(text);
			if (!"app-integrations".equals(arn.service()) || !accountId.equals(arn.accountId())
					|| region(account, arn.region()) == null) {
				return Optional.empty();
			}
			return Optional.of("/accounts/" + account.alias() + "/integrations/" + new Region(arn.region()) + "/"
					+ ItemKey.of(parent(arn)).encoded());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Names of event integrations may contain slashes, ids of associations do not. */
	private static Arn parent(Arn arn) {
		int type = arn.resource().indexOf(ASSOCIATION);
		if (type < 0 || arn.resource().indexOf('/') != type + ASSOCIATION.length() - 1) {
			return arn;
		}
		String id = arn.resourceId();
		int last = id.lastIndexOf('/');
		if (last <= 0) {
			throw new IllegalArgumentException("Not an association: " + arn);
		}
		return new Arn(arn.partition(), arn.service(), arn.region(), arn.accountId(),
				arn.resource().substring(0, type) + "/" + id.substring(0, last));
	}

	/** Of a path variable; people may write anything there. */
	static Optional<UUID> id(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
