package dev.appintegrations.console.deletion.plan;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.role.ServiceLinkedRole.LastUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.appintegrations.console.deletion.plan.Item.connect;
import static dev.appintegrations.console.deletion.plan.PlanAssert.assertThat;
import static dev.appintegrations.console.deletion.plan.Worlds.plan;

class PlannerTests {

	private static final Holding ORPHANED = new Holding.Orphaned("No instance names it.");

	private static final Holding EXPORT = new Holding.Undeletable("It is a bulk export.");

	@Test
	void deletesWhatNobodyHoldsInOneStep() {
		Item orders = Item.events("orders/created");
		assertThat(plan(Worlds.of(orders), orders.arn())).doesOnly(StepKind.DELETE_EVENT_INTEGRATION)
			.deletes(StepKind.DELETE_EVENT_INTEGRATION, orders.arn())
			.and()
			.asksFor("orders/created", "Delete");
	}

	@Test
	void deletesUseCasesBeforeTheConnectAssociationAndWaitsBeforeTheEventIntegration() {
		Holder connect = connect("c", "u1", "u2");
		Item orders = Item.events("orders").heldBy(connect);
		assertThat(plan(Worlds.of(orders), orders.arn())).does(StepKind.DELETE_USE_CASE, Item.useCase("c", "u1"))
			.before(StepKind.DELETE_CONNECT_ASSOCIATION, connect.key())
			.and()
			.does(StepKind.DELETE_USE_CASE, Item.useCase("c", "u2"))
			.before(StepKind.DELETE_CONNECT_ASSOCIATION, connect.key())
			.and()
			.does(StepKind.DELETE_CONNECT_ASSOCIATION, connect.key())
			.before(StepKind.AWAIT_DISSOCIATION, orders.arn() + " associations")
			.before(StepKind.DELETE_EVENT_INTEGRATION, orders.arn())
			.and()
			.does(StepKind.AWAIT_DISSOCIATION, orders.arn() + " associations")
			.before(StepKind.DELETE_EVENT_INTEGRATION, orders.arn());
	}

	@Test
	void revokesGrantsBeforeTheApplicationsAssociation() {
		Holder connect = Item.granted("c", "agents", "admins");
		Item desk = Item.application("desk").heldBy(connect);
		assertThat(plan(Worlds.of(desk), desk.arn())).does(StepKind.REVOKE_GRANT, Item.grant("c", "agents"))
			.before(StepKind.DELETE_CONNECT_ASSOCIATION, connect.key())
			.and()
			.does(StepKind.REVOKE_GRANT, Item.grant("c", "admins"))
			.before(StepKind.DELETE_CONNECT_ASSOCIATION, connect.key())
			.before(StepKind.DELETE_APPLICATION, desk.arn())
			.and()
			.asksFor("desk", "Delete");
	}

	@Test
	void takesTheKnowledgeBaseFromAssistantsAndInstancesBeforeItIsDeleted() {
		Holder.KnowledgeBase base = Item.knowledgeBase("kb");
		Item handbook = Item.data("handbook").heldBy(base);
		assertThat(plan(Worlds.of(handbook), handbook.arn()))
			.does(StepKind.DELETE_ASSISTANT_ASSOCIATION, base.assistants().getFirst().associationArn())
			.before(StepKind.DELETE_KNOWLEDGE_BASE, base.arn())
			.and()
			.does(StepKind.DELETE_CONNECT_ASSOCIATION, base.connectAssociations().getFirst().associationArn())
			.before(StepKind.DELETE_KNOWLEDGE_BASE, base.arn())
			.and()
			.does(StepKind.DELETE_KNOWLEDGE_BASE, base.arn())
			.before(StepKind.DELETE_DATA_INTEGRATION, handbook.arn())
			.and()
			.warns("Knowledge base kb goes with all its content")
			.warns("can never be associated again");
	}

	@Test
	void deletesTheIntegrationOfADomain() {
		Item tracks = Item.events("tracks");
		Holder domain = Item.domain("people", tracks);
		tracks.heldBy(domain);
		assertThat(plan(Worlds.of(tracks), tracks.arn())).doesOnly(StepKind.DELETE_PROFILES_INTEGRATION,
				StepKind.AWAIT_DISSOCIATION, StepKind.DELETE_EVENT_INTEGRATION);
	}

	@Test
	void removesAnAssociationAndLeavesItsIntegration() {
		Item orders = Item.events("orders").heldBy(connect("c", "u"));
		assertThat(plan(Worlds.of(orders), orders.association(1)))
			.doesOnly(StepKind.DELETE_USE_CASE, StepKind.DELETE_CONNECT_ASSOCIATION, StepKind.AWAIT_DISSOCIATION)
			.goesWithoutAStep(orders.association(1))
			.asksFor("remove", "Remove connection");
	}

