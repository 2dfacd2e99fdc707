package dev.appintegrations.console.inventory.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AccountsApiTests extends ApiContract {

	@Test
	void listsTheAccountsInTheOrderOfTheConfiguration() {
		JsonNode accounts = get("/api/v1/accounts").json();
		assertThat(stream(accounts.path("items")).map((account) -> account.path("alias").asString()))
			.containsExactlyElementsOf(ALIASES);
		assertThat(accounts.path("page").toString())
			.isEqualTo("{\"number\":0,\"size\":50,\"totalItems\":4,\"totalPages\":1}");
	}

	@Test
	void doesNotKnowAnAccountIdBeforeAwsWasAsked() {
		JsonNode account = get("/api/v1/accounts/fresh").json();
		assertThat(account.has("accountId")).isTrue();
		assertThat(account.path("accountId").isNull()).isTrue();
	}

	@Test
	void tellsAnAccountIdOnceAwsHasToldIt() {
		scan("sandbox");
		assertThat(get("/api/v1/accounts/sandbox").json().path("accountId").asString()).isEqualTo(account("sandbox"));
	}

	@Test
	void leadsFromTheListToEachAccountAndItsCollections() {
		for (JsonNode account : get("/api/v1/accounts").json().path("items")) {
			assertThat(get(account.path("href").asString()).json()).isEqualTo(account);
			assertThat(get(account.path("regions").asString()).status()).isEqualTo(200);
			assertThat(get(account.path("scans").asString()).status()).isEqualTo(200);
		}
	}

	@Test
	void listsTheElevenRegionsInTheOrderOfTheDocumentation() {
		JsonNode regions = get("/api/v1/accounts/demo/regions").json().path("items");
		assertThat(stream(regions).map((region) -> region.path("code").asString())).containsExactly("us-east-1",
				"us-west-2", "ap-south-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1",
				"ca-central-1", "eu-central-1", "eu-west-2", "af-south-1");
		JsonNode mumbai = regions.path(2);
		assertThat(mumbai.path("support").asString()).isEqualTo("NO_PUBLISHED_ENDPOINT");
		assertThat(mumbai.path("endpoint").isNull()).isTrue();
		JsonNode london = regions.path(9);
		assertThat(london.path("name").asString()).isEqualTo("Europe (London)");
		assertThat(london.path("support").asString()).isEqualTo("AVAILABLE");
		assertThat(london.path("optIn").asBoolean()).isFalse();
		assertThat(london.path("endpoint").asString()).isEqualTo("https://app-integrations.eu-west-2.amazonaws.com");
		assertThat(regions.path(10).path("optIn").asBoolean()).isTrue();
	}

	@Test
	void leadsFromTheListToEachRegion() {
		for (JsonNode region : get("/api/v1/accounts/demo/regions").json().path("items")) {
			assertThat(get(region.path("href").asString()).json()).isEqualTo(region);
		}
	}

	@Test
	void cutsAListIntoPages() {
		JsonNode last = get("/api/v1/accounts/demo/regions?page=2&size=5").json();
		assertThat(last.path("items")).hasSize(1);
		assertThat(last.path("page").toString())
			.isEqualTo("{\"number\":2,\"size\":5,\"totalItems\":11,\"totalPages\":3}");
		get("/api/v1/accounts/demo/regions?page=3&size=5").problemWith(400, "invalid-parameter", "page");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/accounts/nobody", "/api/v1/accounts/DEMO", "/api/v1/accounts/nobody/regions",
			"/api/v1/accounts/nobody/scans", "/api/v1/accounts/nobody/scans/latest",
			"/api/v1/accounts/nobody/integrations", "/api/v1/accounts/demo/regions/eu-west-9",
			"/api/v1/accounts/demo/regions/%3Cb%3E", "/api/v1/nothing", "/api/v2/accounts", "/api/v1/accounts/" })
	void findsNothingWhereNothingIs(String path) {
		get(path).problem(404, "not-found");
	}

	@Test
	void namesTheAccountsThatThereAre() {
		assertThat(get("/api/v1/accounts/nobody").json().path("detail").asString()).contains("nobody", "demo",
				"sandbox");
	}

}
