package dev.appintegrations.console.deletion.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

@PageTest
class GesturePagesTests {

	private static final Region LONDON = new Region("eu-west-2");

	private static final Holding CONNECT = new Holding.Held(connect("EVENT"));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Inventory inventory;

	@Test
	void removesTheConnectionOfAnEventIntegrationInConnect() {
		assertThat(page(Kind.EVENT_INTEGRATION, Map.of(), CONNECT)).contains("action=\"/accounts/demo/deletion-plans\"",
				"Remove connection", "value=\"" + association(Kind.EVENT_INTEGRATION, 0) + "\"", "Delete orders");
	}

	@Test
	void deletesAnAssociationThatCustomerProfilesHolds() {
		Holding profiles = new Holding.Held(
				new Holder.ProfilesIntegration("main", item(Kind.EVENT_INTEGRATION), Map.of()));
		assertThat(page(Kind.EVENT_INTEGRATION, Map.of(), profiles)).contains("Delete association")
			.doesNotContain("Remove connection");
	}

	@Test
	void removesAnApplicationFromItsInstance() {
		assertThat(page(Kind.APPLICATION, Map.of(), new Holding.Held(connect("APPLICATION"))))
			.contains("Remove from instance");
	}

	@Test
	void letsOneAssociationOfADataIntegrationBeSelectedAndDeletedAtItsDetails() {
		Holding assistant = new Holding.Held(new Holder.KnowledgeBase("id", "arn:aws:wisdom:x", "handbook", "ACTIVE",
				List.of(), List.of(), Map.of()));
		assertThat(page(Kind.DATA_INTEGRATION, Map.of(), assistant, new Holding.Undeletable("It is a bulk export.")))
			.containsSubsequence("Integration details", "id=\"delete-association\"", "Delete</button>",
					"type=\"radio\" name=\"targets\" form=\"delete-association\"", "It is a bulk export.");
	}

	@Test
	void saysWhyNeitherABulkExportNorItsIntegrationCanBeDeleted() {
		assertThat(page(Kind.DATA_INTEGRATION, Map.of(), new Holding.Undeletable("It is a bulk export.")))
			.contains("It can't be deleted now.", "It is a bulk export.")
			.doesNotContain("type=\"radio\"", "aria-label=\"Delete");
	}

	@Test
	void offersForceOnlyWhereAllAssociationsOfAnApplicationAreOrphaned() {
		Holding orphaned = new Holding.Orphaned("Nothing names it any more.");
		assertThat(page(Kind.APPLICATION, Map.of(), orphaned)).contains("Delete by force",
				"name=\"force\" value=\"true\"", "It can't be deleted now.");
		assertThat(page(Kind.APPLICATION, Map.of(), orphaned, new Holding.Held(connect("APPLICATION"))))
			.doesNotContain("Delete by force");
		assertThat(page(Kind.EVENT_INTEGRATION, Map.of(), orphaned)).doesNotContain("Delete by force");
	}

	@Test
	void offersAnAssociationWhoseHolderMustBeChosen() {
		Holder one = connect("EVENT");
		assertThat(page(Kind.EVENT_INTEGRATION, Map.of(), new Holding.Ambiguous(List.of(one, one))))
			.contains("aria-label=\"Remove connection association");
	}

	@Test
	void saysThatAnItemIsTaggedToStay() {
		assertThat(page(Kind.EVENT_INTEGRATION, Map.of("do-not-delete", ""), CONNECT))
			.contains("It is tagged do-not-delete")
			.doesNotContain("Remove connection</button>", "aria-label=\"Delete");
	}

