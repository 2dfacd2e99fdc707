package dev.appintegrations.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.appintegrations.process.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator at a console that runs in a process of its own, with its database in a
 * file.
 */
final class Desk implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String OPERATOR = "Basic "
			+ Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));

	/**
	 * Hikari trusts connections for half a second after each use, and does not know H2's
	 * codes of broken ones, as it knows PostgreSQL's.
	 */
	private static final String VALIDATE = "-Dcom.zaxxer.hikari.aliveBypassWindowMs=0";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Program program;

	private Desk(Program program) {
		this.program = program;
	}

	/**
	 * Starts a console.
	 * @param log name of its log file
	 * @param database JDBC URL of its database
	 * @param aws where every service of AWS is
	 * @param accounts the accounts, whose ids are their aliases too
	 * @param more arguments
	 */
	static Desk start(String log, String database, URI aws, List<String> accounts, String... more)
			throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(List.of(more));
		arguments.add("--spring.datasource.url=" + database);
		for (int i = 0; i < accounts.size(); i++) {
			String account = "--console.accounts[" + i + "].";
			arguments.addAll(List.of(account + "alias=a" + accounts.get(i), account + "label=" + accounts.get(i),
					account + "endpoint=" + aws, account + "access-key-id=" + accounts.get(i),
					account + "secret-access-key=secret", account + "regions[0]=us-east-1"));
		}
		return new Desk(Program.start(log, List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", VALIDATE), arguments,
				"/actuator/health/readiness"));
	}

	static String database(Path folder) {
		return "jdbc:h2:file:" + folder.resolve("console") + ";WRITE_DELAY=0";
	}

	JsonNode plan(String account, String target) throws IOException, InterruptedException {
		return post("/api/v1/accounts/a" + account + "/deletion-plans", Map.of("targets", List.of(target)), 201);
	}

	JsonNode confirm(JsonNode plan) throws IOException, InterruptedException {
		return post(plan.path("href").asString() + "/confirmation",
				Map.of("fingerprint", plan.path("fingerprint").asString(), "typed",
						plan.path("confirmation").path("phrase").asString(), "acceptUnproven", plan.path("unproven")),
				202);
	}

	JsonNode get(String path) throws IOException, InterruptedException {
		return JSON.readTree(send(request(path).build()).body());
	}

	/** Watches a deletion to its end. */
	JsonNode ended(JsonNode deletion) throws IOException, InterruptedException {
		String path = deletion.path("href").asString();
		HttpRequest events = request(path + "/events").header("Accept", "text/event-stream").build();
		try (var lines = this.http.send(events, BodyHandlers.ofLines()).body()) {
			if (lines.noneMatch((line) -> line.equals("event:finished"))) {
				throw new IllegalStateException("It does not end: " + get(path));
			}
		}
		return get(path);
	}

	private JsonNode post(String path, Object body, int status) throws IOException, InterruptedException {
		HttpResponse<String> answer = send(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build());
		if (answer.statusCode() != status) {
			throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
		}
		return JSON.readTree(answer.body());
	}

	HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return this.http.send(request, BodyHandlers.ofString());
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.program.address().resolve(path))
			.timeout(Duration.ofMinutes(2))
			.header("Authorization", OPERATOR);
	}

	/** Waits until it has found its database again. */
	void awaitReady() throws IOException, InterruptedException {
		for (int i = 0; send(request("/actuator/health/readiness").build()).statusCode() != 200; i++) {
			if (i == 100) {
				throw new IllegalStateException("It is not ready");
			}
		}
	}

	/** {@code kill -9}. */
	void kill() {
		this.program.kill();
		this.http.shutdownNow();
	}

	@Override
	public void close() {
		this.http.shutdownNow();
		this.program.close();
	}

}
