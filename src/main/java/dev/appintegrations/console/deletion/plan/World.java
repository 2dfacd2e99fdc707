package dev.appintegrations.console.deletion.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.role.RoleReading;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an account just now, as far as a plan needs it.
 *
 * @param account the account
 * @param accountId the twelve digits that STS has just reported
 * @param readAt when it was read
 * @param items items that were read afresh, each with who holds it
 * @param unread items that are asked for and could not be read, with the reason in words
 * @param role the role, or {@code null} if nobody asked for it
 * @param remaining how many items of each kind proved regions have, or {@code null} if
 * nobody asked for all regions
 * @param unproven regions that have an endpoint, are not known to be disabled, and could
 * not be read, with the reason in words
 */
public record World(Account account, String accountId, Instant readAt, List<Item> items, Map<Arn, String> unread,
		@Nullable RoleReading role, @Nullable Map<Region, Map<Kind, Integer>> remaining, Map<Region, String> unproven) {

	public World {
		items = List.copyOf(items);
		unread = Map.copyOf(unread);
		unproven = Map.copyOf(unproven);
	}

	/**
	 * An item that was read afresh.
	 *
	 * @param details every field, and its associations
	 * @param holdings who holds them
	 */
	public record Item(IntegrationDetails details, Holdings holdings) {

	}

}
