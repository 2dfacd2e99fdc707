package dev.appintegrations.replicas;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.process.Program;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One console of several, which can be killed, stopped and started.
 */
final class Replica {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final String AUTHORIZATION = "Basic "
			+ Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String name;

	private final List<String> arguments;

	private int starts;

	private @Nullable Program program;

	/**
	 * @param accounts accounts of the emulator, by alias
	 */
	Replica(String name, String database, Map<String, String> accounts) {
		this.name = name;
		this.arguments = new ArrayList<>(List.of("--spring.datasource.url=" + database, "--console.deletion.lag=2s"));
		List.copyOf(accounts.keySet()).forEach((alias) -> {
			String account = "--console.accounts[" + (this.arguments.size() - 2) / 5 + "].";
			this.arguments.addAll(List.of(account + "alias=" + alias, account + "label=" + alias,
					account + "endpoint=" + EmulatorServer.endpoint(), account + "access-key-id=" + accounts.get(alias),
					account + "secret-access-key=secret"));
		});
	}

	void start() {
		try {
			this.program = Program.start(this.name + "-" + (++this.starts) + ".log", List.of("-Xmx192m"),
					this.arguments, "/actuator/health/readiness");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Ends it as an update does. */
	void stop() {
		if (this.program != null) {
			this.program.close();
			this.program = null;
		}
	}

	void kill() {
		running().kill();
		this.program = null;
	}

	boolean runs() {
		return this.program != null;
	}

	/** The number of its process, as jobs that it runs carry it. */
	long pid() {
		return running().pid();
	}

	private Program running() {
		if (this.program == null) {
			throw new IllegalStateException(this.name + " does not run");
		}
		return this.program;
	}

	URI uri(String path) {
		return running().address().resolve(path);
	}

	/** Asks the API, and expects success. */
	JsonNode get(String path) {
		return answer(request(path).GET().build());
	}

	/** Asks the API, and expects success. */
	JsonNode post(String path, Map<String, ?> body) {
		return answer(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build());
	}

	private static JsonNode answer(HttpRequest request) {
		HttpResponse<String> response = send(HTTP, request);
		if (response.statusCode() >= 300) {
			throw new IllegalStateException(request.uri() + ": " + response.body());
		}
		return JSON.readTree(response.body());
	}

	/**
	 * Reads events until the last one.
	 * @return the names of all
	 */
	List<String> events(String path) {
		HttpRequest request = request(path + "/events").header("Accept", "text/event-stream").build();
		try (Stream<String> lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
			return lines.filter((line) -> line.startsWith("event:"))
				.map((line) -> line.substring("event:".length()).strip())
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(2)).header("Authorization", AUTHORIZATION);
	}

	/** A browser, with cookies that every replica gets. */
	static HttpClient browser() {
		return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
	}

	HttpResponse<String> page(HttpClient browser, String path) {
		return send(browser, HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build());
	}

	/** Sends a form, with the token of a page that has it. */
	HttpResponse<String> form(HttpClient browser, String page, String action, String fields) {
		Matcher csrf = CSRF.matcher(page(browser, page).body());
		if (!csrf.find()) {
			throw new IllegalStateException(page + " has no form");
		}
		return send(browser,
				HttpRequest.newBuilder(uri(action))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofString(fields + "&_csrf=" + csrf.group(1)))
					.build());
	}

	private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
		try {
			return client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(request.uri() + " does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
