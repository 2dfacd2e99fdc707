package dev.appintegrations.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How Customer Profiles and Q in Connect page their lists.
 */
class HolderPagingTests {

	private static final Operator OPERATOR = Operator.fresh();

	private static final Operator OTHER = Operator.fresh();

	@BeforeAll
	static void fill() {
		for (Operator operator : List.of(OPERATOR, OTHER)) {
			operator.quota("associationsPerAssistant", 10);
			String events = operator.eventIntegration("orders");
			for (String domain : List.of("a", "b", "c")) {
				operator.profiles().createDomain((request) -> request.domainName(domain).defaultExpirationDays(1));
				operator.profiles().putIntegration((request) -> request.domainName(domain).uri(events));
				operator.profiles().putIntegration((request) -> request.domainName("a").uri("s3://" + domain));
				operator.assistants().createAssistant((request) -> request.name(domain).type("AGENT"));
			}
			String assistant = operator.assistants().listAssistants((request) -> {
			}).assistantSummaries().getFirst().assistantId();
			for (String name : List.of("a", "b", "c")) {
				String knowledgeBase = operator.assistants()
					.createKnowledgeBase((request) -> request.name(name).knowledgeBaseType("CUSTOM"))
					.knowledgeBase()
					.knowledgeBaseId();
				operator.assistants()
					.createAssistantAssociation((request) -> request.assistantId(assistant)
						.associationType("KNOWLEDGE_BASE")
						.association((other) -> other.knowledgeBaseId(knowledgeBase)));
			}
		}
	}

	private static RawRequest.Answer page(Operator operator, Listing listing, Map<String, String> parameters) {
		StringBuilder path = new StringBuilder(listing.path(operator));
		parameters.forEach((name, value) -> path.append((path.indexOf("?") < 0) ? '?' : '&')
			.append(name)
			.append('=')
			.append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
		try {
			RawRequest request = RawRequest.signed(listing.body(operator).isEmpty() ? "GET" : "POST", path.toString(),
					operator.account(), listing.service(), operator.region());
			return request.body(listing.body(operator)).send();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<List<String>> pages(Listing listing, int size) {
		List<List<String>> pages = new ArrayList<>();
		Map<String, String> parameters = Map.of(listing.size, Integer.toString(size));
		do {
			JsonNode page = page(OPERATOR, listing, parameters).json();
			pages.add(page.get(listing.result).valueStream().map(JsonNode::toString).toList());
			parameters = page.has(listing.next)
					? Map.of(listing.size, Integer.toString(size), listing.token, page.get(listing.next).stringValue())
					: Map.of();
		}
		while (!parameters.isEmpty());
		return pages;
	}

	private static String token(Operator operator, Listing listing) {
		return page(operator, listing, Map.of(listing.size, "1")).json().get(listing.next).stringValue();
	}

	private static String outcome(Operator operator, Listing listing, String token) {
		RawRequest.Answer answer = page(operator, listing, Map.of(listing.token, token));
		return (answer.status() + " " + answer.errorCode()).strip();
	}

	@ParameterizedTest
	@EnumSource
	void showsEverythingOnceInTheSameOrderWhateverThePageSize(Listing listing) {
		List<String> all = pages(listing, 100).getFirst();
		assertThat(all).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
		assertThat(pages(listing, 1)).hasSize(all.size());
		assertThat(pages(listing, 1).stream().flatMap(List::stream)).isEqualTo(all);
		assertThat(pages(listing, 2).stream().flatMap(List::stream)).isEqualTo(all);
	}

	@ParameterizedTest
	@EnumSource
	void endsWithTheLastFullPage(Listing listing) {
		int all = pages(listing, 100).getFirst().size();
		assertThat(pages(listing, all)).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void refusesForgedTokens(Listing listing) {
		String token = token(OPERATOR, listing);
		assertThat(outcome(OPERATOR, listing, token)).isEqualTo("200");
		assertThat(Stream.of(token + "A", token.substring(1), "x", "2")
			.map((forged) -> outcome(OPERATOR, listing, forged))).containsOnly("400 " + listing.error);
	}

	@ParameterizedTest
	@EnumSource
	void refusesTokensOfOtherAccountsRegionsAndLists(Listing listing) {
		assertThat(outcome(OPERATOR, listing, token(OTHER, listing))).isEqualTo("400 " + listing.error);
		for (Listing other : Listing.values()) {
			if (other != listing) {
				assertThat(outcome(OPERATOR, listing, token(OPERATOR, other))).as("token of %s", other)
					.isEqualTo("400 " + listing.error);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "INTEGRATIONS", "ACCOUNT_INTEGRATIONS" })
	void refusesTokensOfOtherFilters(Listing listing) {
		RawRequest.Answer answer = page(OPERATOR, listing,
				Map.of(listing.token, token(OPERATOR, listing), "include-hidden", "true"));
		assertThat(answer.status() + " " + answer.errorCode()).isEqualTo("400 BadRequestException");
	}

	/**
	 * A list that has at least three items.
	 */
	enum Listing {

		DOMAINS("/domains", "Items"), INTEGRATIONS("/domains/a/integrations", "Items"),
		ACCOUNT_INTEGRATIONS("/integrations", "Items"), KNOWLEDGE_BASES("/knowledgeBases", "knowledgeBaseSummaries"),
		ASSISTANTS("/assistants", "assistantSummaries"),
		ASSISTANT_ASSOCIATIONS("/assistants/{assistant}/associations", "assistantAssociationSummaries");

		private final String path;

		private final String result;

		private final String token;

		private final String size;

		private final String next;

		private final String error;

		Listing(String path, String result) {
			boolean profiles = "Items".equals(result);
			this.path = path;
			this.result = result;
			this.token = profiles ? "next-token" : "nextToken";
			this.size = profiles ? "max-results" : "maxResults";
			this.next = profiles ? "NextToken" : "nextToken";
			this.error = profiles ? "BadRequestException" : "ValidationException";
		}

		String service() {
			return "Items".equals(this.result) ? "profile" : "wisdom";
		}

		String path(Operator operator) {
			return this.path.contains("{")
					? this.path.replace("{assistant}", operator.assistants().listAssistants((request) -> {
					}).assistantSummaries().getFirst().assistantId()) : this.path;
		}

		String body(Operator operator) {
			return (this == ACCOUNT_INTEGRATIONS) ? "{\"Uri\": \"arn:aws:app-integrations:eu-west-2:"
					+ operator.account() + ":event-integration/orders\"}" : "";
		}

	}

}
