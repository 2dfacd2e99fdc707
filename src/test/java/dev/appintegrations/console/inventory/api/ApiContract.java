package dev.appintegrations.console.inventory.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.emulator.EmulatorServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console on a real port, its accounts in the emulator, and a plain HTTP client. All
 * tests of the API share one.
 */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=${test.database.api-contract}", "console.events.heartbeat=20ms",
				"console.inventory.regions-at-once=" + ApiContract.REGIONS_AT_ONCE })
public abstract class ApiContract {

	static final JsonMapper JSON = JsonMapper.shared();

	static final int REGIONS_AT_ONCE = 4;

	/** Of each call in the account {@code slow}. */
	static final int LATENCY_MS = 150;

	/** In the emulator, by alias: {@code fresh} is never scanned. */
	static final Map<String, String> ACCOUNTS = Map.of("demo", EmulatorServer.freshAccount(), "sandbox",
			EmulatorServer.freshAccount(), "slow", EmulatorServer.freshAccount(), "fresh",
			EmulatorServer.freshAccount());

	protected static final List<String> ALIASES = List.of("demo", "sandbox", "slow", "fresh");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@LocalServerPort
	protected int port;

	@DynamicPropertySource
	static void accounts(DynamicPropertyRegistry registry) {
		for (int i = 0; i < ALIASES.size(); i++) {
			String alias = ALIASES.get(i);
			String key = "console.accounts[" + i + "].";
			registry.add(key + "alias", () -> alias);
			registry.add(key + "label", () -> "Account " + alias);
			registry.add(key + "endpoint", EmulatorServer::endpoint);
			registry.add(key + "access-key-id", () -> ACCOUNTS.get(alias));
			registry.add(key + "secret-access-key", () -> "secret");
		}
		EmulatorServer.reset(account("demo"), "demo");
		EmulatorServer.reset(account("sandbox"), "sandbox");
		EmulatorServer.reset(account("slow"), "empty");
		EmulatorServer.set(account("slow"), "network", Map.of("default", Map.of("latencyMs", LATENCY_MS)));
		EmulatorServer.reset(account("fresh"), "fresh");
	}

	protected static String account(String alias) {
		return String.valueOf(ACCOUNTS.get(alias));
	}

	protected Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	protected Answer post(String path, @Nullable String body) {
		return (body != null) ? send("POST", path, body, "Content-Type", "application/json") : send("POST", path, null);
	}

	protected Answer send(String method, String path, @Nullable String body, String... headers) {
		String[] signedIn = new String[headers.length + 2];
		System.arraycopy(headers, 0, signedIn, 2, headers.length);
		signedIn[0] = "Authorization";
		signedIn[1] = basic("viewer", "viewer");
		return sendAsNobody(method, path, body, signedIn);
	}

	protected Answer sendAsNobody(String method, String path, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	protected static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/** Scans an account, and comes back when nobody looks for holders any more. */
	protected JsonNode scan(String alias) {
		JsonNode started = post("/api/v1/accounts/" + alias + "/scans", null).json();
		assertThat(get(started.path("events").asString() + "?holders=true").body()).contains("event:finished",
				"event:holders-finished");
		return get(started.path("href").asString()).json();
	}

	protected static List<String> texts(JsonNode array) {
		return stream(array).map(JsonNode::asString).toList();
	}

	protected static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false);
	}

	/**
	 * An answer.
	 */
	protected record Answer(int status, HttpHeaders headers, String body) {

		public JsonNode json() {
			return JSON.readTree(this.body);
		}

		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		/** The problem that this must be. */
		public JsonNode problem(int status, String slug) {
			assertThat(this.status).as(this.body).isEqualTo(status);
			assertThat(header("Content-Type")).isEqualTo("application/problem+json");
			JsonNode problem = json();
			assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail",
					"instance", "errors", "aws");
			assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
			assertThat(problem.path("status").asInt()).isEqualTo(status);
			assertThat(problem.path("detail").asString()).isNotBlank();
			return problem;
		}

		/** The problem with one field that this must be. */
		public void problemWith(int status, String slug, String field) {
			JsonNode errors = problem(status, slug).path("errors");
			assertThat(stream(errors).map((error) -> error.path("field").asString())).containsExactly(field);
			assertThat(errors.path(0).path("message").asString()).isNotBlank();
		}

	}

}
