package dev.appintegrations.console.deletion.plan;

import java.util.Map;

import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.role.ServiceLinkedRole.LastUse;
import org.junit.jupiter.api.Test;

import static dev.appintegrations.console.deletion.plan.Item.connect;
import static dev.appintegrations.console.deletion.plan.PlanAssert.assertThat;
import static dev.appintegrations.console.deletion.plan.Worlds.plan;

/**
 * What voids a confirmation, and what must not.
 */
class FingerprintTests {

	private static Item orders() {
		return Item.events("orders").heldBy(connect("c", "u1", "u2"));
	}

	private static DeletionPlan planned(Item item) {
		return plan(Worlds.of(item), item.arn());
	}

	@Test
	void staysWithAnUnchangedWorld() {
		assertThat(planned(orders())).looksLike(planned(orders()));
	}

	@Test
	void staysWhenOnlyTimesAndStatusesChange() {
		assertThat(planned(orders())).looksLike(planned(orders().readAt(Worlds.NOW.plusSeconds(600))));
		Item data = Item.data("handbook").heldBy(Item.knowledgeBase("kb"));
		assertThat(planned(data))
			.looksLike(planned(Item.data("handbook").heldBy(Item.knowledgeBase("kb")).lastRun("FAILED")));
		assertThat(plan(Worlds.whole(Worlds.role()), Worlds.ROLE))
			.looksLike(plan(Worlds.whole(Worlds.role("AROA1", new LastUse(Worlds.NOW, "us-east-1"))), Worlds.ROLE));
	}

	@Test
	void staysInWhateverOrderAwsListsThings() {
		Item one = Item.events("one");
		Item other = Item.data("other");
		assertThat(plan(Worlds.of(one, other), one.arn(), other.arn()))
			.looksLike(plan(Worlds.of(other, one), one.arn(), other.arn()));
		assertThat(planned(orders())).looksLike(planned(Item.events("orders").heldBy(connect("c", "u2", "u1"))));
		assertThat(planned(Item.events("twice").heldByOneOf(connect("a"), connect("b"))))
			.looksLike(planned(Item.events("twice").heldByOneOf(connect("b"), connect("a"))));
		assertThat(planned(Item.events("tagged").tagged("a", "1").tagged("b", "2")))
			.looksLike(planned(Item.events("tagged").tagged("b", "2").tagged("a", "1")));
		assertThat(planned(Item.application("desk").heldBy(Item.granted("c", "agents", "admins"))))
			.looksLike(planned(Item.application("desk").heldBy(Item.granted("c", "admins", "agents"))));
	}

	@Test
	void changesWithWhatTheOperatorSaw() {
		DeletionPlan before = planned(orders());
		assertThat(planned(orders().described("Other words"))).doesNotLookLike(before);
		assertThat(planned(orders().tagged("team", "a"))).doesNotLookLike(before);
		assertThat(planned(Item.events("orders").heldBy(connect("c", "u1")))).doesNotLookLike(before);
		assertThat(planned(Item.events("orders").heldBy(connect("d", "u1", "u2")))).doesNotLookLike(before);
		assertThat(planned(orders().heldBy(connect("d")))).doesNotLookLike(before);
		assertThat(planned(Item.events("orders"))).doesNotLookLike(before);
		assertThat(planned(orders().in("us-east-1"))).doesNotLookLike(before);
		assertThat(planned(orders().tagged(Worlds.KEEP, ""))).doesNotLookLike(before);
	}

	@Test
	void changesWithTheRolesId() {
		assertThat(plan(Worlds.whole(Worlds.role("AROA2", null)), Worlds.ROLE))
			.doesNotLookLike(plan(Worlds.whole(Worlds.role("AROA1", null)), Worlds.ROLE));
	}

	@Test
	void changesWithTheRegionsThatCouldNotBeRead() {
		DeletionPlan before = plan(Worlds.whole(Worlds.role()), Worlds.ROLE);
		DeletionPlan after = plan(Worlds.whole(Worlds.role(), Map.of(new Region("us-west-2"), "Denied.")), Worlds.ROLE);
		assertThat(after).doesNotLookLike(before);
		assertThat(after).looksLike(
				plan(Worlds.whole(Worlds.role(), Map.of(new Region("us-west-2"), "It did not answer.")), Worlds.ROLE));
	}

	@Test
	void changesWithWhatIsBlocked() {
		Item free = Item.events("free");
		Item other = Item.events("other");
		Item blocked = Item.events("other").associated(new Holding.Undeletable("Nobody can."));
		assertThat(plan(Worlds.of(free, other), free.arn(), other.arn()))
			.doesNotLookLike(plan(Worlds.of(free, blocked), free.arn(), blocked.arn()));
	}

	@Test
	void changesWithTheGesture() {
		Item desk = Item.application("desk").associated(new Holding.Orphaned("No instance names it."));
		assertThat(plan(Worlds.of(desk), Worlds.force(desk))).doesNotLookLike(plan(Worlds.of(desk), desk.arn()));
		Item orders = Item.events("orders");
		assertThat(plan(Worlds.guarded(orders), orders.arn())).doesNotLookLike(plan(Worlds.of(orders), orders.arn()));
	}

}