	@Test
	void asksForTheNameWhereACustomerProfilesDomainHoldsAnEventIntegration() {
		Item tracks = Item.events("tracks");
		tracks.heldBy(Item.domain("people", tracks));
		assertThat(plan(Worlds.of(tracks), tracks.association(1))).asksFor("tracks", "Delete");
	}

	@Test
	void asksForTheIntegrationsNameOverADataIntegrationAssociation() {
		Item handbook = Item.data("handbook").heldBy(Item.knowledgeBase("kb"));
		assertThat(plan(Worlds.of(handbook), handbook.association(1))).asksFor("handbook", "Delete")
			.warns("can never be associated again");
	}

	@Test
	void asksForTheApplicationsNameOverItsAssociation() {
		Item desk = Item.application("desk").heldBy(Item.granted("c", "agents"));
		assertThat(plan(Worlds.of(desk), desk.association(1))).asksFor("desk", "Remove from instance");
	}

	@Test
	void asksToCountWhereSeveralThingsGo() {
		Item one = Item.events("one");
		Item other = Item.data("other");
		assertThat(plan(Worlds.of(one, other), one.arn(), other.arn())).asksFor("delete 2 items in 111122223333",
				"Delete");
	}

	@Test
	void asksForTheAccountTooWhereItIsProtected() {
		Item orders = Item.events("orders");
		org.assertj.core.api.Assertions.assertThat(plan(Worlds.guarded(orders), orders.arn()).confirmation())
			.returns(true, DeletionPlan.Confirmation::accountIdToo);
		org.assertj.core.api.Assertions.assertThat(plan(Worlds.of(orders), orders.arn()).confirmation())
			.returns(false, DeletionPlan.Confirmation::accountIdToo);
	}

	@Test
	void deletesEverythingIntegrationsBeforeTheRole() {
		Item handbook = Item.data("handbook").in("us-east-1").heldBy(Item.knowledgeBase("kb"));
		Item orders = Item.events("orders");
		Item desk = Item.application("desk").heldBy(Item.granted("c", "agents"));
		DeletionPlan plan = plan(Worlds.whole(Worlds.role(), handbook, orders, desk), PlanRequest.ofEverything());
		assertThat(plan).does(StepKind.DELETE_DATA_INTEGRATION, handbook.arn())
			.before(StepKind.DELETE_ROLE, Worlds.ROLE)
			.and()
			.does(StepKind.DELETE_EVENT_INTEGRATION, orders.arn())
			.before(StepKind.DELETE_ROLE, Worlds.ROLE)
			.and()
			.does(StepKind.DELETE_APPLICATION, desk.arn())
			.before(StepKind.DELETE_ROLE, Worlds.ROLE)
			.and()
			.asksFor("delete 4 items in 111122223333", "Delete")
			.warns("AWS may delete the role together with the last data integration");
	}

	@Test
	void deletesTheRoleAlone() {
		assertThat(plan(Worlds.whole(Worlds.role()), Worlds.ROLE)).doesOnly(StepKind.DELETE_ROLE)
			.asksFor("AWSServiceRoleForAppIntegrations", "Delete role")
			.warns("comes back, with another id");
	}

	@Test
	void keepsTheRoleWhileAnythingOfItIsLeft() {
		Item orders = Item.events("orders");
		Item kept = Item.data("archive").in("us-east-1");
		assertThat(plan(Worlds.whole(Worlds.role(), orders, kept), Worlds.ROLE)).doesNothing()
			.blocks(Worlds.ROLE)
			.because("1 in eu-west-2, 1 in us-east-1");
		assertThat(plan(Worlds.whole(Worlds.role(), orders, kept), Worlds.ROLE, orders.arn()))
			.deletes(StepKind.DELETE_EVENT_INTEGRATION, orders.arn())
			.and()
			.blocks(Worlds.ROLE)
			.because("1 in us-east-1");
	}

	@Test
	void letsNoApplicationKeepTheRole() {
		assertThat(plan(Worlds.whole(Worlds.role(), Item.application("desk")), Worlds.ROLE))
			.doesOnly(StepKind.DELETE_ROLE);
	}

	@Test
	void saysThatThereIsNoRoleOrThatIamCouldNotBeAsked() {
		assertThat(plan(Worlds.whole(Worlds.noRole()), Worlds.ROLE)).doesNothing()
			.blocks(Worlds.ROLE)
			.because("There is no such role");
		assertThat(plan(Worlds.whole(Worlds.unknownRole()), Worlds.ROLE)).doesNothing()
			.blocks(Worlds.ROLE)
			.because("IAM could not be asked");
	}

