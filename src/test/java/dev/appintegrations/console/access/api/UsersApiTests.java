package dev.appintegrations.console.access.api;

import java.util.UUID;

import dev.appintegrations.console.inventory.api.ApiContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class UsersApiTests extends ApiContract {

	private static final String USERS = "/api/v1/users";

	private final String name = "user-" + UUID.randomUUID();

	@Test
	void createsAUserWhoMaySignInAtOnce() {
		Answer created = create("VIEWER");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo(USERS + "/" + this.name);
		JsonNode user = created.json();
		assertThat(user.propertyNames()).containsExactlyInAnyOrder("name", "role", "enabled", "createdAt",
				"lastSignedInAt", "href", "page");
		assertThat(user.path("lastSignedInAt").isNull()).isTrue();
		assertThat(created.body()).doesNotContain("first password");
		assertThat(admin("GET", user.path("href").asString(), null).json()).isEqualTo(user);
		assertThat(signIn("first password").status()).isEqualTo(200);
		assertThat(admin("GET", USERS + "/" + this.name, null).json().path("lastSignedInAt").isNull()).isFalse();
	}

	@Test
	void listsUsersByNameInPages() {
		JsonNode users = admin("GET", USERS + "?size=500", null).json();
		assertThat(stream(users.path("items")).map((user) -> user.path("name").asString())).isSorted()
			.contains("admin", "operator", "viewer");
		assertThat(admin("GET", USERS + "?size=2&page=0", null).json().path("items")).hasSize(2);
	}

	@Test
	void keepsADisabledUserOutFromTheNextRequestOn() {
		create("VIEWER");
		assertThat(signIn("first password").status()).isEqualTo(200);
		assertThat(change("{\"enabled\": false}").json().path("enabled").asBoolean()).isFalse();
		signIn("first password").problem(401, "sign-in-required");
		change("{\"enabled\": true}");
		assertThat(signIn("first password").status()).isEqualTo(200);
	}

	@Test
	void takesAnewPasswordFromTheNextRequestOn() {
		create("VIEWER");
		assertThat(signIn("first password").status()).isEqualTo(200);
		assertThat(change("{\"password\": \"second password\"}").body()).doesNotContain("second password");
		signIn("first password").problem(401, "sign-in-required");
		assertThat(signIn("second password").status()).isEqualTo(200);
	}

	@Test
	void takesAnewRoleFromTheNextRequestOn() {
		create("ADMIN");
		assertThat(signIn("first password", USERS).status()).isEqualTo(200);
		change("{\"role\": \"OPERATOR\"}");
		signIn("first password", USERS).problem(403, "forbidden");
	}

	@Test
	void keepsTheLastAdmin() {
		for (String body : new String[] { "{\"enabled\": false}", "{\"role\": \"VIEWER\"}" }) {
			JsonNode problem = admin("PATCH", USERS + "/admin", body).problem(409, "last-admin");
			assertThat(problem.path("detail").asString()).contains("'admin' is the last admin");
		}
		assertThat(admin("GET", USERS + "/admin", null).json().path("enabled").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{\"name\": \"Robot\", \"role\": \"VIEWER\", \"password\": \"a good password\"} | 422 | unprocessable | $.name",
			"{\"name\": \"robot\", \"password\": \"a good password\"} | 422 | unprocessable | $.role",
			"{\"name\": \"robot\", \"role\": null, \"password\": \"a good password\"} | 422 | unprocessable | $.role",
			"{\"name\": \"robot\", \"role\": \"VIEWER\", \"password\": \"short\"} | 422 | unprocessable | $.password",
			"{\"name\": \"robot-robot-robot\", \"role\": \"VIEWER\", \"password\": \"robot-robot-robot\"} | 422 | unprocessable | $.password",
			"{\"name\": \"viewer\", \"role\": \"VIEWER\", \"password\": \"a good password\"} | 409 | name-taken | $.name",
			"{\"name\": \"robot\", \"role\": \"KING\", \"password\": \"a good password\"} | 400 | invalid-body | $.role",
			"{\"name\": 7} | 400 | invalid-body | $.name", "{\"nme\": \"robot\"} | 400 | invalid-body | $.nme",
			"{\"name\": \"a\", \"name\": \"b\"} | 400 | invalid-body | $.name" })
	void namesTheFieldThatIsWrong(String body, int status, String slug, String field) {
		admin("POST", USERS, body).problemWith(status, slug, field);
	}

	@Test
	void saysThatAChangeMustChangeSomething() {
		create("VIEWER");
		change("{}").problemWith(422, "unprocessable", "$");
		change("{\"password\": \"\"}").problemWith(422, "unprocessable", "$.password");
		change("{\"enabled\": \"no\"}").problemWith(400, "invalid-body", "$.enabled");
		admin("PATCH", USERS + "/" + this.name, null).problemWith(400, "invalid-body", "$");
	}

	@Test
	void findsNobodyWhereNobodyIs() {
		admin("GET", USERS + "/nobody", null).problem(404, "not-found");
		admin("PATCH", USERS + "/nobody", "{\"enabled\": false}").problem(404, "not-found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "viewer", "operator" })
	void isForAdminsOnly(String user) {
		for (String method : new String[] { "GET", "POST" }) {
			sendAsNobody(method, USERS, "{}", "Authorization", basic(user, user), "Content-Type", "application/json")
				.problem(403, "forbidden");
		}
		sendAsNobody("PATCH", USERS + "/" + user, "{\"role\": \"ADMIN\"}", "Authorization", basic(user, user),
				"Content-Type", "application/json")
			.problem(403, "forbidden");
	}

	private Answer create(String role) {
		return admin("POST", USERS,
				"{\"name\": \"" + this.name + "\", \"role\": \"" + role + "\", \"password\": \"first password\"}");
	}

	private Answer change(String body) {
		return admin("PATCH", USERS + "/" + this.name, body);
	}

	private Answer signIn(String password) {
		return signIn(password, "/api/v1/accounts");
	}

	private Answer signIn(String password, String path) {
		return sendAsNobody("GET", path, null, "Authorization", basic(this.name, password));
	}

	private Answer admin(String method, String path, @Nullable String body) {
		String[] headers = (body != null)
				? new String[] { "Authorization", basic("admin", "admin"), "Content-Type", "application/json" }
				: new String[] { "Authorization", basic("admin", "admin") };
		return sendAsNobody(method, path, body, headers);
	}

}
