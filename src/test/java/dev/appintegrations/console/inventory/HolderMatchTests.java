package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.HolderMatch.Search;
import dev.appintegrations.console.kernel.Arn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HolderMatchTests {

	private static final Holder CENTRE = connect("centre");

	private static final Holder OTHER = connect("other");

	@Test
	void oneHolderOfOneAssociationHoldsIt() {
		assertThat(match(List.of(association(1, "connect.amazonaws.com")), found(CENTRE)))
			.containsExactly(new Holding.Held(CENTRE));
	}

	@Test
	void severalHoldersProveNothingOfOneAssociation() {
		assertThat(match(List.of(association(1, "connect.amazonaws.com")), found(CENTRE, OTHER)))
			.containsExactly(new Holding.Ambiguous(List.of(CENTRE, OTHER)));
	}

	@Test
	void oneHolderProvesNothingOfSeveralAssociations() {
		assertThat(match(List.of(association(1, "connect.amazonaws.com"), association(2, "connect.amazonaws.com")),
				found(CENTRE)))
			.containsExactly(new Holding.Ambiguous(List.of(CENTRE)), new Holding.Ambiguous(List.of(CENTRE)));
	}

	@Test
	void associationsOfDifferentServicesDoNotMixUp() {
		Holder profiles = new Holder.ProfilesIntegration("main", arn("event-integration/orders"));
		List<Search> searches = List.of(new Search(HolderService.CONNECT, List.of(CENTRE), null),
				new Search(HolderService.PROFILES, List.of(profiles), null));
		assertThat(HolderMatch
			.match(List.of(association(1, "connect.amazonaws.com"), association(2, "profile.amazonaws.com")), searches)
			.values()).containsExactly(new Holding.Held(CENTRE), new Holding.Held(profiles));
	}

	@Test
	void nobodyInCompleteListsMakesAnOrphan() {
		assertThat(match(List.of(association(1, "connect.amazonaws.com")), found()).getFirst())
			.isInstanceOf(Holding.Orphaned.class);
	}

	@Test
	void nobodyInListsThatCouldNotBeReadMakesNoOrphan() {
		Search denied = new Search(HolderService.CONNECT, List.of(),
				"Amazon Connect could not be read (ListInstances).");
		assertThat(match(List.of(association(1, "connect.amazonaws.com")), denied))
			.containsExactly(new Holding.Unknown("Amazon Connect could not be read (ListInstances).", List.of()));
	}

	@Test
	void oneOfPerhapsMoreHoldersProvesNothing() {
		Search cut = new Search(HolderService.CONNECT, List.of(CENTRE), "Cut short.");
		assertThat(match(List.of(association(1, "connect.amazonaws.com")), cut))
			.containsExactly(new Holding.Unknown("Cut short.", List.of(CENTRE)));
	}

	@Test
	void aClientThatNobodyKnowsMakesNoOrphan() {
		assertThat(match(List.of(association(1, "own-tool")), found()).getFirst()).isInstanceOfSatisfying(
				Holding.Unknown.class, (unknown) -> assertThat(unknown.reason()).contains("“own-tool”"));
	}

	@Test
	void bulkExportsAreNobodysToDelete() {
		Association export = new Association(arn("data-integration-association/1/2"), "connect.amazonaws.com",
				"s3://lake", null, null, null, null, Map.of());
		assertThat(match(List.of(export), found()).getFirst()).isInstanceOf(Holding.Undeletable.class);
	}

	private static List<Holding> match(List<Association> associations, Search search) {
		return List.copyOf(HolderMatch.match(associations, List.of(search)).values());
	}

	private static Search found(Holder... holders) {
		return new Search(HolderService.CONNECT, List.of(holders), null);
	}

	private static Association association(int number, String client) {
		return new Association(arn("event-integration-association/orders/" + number), client, null, null, null, null,
				null, Map.of());
	}

	private static Holder connect(String alias) {
		return new Holder.ConnectAssociation("arn:aws:connect:eu-west-2:111122223333:instance/" + alias, alias, alias,
				"1", "arn:aws:connect:eu-west-2:111122223333:instance/" + alias + "/integration-association/1", "EVENT",
				List.of(), List.of());
	}

	private static Arn arn(String resource) {
		return Scans.arn(resource);
	}

}