	@ParameterizedTest
	@CsvSource({ "14399, true", "14400, false" })
	void warnsOfALastUseWithinFourHours(long secondsAgo, boolean warns) {
		DeletionPlan plan = plan(
				Worlds.whole(Worlds.role("AROA1", new LastUse(Worlds.NOW.minusSeconds(secondsAgo), "us-east-1"))),
				Worlds.ROLE);
		if (warns) {
			assertThat(plan).warns("less than four hours ago in us-east-1");
		}
		else {
			assertThat(plan).doesNotWarn("four hours");
		}
	}

	@Test
	void listsRegionsThatNobodyCouldLookAt() {
		DeletionPlan plan = plan(Worlds.whole(Worlds.role(),
				Map.of(new Region("us-west-2"), "Denied.", new Region("ca-central-1"), "No.")), Worlds.ROLE);
		org.assertj.core.api.Assertions.assertThat(plan.unproven())
			.extracting((each) -> each.region().code())
			.containsExactly("ca-central-1", "us-west-2");
		assertThat(plan).doesOnly(StepKind.DELETE_ROLE);
	}

	@Test
	void keepsWhatIsTagged() {
		Item kept = Item.events("kept").tagged(Worlds.KEEP, "").heldBy(connect("c", "u"));
		Item other = Item.events("other");
		assertThat(plan(Worlds.of(kept, other), kept.arn(), other.arn())).doesOnly(StepKind.DELETE_EVENT_INTEGRATION)
			.keeps(kept.arn())
			.because("tagged do-not-delete");
		assertThat(plan(Worlds.of(kept), kept.association(1))).doesNothing()
			.keeps(kept.association(1))
			.because("tagged");
	}

	@Test
	void keepsTheRoleWhereSomethingTaggedStays() {
		Item kept = Item.events("kept").tagged(Worlds.KEEP, "yes");
		assertThat(plan(Worlds.whole(Worlds.role(), kept), PlanRequest.ofEverything())).doesNothing()
			.keeps(kept.arn())
			.because("tagged")
			.blocks(Worlds.ROLE)
			.because("1 in eu-west-2");
	}

	@Test
	void blocksWhatABulkExportHolds() {
		Item exported = Item.data("profiles").associated(EXPORT);
		assertThat(plan(Worlds.of(exported), exported.arn())).doesNothing()
			.blocks(exported.arn())
			.because("It is a bulk export.");
		assertThat(plan(Worlds.of(exported), exported.association(1))).doesNothing()
			.blocks(exported.association(1))
			.because("It is a bulk export.");
	}

	@Test
	void blocksWhatIsOrphanedAndNamesTheForcedDeletionForApplicationsOnly() {
		Item desk = Item.application("desk").associated(ORPHANED);
		Item orders = Item.events("orders").associated(ORPHANED);
		assertThat(plan(Worlds.of(desk, orders), desk.arn(), orders.arn())).doesNothing()
			.blocks(desk.arn())
			.because("by force")
			.blocks(orders.arn())
			.because("ask AWS Support");
	}

	@Test
	void blocksWhatAnUnknownHolderHolds() {
		Item orders = Item.events("orders")
			.associated(new Holding.Unknown("connect:ListInstances was denied.", List.of()));
		assertThat(plan(Worlds.of(orders), orders.arn())).doesNothing()
			.blocks(orders.arn())
			.because("connect:ListInstances was denied.");
	}

	@Test
	void blocksWhatCouldNotBeReadAndWhatIsNotThere() {
		Item orders = Item.events("orders");
		assertThat(plan(Worlds.unread(orders, "It could not be read."), orders.arn())).doesNothing()
			.blocks(orders.arn())
			.because("It could not be read.");
		assertThat(plan(Worlds.of(), orders.arn())).doesNothing().blocks(orders.arn()).because("not there any more");
		assertThat(plan(Worlds.of(orders), orders.association(7))).doesNothing()
			.blocks(orders.association(7))
			.because("not there any more");
		Item unread = Item.events("unread").withUnreadAssociations();
		assertThat(plan(Worlds.of(unread), unread.arn())).doesNothing().blocks(unread.arn()).because("associations");
	}

	@Test
	void offersTheHoldersWhereNothingTellsWhichHoldsAnAssociation() {
		Item twice = Item.events("twice").heldByOneOf(connect("a"), connect("b"));
		assertThat(plan(Worlds.of(twice), twice.association(1))).doesNothing()
			.offers(twice.association(1), connect("a").key(), connect("b").key())
			.blocks(twice.association(1))
			.because("exactly one association must be gone");
	}

