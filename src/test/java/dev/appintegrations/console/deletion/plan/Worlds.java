package dev.appintegrations.console.deletion.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.RoleState;
import dev.appintegrations.console.role.ServiceLinkedRole;
import org.jspecify.annotations.Nullable;

/**
 * What was read, to plan from.
 */
final class Worlds {

	static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	static final String ROLE = RoleNames.arn(Item.ACCOUNT);

	static final String KEEP = "do-not-delete";

	private Worlds() {
	}

	static World of(Item... items) {
		return new World(account(false), Item.ACCOUNT, NOW, Arrays.stream(items).map(Item::build).toList(), Map.of(),
				null, null, Map.of());
	}

	static World guarded(Item... items) {
		World world = of(items);
		return new World(account(true), world.accountId(), world.readAt(), world.items(), world.unread(), null, null,
				Map.of());
	}

	/** All regions were read, and these items are all that there is. */
	static World whole(RoleReading role, Item... items) {
		return whole(role, Map.of(), items);
	}

	static World whole(RoleReading role, Map<Region, String> unproven, Item... items) {
		World world = of(items);
		Map<Region, Map<Kind, Integer>> counts = new LinkedHashMap<>();
		world.items()
			.forEach((item) -> counts.computeIfAbsent(item.details().region(), (key) -> new LinkedHashMap<>())
				.merge(item.details().kind(), 1, Integer::sum));
		return new World(world.account(), world.accountId(), NOW, world.items(), Map.of(), role, counts, unproven);
	}

	static World unread(Item item, String reason) {
		return new World(account(false), Item.ACCOUNT, NOW, List.of(), Map.of(Arn.parse(item.arn()), reason), null,
				null, Map.of());
	}

	static RoleReading role() {
		return role("AROA1", null);
	}

	static RoleReading role(String id, ServiceLinkedRole.@Nullable LastUse use) {
		return new RoleReading(RoleState.PRESENT, new ServiceLinkedRole(ROLE, id, "/", NOW.minusSeconds(9_000_000),
				"The role", 3600, use, "{}", Map.of(), List.of(), List.of(), null), List.of(), NOW);
	}

	static RoleReading noRole() {
		return new RoleReading(RoleState.ABSENT, null, List.of(), NOW);
	}

	static RoleReading unknownRole() {
		return new RoleReading(RoleState.UNKNOWN, null, List.of(), NOW);
	}

	private static Account account(boolean guarded) {
		return new Account(new AccountAlias("demo"), "Demo", true, null, guarded, List.of());
	}

	static PlanRequest request(String... arns) {
		return PlanRequest.of(targets(arns));
	}

	static List<Target> targets(String... arns) {
		return Arrays.stream(arns).map((arn) -> Target.parse(arn, Item.ACCOUNT)).toList();
	}

	static DeletionPlan plan(World world, String... arns) {
		return plan(world, request(arns));
	}

	static DeletionPlan plan(World world, PlanRequest request) {
		return Planner.plan(request, world, KEEP);
	}

	static PlanRequest force(Item item) {
		return new PlanRequest(targets(item.arn()), false, true, Map.of());
	}

	static PlanRequest choosing(String association, String holder) {
		return new PlanRequest(targets(association), false, false, Map.of(association, holder));
	}

}
