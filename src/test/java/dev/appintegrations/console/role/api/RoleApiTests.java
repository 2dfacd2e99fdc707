package dev.appintegrations.console.role.api;

import java.util.Collections;

import dev.appintegrations.console.inventory.api.ApiContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RoleApiTests extends ApiContract {

	private static final String ROLE = "/api/v1/accounts/demo/role";

	@Test
	void showsTheRole() {
		JsonNode role = get(ROLE).json();
		assertThat(role.path("state").asString()).isEqualTo("PRESENT");
		assertThat(role.path("arn").asString()).contains(account("demo"), "AWSServiceRoleForAppIntegrations");
		assertThat(role.path("trust").path("Statement").path(0).path("Principal").path("Service").asString())
			.isEqualTo("app-integrations.amazonaws.com");
		assertThat(role.path("policies").path("document").path("Statement")).hasSize(5);
		assertThat(role.path("failures")).isEmpty();
		assertThat(role.path("drift").path("state").asString()).isEqualTo("SAME");
		assertThat(get(role.path("drift").path("href").asString()).json().path("items")).hasSize(2);
		JsonNode absent = get("/api/v1/accounts/slow/role").json();
		assertThat(absent.propertyNames()).isEqualTo(role.propertyNames());
		assertThat(absent.path("state").asString()).isEqualTo("ABSENT");
		assertThat(absent.path("arn").isNull()).isTrue();
		assertThat(absent.path("drift").path("state").asString()).isEqualTo("UNKNOWN");
	}

	@Test
	void createsAndDescribesTheRole() {
		String path = "/api/v1/accounts/fresh/role";
		Answer created = operator("POST", path, null);
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo(path);
		Answer again = operator("POST", path, null);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.json().path("created").asBoolean()).isFalse();
		assertThat(operator("PATCH", path, "{\"description\":\"ours\"}").json().path("description").asString())
			.isEqualTo("ours");
		operator("PATCH", path, "{\"description\":\"mine\",\"expected\":\"theirs\"}").problem(409, "conflict");
		assertThat(operator("GET", "/api/v1/accounts/fresh/activity?size=4", null).json().path("items"))
			.extracting((entry) -> entry.path("operation").asString(), (entry) -> entry.path("outcome").asString(),
					(entry) -> entry.path("detail").asString())
			.containsSequence(tuple("EDIT_ROLE", "FAILED", "Somebody else changed the description. Nothing was done."),
					tuple("EDIT_ROLE", "DONE", ""), tuple("CREATE_ROLE", "DONE", "The role was there already."),
					tuple("CREATE_ROLE", "DONE", ""));
		operator("PATCH", path, "{\"description\":\"\u0160\"}").problemWith(422, "unprocessable", "$.description");
		operator("PATCH", path, "{}").problemWith(422, "unprocessable", "$.description");
		assertThat(get(path).json().path("description").asString()).isEqualTo("ours");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PATCH" })
	void letsViewersChangeNothing(String method) {
		send(method, ROLE, "{\"description\":\"x\"}", "Content-Type", "application/json").problem(403, "forbidden");
	}

	@Test
	void listsWhatKeepsTheRole() {
		scan("demo");
		JsonNode blockers = get(ROLE + "/blockers").json();
		assertThat(texts(blockers.path("unproven"))).containsExactly("ap-southeast-1");
		JsonNode first = blockers.path("items").path(0);
		assertThat(first.path("region").asString()).isEqualTo("us-east-1");
		assertThat(first.path("eventIntegrations").asInt()).isEqualTo(60);
		assertThat(get(first.path("href").asString()).status()).isEqualTo(200);
	}

	@Test
	void explainsThePermissions() {
		JsonNode permissions = get(ROLE + "/permissions").json();
		assertThat(permissions.path("live").asBoolean()).isTrue();
		assertThat(permissions.path("items")).hasSize(5);
		assertThat(permissions.path("items").path(0).path("sentence").asString())
			.startsWith("The role may publish metrics");
		assertThat(stream(permissions.path("findings")).map((finding) -> finding.path("statement").asInt()))
			.containsExactlyInAnyOrder(2, 2, 4);
		assertThat(get("/api/v1/accounts/slow/role/permissions").json().path("live").asBoolean()).isFalse();
	}

	@Test
	void decidesWhatTheRoleMayDo() {
		JsonNode items = evaluations(
				"{\"action\":\"appflow:CreateFlow\"},{\"action\":\"cloudwatch:PutMetricData\",\"context\":{\"cloudwatch:namespace\":[\"AWS/AppIntegrations\"]}}")
			.json()
			.path("items");
		assertThat(stream(items).map((item) -> item.path("decision").asString())).containsExactly("IMPLICIT_DENY",
				"ALLOWED");
		assertThat(items.path(1).path("decidedBy").path(0).path("statement").asInt()).isZero();
		assertThat(items.path(0).path("reasons")).hasSize(5);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', textBlock = """
			'{"action":"appflow:*"}',                              $.requests[0].action
			'{"action":"nonsense"}',                               $.requests[0].action
			'{"action":"s3:GetObjekt"}',                           $.requests[0].action
			'{"action":"nowhere:GetObject"}',                      $.requests[0].action
			'{"action":"s3:GetObject","resource":"a\\u0000"}',      $.requests[0].resource
			'{"action":"s3:GetObject","resource":"\\udc00"}',       $.requests[0].resource
			'{"action":"s3:GetObject","context":{"k":["","\\ud800"]}}', $.requests[0].context.k[1]
			'{"action":"s3:GetObject","context":{"k":["1"],"K":["2"]}}', $.requests[0].context.K
			'{}',                                                  $.requests[0].action
			'{"action":"s3:GetObject","context":{"aws:k":null}}',          $.requests[0].context.aws:k
			'{"action":"s3:GetObject","principal":{"type":"ANY","value":"x"}}', $.requests[0].principal
			""")
	void namesWhatIsWrongWithARequest(String request, String field) {
		evaluations(request).problemWith(422, "unprocessable", field);
	}

	@Test
	void takesAtMostFiveHundredRequests() {
		String one = "{\"action\":\"s3:GetObject\"}";
		assertThat(evaluations(String.join(",", Collections.nCopies(500, one))).json().path("items")).hasSize(500);
		evaluations(String.join(",", Collections.nCopies(501, one))).problemWith(422, "unprocessable", "$.requests");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'',
			textBlock = """
					'{"policy":{"Version":"2012-10-17","Statement":{"Effect":"allow","Action":"s3:x","Resource":"*"}}}', $.policy.Statement.Effect
					'{"policy":{"Version":"2012-10-18","Statement":{"Effect":"Allow","Action":"s3:x","Resource":"*"}}}', $.policy.Version
					'{"policy":"no json"}',                                                                              $.policy
					'{"policy":[]}',                                                                                     $.policy
					'{"policy":null}',                                                                                   $.policy
					""")
	void namesThePlaceWhereAPolicyIsWrong(String body, String field) {
		post("/api/v1/policies/explanations", body).problemWith(422, "unprocessable", field);
	}

	@Test
	void decidesByAnyPolicies() {
		JsonNode items = post("/api/v1/policies/evaluations",
				"""
						{"identityPolicies":[{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}},
						{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:Delete*","Resource":"*"}}],
						"requests":[{"action":"s3:GetObject"},{"action":"s3:DeleteObject"}]}""")
			.json()
			.path("items");
		assertThat(stream(items).map((item) -> item.path("decision").asString())).containsExactly("ALLOWED",
				"EXPLICIT_DENY");
		assertThat(items.path(1).path("decidedBy").path(0).path("policy").asInt()).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 100_000, 300_000 })
	void takesLongPoliciesUpToItsLimit(int length) {
		String sid = "x".repeat(length);
		Answer answer = post("/api/v1/policies/explanations", "{\"policy\":{\"Version\":\"2012-10-17\",\"Id\":\"" + sid
				+ "\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:x\",\"Resource\":\"*\"}}}");
		assertThat(answer.status()).isEqualTo((length > 256 * 1024) ? 413 : 200);
	}

	@Test
	void answersSendersOfTenMegabytes() {
		post("/api/v1/policies/explanations", "{\"policy\":\"" + "x".repeat(10_000_000) + "\"}").problem(413,
				"body-too-large");
	}

	@Test
	void refusesDeepNesting() {
		String body = "{\"policy\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
		Answer answer = post("/api/v1/policies/explanations", body);
		answer.problemWith(400, "invalid-body", "$.policy");
		assertThat(answer.json().path("detail").asString()).contains("nested too deep");
	}

	@Test
	void namesThePlaceOfAKeyThatIsGivenTwice() {
		post("/api/v1/policies/explanations",
				"{\"policy\":{\"Statement\":[{\"Effect\":\"Allow\",\"Effect\":\"Deny\"}]}}")
			.problemWith(400, "invalid-body", "$.policy.Statement[0].Effect");
	}

	@Test
	void suggestsWhatAMisspeltActionMayHaveMeant() {
		Answer answer = evaluations("{\"action\":\"appflow:DeletFlow\"}");
		answer.problemWith(422, "unprocessable", "$.requests[0].action");
		assertThat(answer.json().path("detail").asString()).contains("Did you mean appflow:DeleteFlow?");
	}

	private Answer evaluations(String requests) {
		return post(ROLE + "/evaluations", "{\"requests\":[" + requests + "]}");
	}

	private Answer operator(String method, String path, @Nullable String body) {
		return sendAsNobody(method, path, body, "Authorization", basic("operator", "operator"), "Content-Type",
				"application/json");
	}

}