	@Test
	void removesTheChosenHolderAndWaitsForExactlyOneAssociationToGo() {
		Item twice = Item.events("twice").heldByOneOf(connect("a"), connect("b"));
		DeletionPlan plan = plan(Worlds.of(twice), Worlds.choosing(twice.association(1), connect("b").key()));
		assertThat(plan).doesOnly(StepKind.DELETE_CONNECT_ASSOCIATION, StepKind.AWAIT_DISSOCIATION)
			.does(StepKind.DELETE_CONNECT_ASSOCIATION, connect("b").key());
		PlannedStep await = plan.steps().getLast();
		org.assertj.core.api.Assertions.assertThat(await.parameter(PlannedStep.Parameter.GONE)).isEqualTo("one");
		org.assertj.core.api.Assertions.assertThat(await.children())
			.containsExactly(twice.association(1), twice.association(2));
	}

	@Test
	void takesNoChoiceThatIsNotAmongTheHolders() {
		Item twice = Item.events("twice").heldByOneOf(connect("a"), connect("b"));
		assertThat(plan(Worlds.of(twice), Worlds.choosing(twice.association(1), "something else"))).doesNothing()
			.offers(twice.association(1), connect("a").key(), connect("b").key());
	}

	@Test
	void removesAmbiguousAssociationsOfOneIntegrationOneAfterTheOther() {
		Item twice = Item.events("twice").heldByOneOf(connect("a"), connect("b"));
		PlanRequest both = new PlanRequest(Worlds.targets(twice.association(1), twice.association(2)), false, false,
				Map.of(twice.association(1), connect("a").key(), twice.association(2), connect("b").key()));
		assertThat(plan(Worlds.of(twice), both))
			.doesOnly(StepKind.DELETE_CONNECT_ASSOCIATION, StepKind.AWAIT_DISSOCIATION)
			.blocks(twice.association(2))
			.because("one after the other");
	}

	@Test
	void removesEveryHolderWhereTheWholeIntegrationGoes() {
		Item twice = Item.events("twice").heldByOneOf(connect("a"), connect("b"));
		assertThat(plan(Worlds.of(twice), twice.arn())).doesOnly(StepKind.DELETE_CONNECT_ASSOCIATION,
				StepKind.DELETE_CONNECT_ASSOCIATION, StepKind.AWAIT_DISSOCIATION, StepKind.DELETE_EVENT_INTEGRATION);
	}

	@Test
	void forcesOnlyApplicationsAllOfWhoseAssociationsAreOrphaned() {
		Item orphan = Item.application("orphan").associated(ORPHANED).associated(ORPHANED);
		Item mixed = Item.application("mixed").associated(ORPHANED).heldBy(connect("c"));
		Item free = Item.application("free");
		Item events = Item.events("events").associated(ORPHANED);
		assertThat(plan(Worlds.of(orphan), Worlds.force(orphan))).doesOnly(StepKind.FORCE_DELETE_APPLICATION)
			.asksFor("force orphan", "Delete by force")
			.warns("irreversibly");
		assertThat(plan(Worlds.of(mixed), Worlds.force(mixed))).doesNothing()
			.blocks(mixed.arn())
			.because("the usual way");
		assertThat(plan(Worlds.of(free), Worlds.force(free))).doesNothing().blocks(free.arn()).because("the usual way");
		assertThat(plan(Worlds.of(events), Worlds.force(events))).doesNothing()
			.blocks(events.arn())
			.because("Only applications");
	}

	@Test
	void neverProposesForceByItself() {
		Item orphan = Item.application("orphan").associated(ORPHANED);
		assertThat(plan(Worlds.whole(Worlds.role(), orphan), PlanRequest.ofEverything())).doesOnly(StepKind.DELETE_ROLE)
			.blocks(orphan.arn())
			.because("a plan of its own");
	}

	@Test
	void warnsOfAStack() {
		Item orders = Item.events("orders").tagged("aws:cloudformation:stack-name", "contact-centre");
		assertThat(plan(Worlds.of(orders), orders.arn())).warns("belongs to the CloudFormation stack contact-centre");
		assertThat(plan(Worlds.of(Item.events("orders")), orders.arn())).doesNotWarn("CloudFormation");
	}

	@Test
	void warnsThatTheRoleMayGoWithTheLastDataIntegrationOnly() {
		Item one = Item.data("one");
		Item other = Item.data("other");
		assertThat(plan(Worlds.whole(Worlds.role(), one, other), one.arn())).doesNotWarn("AWS may delete the role");
		assertThat(plan(Worlds.whole(Worlds.role(), one), one.arn())).warns("AWS may delete the role");
		assertThat(plan(Worlds.of(one, other), one.arn())).warns("AWS may delete the role");
	}

	@Test
	void doesNotWarnAboutAssociationsThatNeverWere() {
		Item free = Item.data("free");
		assertThat(plan(Worlds.of(free), free.arn())).doesNotWarn("never be associated");
	}

}
