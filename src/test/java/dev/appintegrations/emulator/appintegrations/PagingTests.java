package dev.appintegrations.emulator.appintegrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.appintegrations.model.EventIntegration;
import software.amazon.awssdk.services.appintegrations.model.ListEventIntegrationsResponse;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the six lists are paged.
 */
class PagingTests {

	private static final String INVALID = "400 InvalidRequestException";

	private static final Caller DEMO = Caller.withScenario("demo", "us-east-1");

	private static final Caller OTHER_ACCOUNT = Caller.withScenario("demo", "us-east-1");

	@BeforeAll
	static void exportTwice() {
		for (Caller caller : List.of(DEMO, DEMO.in("eu-central-1"), OTHER_ACCOUNT)) {
			String export = caller.region().equals("eu-central-1") ? "profile-export" : "profiles-to-lake";
			caller.sdk().createDataIntegrationAssociation(Samples.export(export));
		}
	}

	private static List<List<String>> pages(Caller caller, Listing listing, int size) {
		List<List<String>> pages = new ArrayList<>();
		String token = "";
		do {
			JsonNode page = caller.send("GET", listing.path(caller) + "?maxResults=" + size + token, null).json();
			pages.add(page.get(listing.key).valueStream().map(JsonNode::toString).toList());
			token = page.has("NextToken") ? "&nextToken=" + Caller.encode(page.get("NextToken").stringValue()) : "";
		}
		while (!token.isEmpty());
		return pages;
	}

	private static List<String> items(Caller caller, Listing listing, int size) {
		return pages(caller, listing, size).stream().flatMap(List::stream).toList();
	}

	private static String token(Caller caller, Listing listing) {
		return caller.send("GET", listing.path(caller) + "?maxResults=1", null).json().get("NextToken").stringValue();
	}

	private static String outcome(Caller caller, Listing listing, String token) {
		return caller.send("GET", listing.path(caller) + "?nextToken=" + Caller.encode(token), null).outcome();
	}

	@ParameterizedTest
	@EnumSource
	void showsEverythingOnceInTheSameOrderWhateverThePageSize(Listing listing) {
		List<String> all = items(DEMO, listing, 50);
		assertThat(all).hasSizeGreaterThan(1).doesNotHaveDuplicates();
		assertThat(items(DEMO, listing, 1)).isEqualTo(all);
		assertThat(items(DEMO, listing, 2)).isEqualTo(all);
	}

	@ParameterizedTest
	@EnumSource
	void fillsEachPageAndEndsWithTheLastFullOne(Listing listing) {
		int all = items(DEMO, listing, 50).size();
		int size = (all > 50) ? all / 2 : all;
		assertThat(pages(DEMO, listing, size)).hasSize(all / size).allSatisfy((page) -> assertThat(page).hasSize(size));
	}

	@ParameterizedTest
	@EnumSource
	void holdsFiftyUnlessAskedForFewer(Listing listing) {
		int all = items(DEMO, listing, 50).size();
		assertThat(DEMO.send("GET", listing.path(DEMO), null).json().get(listing.key).size())
			.isEqualTo(Math.min(all, 50));
	}

	static Stream<Arguments> keepsToThePageSizes() {
		return Stream.of(Listing.values())
			.flatMap((listing) -> Map
				.of("1", "200", "50", "200", "0", INVALID, "51", INVALID, "-1", INVALID, "2147483647", INVALID,
						"2147483648", "400 SerializationException", "1.5", "400 SerializationException", "many",
						"400 SerializationException")
				.entrySet()
				.stream()
				.map((entry) -> Arguments.of(listing, entry.getKey(), entry.getValue())));
	}

	@ParameterizedTest
	@MethodSource
	void keepsToThePageSizes(Listing listing, String size, String outcome) {
		assertThat(DEMO.send("GET", listing.path(DEMO) + "?maxResults=" + size, null).outcome()).isEqualTo(outcome);
	}

	@ParameterizedTest
	@EnumSource
	void refusesForgedTokens(Listing listing) {
		String token = token(DEMO, listing);
		assertThat(outcome(DEMO, listing, token)).isEqualTo("200");
		for (int i : new int[] { 0, token.length() / 2, token.length() - 1 }) {
			char other = (token.charAt(i) == 'A') ? 'B' : 'A';
			String forged = token.substring(0, i) + other + token.substring(i + 1);
			assertThat(outcome(DEMO, listing, forged)).as("character %s", i).isEqualTo(INVALID);
		}
		assertThat(Stream
			.of(token + "A", token + "=", token.substring(1), token.substring(0, token.length() - 1), "x", " ",
					token + token, "2", "x".repeat(1000))
			.map((forged) -> outcome(DEMO, listing, forged))).containsOnly(INVALID);
	}

	@ParameterizedTest
	@CsvSource({ "0", "1001" })
	void refusesTokensOfImpossibleLength(int length) {
		assertThat(DEMO.send("GET", "/eventIntegrations?nextToken=" + "x".repeat(length), null)
			.json()
			.get("Message")
			.stringValue()).contains("validation error", "'nextToken'");
	}

	@ParameterizedTest
	@EnumSource
	void refusesTokensOfOtherAccounts(Listing listing) {
		assertThat(outcome(DEMO, listing, token(OTHER_ACCOUNT, listing))).isEqualTo(INVALID);
	}