	@Test
	void offersNothingToViewers() {
		show(Kind.EVENT_INTEGRATION, Map.of(), CONNECT);
		assertThat(get(path(Kind.EVENT_INTEGRATION), SignedIn.viewer())).doesNotContain("deletion-plans",
				"Remove connection", "It can't be deleted");
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(Scans.finished().scan()));
		given(this.inventory.items(any(), any())).willReturn(new ItemPage(List.of(Scans.event("orders")), 1, 1));
		assertThat(get("/accounts/demo/integrations", SignedIn.viewer()))
			.doesNotContain("type=\"checkbox\" name=\"targets\"", "Delete selected");
		assertThat(get("/accounts/demo/role", SignedIn.viewer())).doesNotContain("deletion-plans");
	}

	@Test
	void letsOperatorsSelectRows() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(Scans.finished().scan()));
		given(this.inventory.items(any(), any())).willReturn(new ItemPage(List.of(Scans.event("orders")), 1, 1));
		assertThat(get("/accounts/demo/integrations", SignedIn.operator())).contains("Delete selected",
				"name=\"targets\" form=\"delete-selected\"", "value=\"" + Scans.event("orders").arn() + "\"",
				"Select orders in eu-west-2");
	}

	@Test
	void deletesTheRoleByItselfOnlyWhereNoIntegrationIsKnownToBeLeft() {
		given(this.inventory.latest(Scans.ALIAS))
			.willReturn(Optional.of(Scans.finished().listed("eu-west-2", 1, 2, 0, 0).scan()));
		assertThat(get("/accounts/demo/role", SignedIn.operator()))
			.contains("The role can't be deleted yet: 3 integrations in 1 region", "Delete everything",
					"/accounts/demo/integrations?region=eu-west-2")
			.doesNotContain("Delete role</button>");
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(Scans.finished().scan()));
		assertThat(get("/accounts/demo/role", SignedIn.operator())).contains("Delete role</button>")
			.doesNotContain("can't be deleted yet");
	}

	@Test
	void offersNoDeletionWhereNothingIsLeft() {
		given(this.inventory.latest(any())).willReturn(Optional.of(Scans.finished().scan()));
		assertThat(get("/accounts/fresh/role", SignedIn.operator())).doesNotContain("deletion-plans");
	}

	private String page(Kind kind, Map<String, String> tags, Holding... holdings) {
		show(kind, tags, holdings);
		return get(path(kind), SignedIn.operator());
	}

	private void show(Kind kind, Map<String, String> tags, Holding... holdings) {
		Map<Arn, Holding> byAssociation = new java.util.LinkedHashMap<>();
		for (int i = 0; i < holdings.length; i++) {
			byAssociation.put(association(kind, i), holdings[i]);
		}
		List<Association> associations = byAssociation.keySet()
			.stream()
			.map((arn) -> new Association(arn, "connect.amazonaws.com", null, null, null, null, null, Map.of()))
			.toList();
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(Scans.finished().scan()));
		given(this.inventory.read(any(), any(), any(), any()))
			.willReturn(Optional.of(new IntegrationDetails(LONDON, kind, item(kind), null, "orders", null, Map.of(),
					tags, null, null, associations, List.of(), Scans.STARTED)));
		given(this.inventory.holdings(any(), any(), any()))
			.willReturn(Map.of(item(kind), new Holdings(byAssociation, List.of(), List.of())));
	}

	private static Arn item(Kind kind) {
		return Scans.arn(kind.resourceType() + "/orders");
	}

	private static Arn association(Kind kind, int number) {
		return Scans.arn(kind.resourceType() + "-association/orders/id-" + number);
	}

	private static String path(Kind kind) {
		return "/accounts/demo/integrations/eu-west-2/" + ItemKey.of(item(kind)).encoded();
	}

	private static Holder.ConnectAssociation connect(String type) {
		return new Holder.ConnectAssociation("arn:aws:connect:x", "instance", "my-centre", "id", "arn:aws:connect:y",
				type, List.of(), List.of(), Map.of());
	}

	private String get(String path, RequestPostProcessor user) {
		MvcTestResult answer = this.mvc.get().uri(path).with(user).exchange();
		assertThat(answer).hasStatusOk();
		return SignedIn.text(answer).replace("&#39;", "'");
	}

}
