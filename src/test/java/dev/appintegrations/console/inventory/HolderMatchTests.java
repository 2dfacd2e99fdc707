package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.inventory.HolderMatch.Search;
import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HolderMatchTests {

	/**
	 * Clients of an event integration's associations, in words of their own: c for Amazon
	 * Connect, p for Customer Profiles, x for one that nobody knows. Then what each
	 * service has: its holders, {@code -} for none, {@code !} after them if its lists
	 * could not be read to the end, {@code none} if it has no endpoint. Then what comes
	 * of each association.
	 */
	@ParameterizedTest(name = "[{0}] with Connect [{1}] and Profiles [{2}]: {3}")
	@CsvSource(delimiter = '|', textBlock = """
			# One association.
			c     | c1      | -       | held c1
			c     | -       | p1      | held p1
			x     | c1      | -       | held c1
			x     | -       | p1      | held p1
			c     | c1      | p1      | held c1
			p     | c1      | p1      | held p1
			x     | c1      | p1      | ambiguous c1 p1
			c     | c1 c2   | -       | ambiguous c1 c2
			c     | c1 c2   | p1      | ambiguous c1 c2
			p     | c1 c2   | -       | ambiguous c1 c2
			x     | c1 c2   | -       | ambiguous c1 c2
			# Several associations.
			c c   | c1 c2   | -       | ambiguous c1 c2, ambiguous c1 c2
			c c   | c1      | -       | ambiguous c1, ambiguous c1
			c c   | c1      | p1      | ambiguous c1 p1, ambiguous c1 p1
			c p   | c1      | p1      | held c1, held p1
			c p   | c1 c2   | p1      | ambiguous c1 c2, held p1
			c p   | c1      | -       | held c1, orphaned
			c p   | -       | p1      | orphaned, held p1
			c x   | c1      | p1      | held c1, held p1
			c x   | c1      | -       | held c1, unknown
			c p x | c1      | p1 p2   | held c1, ambiguous p1 p2, ambiguous p1 p2
			x x   | c1      | p1      | ambiguous c1 p1, ambiguous c1 p1
			# Nobody.
			c     | -       | -       | orphaned
			p     | -       | -       | orphaned
			c     | -       | none    | orphaned
			c     | none    | none    | orphaned
			p     | c1      | none    | held c1
			x     | -       | -       | unknown
			x     | -       | none    | unknown
			c c   | -       | -       | orphaned, orphaned
			# Lists that could not be read to their ends.
			c     | -!      | -       | unknown
			c     | -       | -!      | unknown
			c     | c1      | -!      | held c1
			c     | c1!     | -       | unknown c1
			c     | c1 c2   | -!      | ambiguous c1 c2
			c     | -!      | p1      | unknown p1
			p     | c1      | -!      | unknown c1
			x     | c1      | -!      | unknown c1
			x     | -!      | p1      | unknown p1
			c     | -!      | none    | unknown
			c p   | c1      | p1!     | held c1, unknown p1
			c p   | c1      | -!      | held c1, unknown
			""")
	void provesByArnsWhoHoldsWhatAndTakesClientsForHints(String clients, String connect, String profiles,
			String expected) {
		List<Association> associations = new ArrayList<>();
		for (String client : clients.split(" ")) {
			associations.add(association(associations.size(), client));
		}
		Map<Arn, Holding> holdings = HolderMatch.match(associations, false, searches(connect, profiles));
		assertThat(associations.stream().map((each) -> words(Objects.requireNonNull(holdings.get(each.arn())))))
			.containsExactly(expected.split(", "));
	}

	@Test
	void saysWhichCallsFailed() {
		List<Search> searches = List.of(new Search(HolderService.CONNECT, true, List.of(), "ListInstances was denied."),
				new Search(HolderService.PROFILES, true, List.of(), "ListAccountIntegrations was denied."));
		assertThat(HolderMatch.match(List.of(association(1, "x")), false, searches).values()).containsExactly(
				new Holding.Unknown("ListInstances was denied. ListAccountIntegrations was denied.", List.of()));
	}

	@Test
	void saysWhatWasLookedThroughBeforeSomethingIsOrphaned() {
		assertThat(HolderMatch.match(List.of(association(1, "c")), false, searches("-", "none")).values())
			.containsExactly(new Holding.Orphaned(
					"Every list of Amazon Connect in this region was read to its end, and nothing there names this item any more. Customer Profiles has no endpoint in this region."));
	}

	@Test
	void namesAClientThatNobodyKnows() {
		assertThat(HolderMatch.match(List.of(association(1, "x")), false, searches("-", "-")).values()).singleElement()
			.isInstanceOfSatisfying(Holding.Unknown.class,
					(unknown) -> assertThat(unknown.reason()).contains("“own-tool”"));
	}

	@Test
	void doesNotTakeAKnownClientForOneThatHoldsEveryKind() {
		Search assistants = new Search(HolderService.ASSISTANT, true, List.of(), null);
		assertThat(HolderMatch.match(List.of(association(1, "c")), false, List.of(assistants)).values()).singleElement()
			.isInstanceOf(Holding.Unknown.class);
	}

	@Test
	void leavesBulkExportsToNobodyAndTheRestToItsHolder() {
		Association export = new Association(arn("data-integration-association/1/2"), "connect.amazonaws.com",
				"s3://lake", null, null, null, null, Map.of());
		Association other = new Association(arn("data-integration-association/1/3"), "wisdom.amazonaws.com", null, null,
				null, null, null, Map.of());
		Search denied = new Search(HolderService.ASSISTANT, true, List.of(), "Denied.");
		assertThat(HolderMatch.match(List.of(export, other), false, List.of(denied))
			.values()
			.stream()
			.map(HolderMatchTests::words)).containsExactly("undeletable", "unknown");
		assertThat(
				HolderMatch.match(List.of(other), true, List.of(denied)).values().stream().map(HolderMatchTests::words))
			.containsExactly("undeletable");
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void looksForEveryKindSomewhere(Kind kind) {
		assertThat(HolderService.of(kind)).isNotEmpty();
	}

	private static List<Search> searches(String connect, String profiles) {
		return List.of(search(HolderService.CONNECT, connect), search(HolderService.PROFILES, profiles));
	}

	private static Search search(HolderService service, String holders) {
		if ("none".equals(holders)) {
			return Search.absent(service);
		}
		boolean failed = holders.endsWith("!");
		String names = failed ? holders.substring(0, holders.length() - 1) : holders;
		List<Holder> found = new ArrayList<>();
		if (!"-".equals(names)) {
			for (String name : names.split(" ")) {
				found.add((service == HolderService.CONNECT) ? connect(name)
						: new Holder.ProfilesIntegration(name, arn("event-integration/orders"), Map.of()));
			}
		}
		return new Search(service, true, found, failed ? "Not read to the end." : null);
	}

	private static String words(Holding holding) {
		String state = HoldingState.of(holding).name().toLowerCase(Locale.ROOT);
		return switch (holding) {
			case Holding.Held held -> words(state, List.of(held.holder()));
			case Holding.Ambiguous ambiguous -> words(state, ambiguous.holders());
			case Holding.Unknown unknown -> words(state, unknown.found());
			case Holding.Undeletable undeletable -> state;
			case Holding.Orphaned orphaned -> state;
		};
	}

	private static String words(String state, List<Holder> holders) {
		return holders.stream()
			.map((holder) -> (holder instanceof Holder.ConnectAssociation connect) ? connect.instanceId()
					: holder.key().substring(0, holder.key().indexOf(' ')))
			.reduce(state, (one, other) -> one + " " + other);
	}

	private static Association association(int number, String client) {
		return new Association(arn("event-integration-association/orders/" + number), client(client), null, null, null,
				null, null, Map.of());
	}

	private static @Nullable String client(String word) {
		return switch (word) {
			case "c" -> "connect.amazonaws.com";
			case "p" -> "profile.amazonaws.com";
			default -> "own-tool";
		};
	}

	private static Holder connect(String id) {
		return new Holder.ConnectAssociation("arn:aws:connect:eu-west-2:111122223333:instance/" + id, id, id, "1",
				"arn:aws:connect:eu-west-2:111122223333:instance/" + id + "/integration-association/1", "EVENT",
				List.of(), List.of(), Map.of());
	}

	private static Arn arn(String resource) {
		return Scans.arn(resource);
	}

}
