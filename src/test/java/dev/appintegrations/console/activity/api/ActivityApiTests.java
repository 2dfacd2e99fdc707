package dev.appintegrations.console.activity.api;

import java.util.List;

import dev.appintegrations.console.inventory.api.ApiContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityApiTests extends ApiContract {

	private static final String PATH = "/api/v1/accounts/fresh/activity";

	@Test
	void tellsWhatAProgramDidFromWhereAndWhatCameOfIt() {
		scan("sandbox");
		JsonNode entry = asOperator("/api/v1/accounts/sandbox/activity?operation=SCAN&size=1").path("items").path(0);
		assertThat(entry.propertyNames()).containsExactlyInAnyOrder("id", "at", "actor", "token", "address",
				"operation", "account", "target", "parameters", "outcome", "detail", "before", "after", "awsRequestIds",
				"completedAt", "href", "page");
		assertThat(entry.path("actor").asString()).isEqualTo("viewer");
		assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
		assertThat(entry.path("account").asString()).isEqualTo("sandbox");
		assertThat(entry.path("target").asString()).isEqualTo("all regions");
		assertThat(entry.path("outcome").asString()).isEqualTo("DONE");
		assertThat(entry.path("token").isNull()).isTrue();
		assertThat(asOperator(entry.path("href").asString())).isEqualTo(entry);
	}

	@Test
	void tellsOfSignInsUnderEveryAccountAndOfNoUnknownName() {
		sendAsNobody("GET", "/api/v1/accounts", null, "Authorization", basic("operator", "my-secret-password"));
		sendAsNobody("GET", "/api/v1/accounts", null, "Authorization", basic("my-secret-password", "operator"));
		JsonNode failed = asOperator(PATH + "?operation=SIGN_IN&outcome=FAILED");
		assertThat(actors(failed)).contains("operator", "(unknown)");
		assertThat(failed.toString()).doesNotContain("my-secret-password");
		assertThat(actors(asOperator(PATH + "?operation=SIGN_IN&outcome=DONE"))).containsOnlyOnce("operator");
	}

	@Test
	void tellsOfAttemptsThatWereTooManyOnce() {
		for (int i = 0; i < 30; i++) {
			sendAsNobody("GET", "/api/v1/accounts", null, "Authorization", basic("nobody-at-all", "wrong"));
		}
		assertThat(actors(asOperator(PATH + "?operation=SIGN_IN&outcome=THROTTLED"))).containsExactly("(unknown)");
	}

	@Test
	void tellsOfRefusals() {
		get(PATH).problem(403, "forbidden");
		JsonNode refused = asOperator(PATH + "?operation=READ_ACTIVITY&actor=viewer");
		assertThat(refused.path("items").path(0).path("outcome").asString()).isEqualTo("REFUSED");
		assertThat(refused.path("items").path(0).path("target").asString()).isEqualTo("GET " + PATH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "outcome=GOOD", "from=soon", "to=never", "page=-1", "size=501", "account=demo", "who=x" })
	void refusesFiltersThatMakeNoSense(String query) {
		String field = query.substring(0, query.indexOf('='));
		send("GET", PATH + "?" + query, null).problem(403, "forbidden");
		sendAsNobody("GET", PATH + "?" + query, null, "Authorization", basic("operator", "operator")).problemWith(400,
				"invalid-parameter", field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/activity/00000000-0000-0000-0000-000000000000" })
	void findsNoEntryWhereNoneIs(String path) {
		sendAsNobody("GET", path, null, "Authorization", basic("operator", "operator")).problem(404, "not-found");
	}

	private static List<String> actors(JsonNode page) {
		return stream(page.path("items")).map((entry) -> entry.path("actor").asString()).toList();
	}

	private JsonNode asOperator(String path) {
		Answer answer = sendAsNobody("GET", path, null, "Authorization", basic("operator", "operator"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

}
