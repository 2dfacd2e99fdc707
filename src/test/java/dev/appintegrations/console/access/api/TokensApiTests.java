package dev.appintegrations.console.access.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.inventory.api.ApiContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TokensApiTests extends ApiContract {

	private static final String TOKENS = "/api/v1/tokens";

	private static final String PASSWORD = "first password";

	private final String name = "user-" + UUID.randomUUID();

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void createTheUser() {
		Answer created = sendAsNobody("POST", "/api/v1/users",
				"{\"name\": \"" + this.name + "\", \"role\": \"OPERATOR\", \"password\": \"" + PASSWORD + "\"}",
				"Authorization", basic("admin", "admin"), "Content-Type", "application/json");
		assertThat(created.status()).as(created.body()).isEqualTo(201);
	}

	@Test
	void showsASecretOnceAndNeverAgain() {
		Answer made = make("robot", "READ");
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.header("Cache-Control")).contains("no-store");
		JsonNode token = made.json();
		assertThat(token.propertyNames()).containsExactlyInAnyOrder("token", "id", "name", "permissions", "createdAt",
				"expiresAt", "lastUsedAt", "href", "page");
		assertThat(made.header("Location")).isEqualTo(token.path("href").asString());
		Answer again = user("GET", token.path("href").asString(), null);
		assertThat(again.json().propertyNames()).containsExactlyInAnyOrder("id", "name", "permissions", "createdAt",
				"expiresAt", "lastUsedAt", "href", "page");
		assertThat(user("GET", TOKENS, null).json().path("items").path(0)).isEqualTo(again.json());
		assertThat(user("GET", TOKENS, null).body()).doesNotContain(token.path("token").asString());
	}

	@Test
	void signsRequestsAndIsNamedInTheAuditTrail() {
		String secret = secret("robot", "READ\", \"SCAN\", \"READ_ACTIVITY");
		assertThat(bearer(secret, "GET", "/api/v1/accounts").status()).isEqualTo(200);
		assertThat(bearer(secret, "GET", "/api/v1/accounts").header("Set-Cookie")).isEmpty();
		assertThat(sendAsNobody("GET", "/api/v1/accounts", null, "Authorization", "bearer  " + secret).status())
			.isEqualTo(200);
		JsonNode scan = bearer(secret, "POST", "/api/v1/accounts/sandbox/scans").json();
		assertThat(bearer(secret, "GET", scan.path("events").asString()).body()).contains("event:finished");
		JsonNode entry = bearer(secret, "GET", "/api/v1/accounts/sandbox/activity?operation=SCAN&actor=" + this.name)
			.json()
			.path("items")
			.path(0);
		assertThat(entry.path("token").asString()).isEqualTo("robot");
		assertThat(user("GET", TOKENS, null).json().path("items").path(0).path("lastUsedAt").isNull()).isFalse();
	}

	@Test
	void mayNoMoreThanItWasGiven() {
		String secret = secret("robot", "READ");
		bearer(secret, "POST", "/api/v1/accounts/sandbox/scans").problem(403, "forbidden");
		bearer(secret, "GET", "/api/v1/accounts/sandbox/activity").problem(403, "forbidden");
		bearer(secret, "GET", TOKENS).problem(403, "forbidden");
	}

	@Test
	void mayNoMoreThanItsUserMayNow() {
		String secret = secret("robot", "READ_ACTIVITY");
		assertThat(bearer(secret, "GET", "/api/v1/activity").status()).isEqualTo(200);
		admin("{\"role\": \"VIEWER\"}");
		bearer(secret, "GET", "/api/v1/activity").problem(403, "forbidden");
	}

	@Test
	void isVoidWhenItIsRevoked() {
		JsonNode token = make("robot", "READ").json();
		String secret = token.path("token").asString();
		assertThat(bearer(secret, "GET", "/api/v1/accounts").status()).isEqualTo(200);
		assertThat(user("DELETE", token.path("href").asString(), null).status()).isEqualTo(204);
		assertVoid(secret);
		user("DELETE", token.path("href").asString(), null).problem(404, "not-found");
	}

	@Test
	void isVoidWhenItsUserIsDisabled() {
		String secret = secret("robot", "READ");
		admin("{\"enabled\": false}");
		assertVoid(secret);
	}

	@Test
	void isVoidWhenItIsOver() {
		String secret = secret("robot", "READ");
		this.jdbc.sql(
				"update api_token set expires_at = created_at where user_id = (select id from console_user where name = ?)")
			.param(this.name)
			.update();
		assertVoid(secret);
	}

	private void assertVoid(String secret) {
		Answer answer = bearer(secret, "GET", "/api/v1/accounts");
		answer.problem(401, "sign-in-required");
		assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly(
				"Basic realm=\"AppIntegrations Console\", charset=\"UTF-8\"",
				"Bearer realm=\"AppIntegrations Console\"");
	}

	@Test
	void makesNoOtherTokens() {
		String secret = secret("robot", "OWN_CREDENTIALS\", \"READ");
		sendAsNobody("POST", TOKENS, body("other", "READ", Instant.now().plus(Duration.ofDays(1)).toString()),
				"Authorization", "Bearer " + secret, "Content-Type", "application/json")
			.problem(403, "forbidden");
		assertThat(bearer(secret, "GET", TOKENS).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not-a-time", "1999-01-01T00:00:00Z", "2999-01-01T00:00:00Z" })
	void endsWithinAYear(String expiresAt) {
		Answer answer = user("POST", TOKENS, body("robot", "READ", expiresAt));
		assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo("$.expiresAt");
		assertThat(answer.status()).isIn(400, 422);
	}

	@Test
	void namesTheFieldsThatAreWrong() {
		user("POST", TOKENS, body("robot", "MANAGE_USERS", tomorrow())).problemWith(422, "unprocessable",
				"$.permissions");
		user("POST", TOKENS, body("robot", "FLY", tomorrow())).problemWith(400, "invalid-body", "$.permissions[0]");
		assertThat(texts(user("POST", TOKENS, "{}").problem(422, "unprocessable").path("errors"), "field"))
			.containsExactly("$.name", "$.permissions", "$.expiresAt");
		make("robot", "READ");
		make("robot", "READ").problemWith(409, "name-taken", "$.name");
	}

	/** Attempts are counted for each address, so this test has one of its own. */
	@Test
	void limitsBadTokensAndNoGoodOnes() throws Exception {
		String secret = secret("robot", "READ");
		try (HttpClient elsewhere = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.2")).build()) {
			int status = 401;
			for (int i = 0; i < 40 && status == 401; i++) {
				status = bearer(elsewhere, "aic_" + "x".repeat(43)).statusCode();
			}
			HttpResponse<String> limited = bearer(elsewhere, "nonsense");
			assertThat(limited.statusCode()).isEqualTo(429);
			assertThat(limited.headers().firstValue("Retry-After")).isPresent();
			assertThat(bearer(elsewhere, secret).statusCode()).isEqualTo(200);
		}
		assertThat(user("GET", "/api/v1/accounts", null).status()).isEqualTo(200);
	}

	private HttpResponse<String> bearer(HttpClient client, String token) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/v1/accounts"))
			.header("Authorization", "Bearer " + token)
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private Answer make(String token, String permissions) {
		return user("POST", TOKENS, body(token, permissions, tomorrow()));
	}

	private String secret(String token, String permissions) {
		return make(token, permissions).json().path("token").asString();
	}

	private static String body(String token, String permissions, String expiresAt) {
		return "{\"name\": \"" + token + "\", \"permissions\": [\"" + permissions + "\"], \"expiresAt\": \"" + expiresAt
				+ "\"}";
	}

	private static String tomorrow() {
		return Instant.now().plus(Duration.ofDays(1)).toString();
	}

	private static List<String> texts(JsonNode array, String field) {
		return stream(array).map((each) -> each.path(field).asString()).toList();
	}

	private Answer bearer(String secret, String method, String path) {
		return sendAsNobody(method, path, null, "Authorization", "Bearer " + secret);
	}

	private void admin(String change) {
		Answer changed = sendAsNobody("PATCH", "/api/v1/users/" + this.name, change, "Authorization",
				basic("admin", "admin"), "Content-Type", "application/json");
		assertThat(changed.status()).as(changed.body()).isEqualTo(200);
	}

	private Answer user(String method, String path, @Nullable String body) {
		String[] headers = (body != null)
				? new String[] { "Authorization", basic(this.name, PASSWORD), "Content-Type", "application/json" }
				: new String[] { "Authorization", basic(this.name, PASSWORD) };
		return sendAsNobody(method, path, body, headers);
	}

}