	@ParameterizedTest
	@EnumSource(names = { "DATA_INTEGRATIONS", "EVENT_INTEGRATIONS" })
	void refusesTokensOfOtherRegions(Listing listing) {
		assertThat(outcome(DEMO, listing, token(DEMO.in("eu-central-1"), listing))).isEqualTo(INVALID);
	}

	@ParameterizedTest
	@EnumSource
	void refusesTokensOfOtherOperations(Listing listing) {
		for (Listing other : Listing.values()) {
			if (other != listing) {
				assertThat(outcome(DEMO, listing, token(DEMO, other))).as("token of %s", other).isEqualTo(INVALID);
			}
		}
	}

	@Test
	void refusesTokensOfOtherFilters() {
		String token = token(DEMO, Listing.APPLICATIONS);
		assertThat(DEMO.send("GET", "/applications?applicationType=STANDARD&nextToken=" + Caller.encode(token), null)
			.outcome()).isEqualTo(INVALID);
	}

	@Test
	void refusesTokensOfOtherParents() {
		String token = token(DEMO, Listing.EVENT_INTEGRATION_ASSOCIATIONS);
		assertThat(DEMO
			.send("GET", "/eventIntegrations/identity%2Fescalated.v2/associations?nextToken=" + Caller.encode(token),
					null)
			.outcome()).isEqualTo(INVALID);
	}

	@Test
	void isFollowedByThePaginatorOfTheSdk() {
		List<ListEventIntegrationsResponse> pages = DEMO.sdk()
			.listEventIntegrationsPaginator((request) -> request.maxResults(25))
			.stream()
			.toList();
		assertThat(pages).extracting((page) -> page.eventIntegrations().size()).containsExactly(25, 25, 10);
	}

	@Test
	void skipsAndRepeatsNothingWhileItemsComeAndGo() {
		Caller caller = Caller.unlimited();
		IntStream.rangeClosed(1, 6).forEach((i) -> create(caller, "event-" + i));
		ListEventIntegrationsResponse first = caller.sdk().listEventIntegrations((request) -> request.maxResults(3));
		List.of("event-1", "event-3", "event-4")
			.forEach((name) -> caller.sdk().deleteEventIntegration((request) -> request.name(name)));
		create(caller, "event-1");
		caller.sdk().updateEventIntegration((request) -> request.name("event-2").description("Changed"));
		ListEventIntegrationsResponse second = caller.sdk()
			.listEventIntegrations((request) -> request.maxResults(3).nextToken(first.nextToken()));
		assertThat(names(first)).containsExactly("event-1", "event-2", "event-3");
		assertThat(names(second)).containsExactly("event-5", "event-6", "event-1");
		assertThat(second.nextToken()).isNull();
	}

	@Test
	void keepsItsPlaceWhenEverythingBehindItIsGone() {
		Caller caller = Caller.unlimited();
		IntStream.rangeClosed(1, 3).forEach((i) -> create(caller, "event-" + i));
		String token = caller.sdk().listEventIntegrations((request) -> request.maxResults(1)).nextToken();
		IntStream.rangeClosed(1, 3)
			.forEach((i) -> caller.sdk().deleteEventIntegration((request) -> request.name("event-" + i)));
		ListEventIntegrationsResponse rest = caller.sdk().listEventIntegrations((request) -> request.nextToken(token));
		assertThat(rest.hasEventIntegrations()).isTrue();
		assertThat(rest.eventIntegrations()).isEmpty();
	}

	private static void create(Caller caller, String name) {
		caller.sdk().createEventIntegration(Samples.eventIntegration().andThen((request) -> request.name(name)));
	}

	private static List<String> names(ListEventIntegrationsResponse page) {
		return page.eventIntegrations().stream().map(EventIntegration::name).toList();
	}

	/**
	 * A list, of something that has at least two items in the demo.
	 */
	enum Listing {

		DATA_INTEGRATIONS("DataIntegrations") {
			@Override
			String path(Caller caller) {
				return "/dataIntegrations";
			}
		},
		EVENT_INTEGRATIONS("EventIntegrations") {
			@Override
			String path(Caller caller) {
				return "/eventIntegrations";
			}
		},
		APPLICATIONS("Applications") {
			@Override
			String path(Caller caller) {
				return "/applications";
			}
		},
		DATA_INTEGRATION_ASSOCIATIONS("DataIntegrationAssociations") {
			@Override
			String path(Caller caller) {
				return "/dataIntegrations/profiles-to-lake/associations";
			}
		},
		EVENT_INTEGRATION_ASSOCIATIONS("EventIntegrationAssociations") {
			@Override
			String path(Caller caller) {
				return "/eventIntegrations/identity%2Fcreated.v2/associations";
			}
		},
		APPLICATION_ASSOCIATIONS("ApplicationAssociations") {
			@Override
			String path(Caller caller) {
				return "/applications/" + caller.sdk().listApplications((request) -> {
				}).applications().getFirst().id() + "/associations";
			}
		};

		private final String key;

		Listing(String key) {
			this.key = key;
		}

		abstract String path(Caller caller);

	}

}
