package dev.appintegrations.emulator.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.emulator.RawRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the five lists are paged.
 */
class ConnectPagingTests {

	private static final ConnectCaller CALLER = ConnectCaller.fresh();

	private static String instance;

	private static String association;

	private static String profile;

	@BeforeAll
	static void fill() {
		instance = CALLER.createInstance("main").id();
		IntStream.range(0, 11).forEach((i) -> CALLER.createInstance("other-" + i));
		association = CALLER.associate(instance, "EVENT", CALLER.eventIntegration());
		IntStream.range(0, 101).forEach((i) -> CALLER.associate(instance, "FILE_SCANNER", "arn:scanner-" + i));
		CALLER.addUseCase(instance, association, "RULES_EVALUATION");
		CALLER.addUseCase(instance, association, "CONNECT_CAMPAIGNS");
		profile = CALLER.addProfile(instance, "Agents", "example.desk", "example.loyalty", "example.fraud");
		IntStream.range(0, 101).forEach((i) -> CALLER.addProfile(instance, "Agents " + i));
	}

	private static RawRequest.Answer get(Listing listing, String query) throws Exception {
		return CALLER.send("GET", listing.path() + "?" + query, "");
	}

	private static String token(Listing listing) throws Exception {
		return get(listing, "maxResults=1").json().get("NextToken").stringValue();
	}

	private static String outcome(Listing listing, String query) throws Exception {
		RawRequest.Answer answer = get(listing, query);
		return (answer.status() + " " + answer.header("x-amzn-ErrorType")).strip();
	}

	@ParameterizedTest
	@EnumSource
	void showsEverythingOnceWhateverThePageSize(Listing listing) throws Exception {
		for (int size : new int[] { 1, 2, 7 }) {
			List<String> items = new ArrayList<>();
			String token = "";
			do {
				JsonNode page = get(listing, "maxResults=" + size + token).json();
				assertThat(page.get(listing.key).size()).isBetween(1, size);
				page.get(listing.key).valueStream().map(JsonNode::toString).forEach(items::add);
				token = page.has("NextToken") ? "&nextToken=" + page.get("NextToken").stringValue() : "";
			}
			while (!token.isEmpty());
			assertThat(items).hasSize(listing.count).doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest
	@CsvSource({ "INSTANCES, 10", "ASSOCIATIONS, 100", "USE_CASES, 2", "PROFILES, 100", "APPLICATIONS, 3" })
	void hasAPageSizeOfItsOwn(Listing listing, int size) throws Exception {
		JsonNode page = get(listing, "").json();
		assertThat(page.get(listing.key).size()).isEqualTo(size);
		assertThat(page.has("NextToken")).isEqualTo(size < listing.count);
	}

	@ParameterizedTest
	@CsvSource({ "INSTANCES, 10", "ASSOCIATIONS, 100", "USE_CASES, 100", "PROFILES, 1000", "APPLICATIONS, 1000" })
	void keepsToThePageSizes(Listing listing, int most) throws Exception {
		assertThat(outcome(listing, "maxResults=" + most)).isEqualTo("200");
		assertThat(outcome(listing, "maxResults=1")).isEqualTo("200");
		assertThat(outcome(listing, "maxResults=" + (most + 1))).isEqualTo("400 InvalidRequestException");
		assertThat(outcome(listing, "maxResults=0")).isEqualTo("400 InvalidRequestException");
		assertThat(outcome(listing, "maxResults=ten")).isEqualTo("400 SerializationException");
	}

	@ParameterizedTest
	@EnumSource
	void refusesForgedTokensAndThoseOfOtherLists(Listing listing) throws Exception {
		String token = token(listing);
		assertThat(outcome(listing, "nextToken=" + token)).isEqualTo("200");
		char other = (token.charAt(0) == 'A') ? 'B' : 'A';
		List<String> wrong = new ArrayList<>(List.of("", "x", "2", other + token.substring(1), token + "A"));
		for (Listing each : Listing.values()) {
			if (each != listing) {
				wrong.add(token(each));
			}
		}
		for (String each : wrong) {
			assertThat(outcome(listing, "nextToken=" + each)).as(each).isEqualTo("400 InvalidRequestException");
		}
	}

	@Test
	void refusesTokensOfOtherFilters() throws Exception {
		assertThat(
				outcome(Listing.ASSOCIATIONS, "integrationType=FILE_SCANNER&nextToken=" + token(Listing.ASSOCIATIONS)))
			.isEqualTo("400 InvalidRequestException");
	}

	@Test
	void pagesWhatAFilterLeaves() throws Exception {
		JsonNode page = get(Listing.ASSOCIATIONS, "integrationType=EVENT&maxResults=1").json();
		assertThat(page.get("IntegrationAssociationSummaryList").size()).isEqualTo(1);
		assertThat(page.has("NextToken")).isFalse();
	}

	@Test
	void goesOnAfterWhatWasDeletedInBetween() {
		ConnectCaller caller = ConnectCaller.fresh();
		String in = caller.createInstance().id();
		List<String> all = Stream.of("a", "b", "c").map((name) -> caller.associate(in, "SES_IDENTITY", name)).toList();
		String token = caller.sdk()
			.listIntegrationAssociations((request) -> request.instanceId(in).maxResults(1))
			.nextToken();
		caller.dissociate(in, all.getFirst());
		assertThat(caller.sdk()
			.listIntegrationAssociations((request) -> request.instanceId(in).nextToken(token))
			.integrationAssociationSummaryList()).extracting((each) -> each.integrationAssociationId())
			.containsExactly(all.get(1), all.get(2));
	}

	private enum Listing {

		INSTANCES("InstanceSummaryList", 12) {
			@Override
			String path() {
				return "/instance";
			}
		},

		ASSOCIATIONS("IntegrationAssociationSummaryList", 102) {
			@Override
			String path() {
				return "/instance/" + instance + "/integration-associations";
			}
		},

		USE_CASES("UseCaseSummaryList", 2) {
			@Override
			String path() {
				return ASSOCIATIONS.path() + "/" + association + "/use-cases";
			}
		},

		PROFILES("SecurityProfileSummaryList", 102) {
			@Override
			String path() {
				return "/security-profiles-summary/" + instance;
			}
		},

		APPLICATIONS("Applications", 3) {
			@Override
			String path() {
				return "/security-profiles-applications/" + instance + "/" + profile;
			}
		};

		private final String key;

		private final int count;

		Listing(String key, int count) {
			this.key = key;
			this.count = count;
		}

		abstract String path();

	}

}
