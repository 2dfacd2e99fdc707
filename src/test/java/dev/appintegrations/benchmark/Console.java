package dev.appintegrations.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.process.Program;
import tools.jackson.databind.json.JsonMapper;

/**
 * The console in its own process, looking at the account of one workload.
 */
final class Console implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ACCOUNT = "benchmark";

	private static final String AUTHORIZATION = "Basic "
			+ Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));

	private final HttpClient http = HttpClient.newHttpClient();

	private final Program program;

	private Console(Program program) {
		this.program = program;
	}

	static Console start(Workload workload, URI emulator) throws IOException, InterruptedException {
		return start(workload, emulator, List.of());
	}

	static Console start(Workload workload, URI emulator, List<String> more) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(more);
		arguments.addAll(List.of("--console.accounts[0].alias=" + ACCOUNT, "--console.accounts[0].label=Benchmark",
				"--console.accounts[0].endpoint=" + emulator,
				"--console.accounts[0].access-key-id=" + workload.account(),
				"--console.accounts[0].secret-access-key=benchmark"));
		int index = 0;
		for (String region : Workload.LATENCY_MS.keySet()) {
			arguments.add("--console.accounts[0].regions[" + index++ + "]=" + region);
		}
		return new Console(Program.start("console-" + workload.account() + ".log", List.of("-Xmx256m"), arguments,
				"/actuator/health/readiness"));
	}

	Program program() {
		return this.program;
	}

	String pagePath(String page) {
		return "/accounts/" + ACCOUNT + page;
	}

	String apiPath(String path) {
		return "/api/v1/accounts/" + ACCOUNT + path;
	}

	HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
		return this.http.send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Scans all regions and waits for the end.
	 * @return the scan as the API tells it
	 */
	Map<?, ?> scan() throws IOException, InterruptedException {
		HttpResponse<String> started = send("POST", apiPath("/scans"));
		if (started.statusCode() != 202) {
			throw new IllegalStateException("The scan was not started: " + started.body());
		}
		String path = URI.create(started.headers().firstValue("Location").orElseThrow()).getPath();
		HttpRequest events = request(path + "/events").header("Accept", "text/event-stream").build();
		try (var lines = this.http.send(events, HttpResponse.BodyHandlers.ofLines()).body()) {
			if (lines.noneMatch((line) -> line.startsWith("event:") && line.endsWith("finished"))) {
				throw new IllegalStateException("The scan did not finish");
			}
		}
		return JSON.readValue(send("GET", path).body(), Map.class);
	}

	/**
	 * Plans and confirms a deletion, and waits for the end.
	 * @return the deletion as the API tells it
	 */
	Map<?, ?> delete(List<String> targets) throws IOException, InterruptedException {
		Map<?, ?> plan = post("/api/v1/accounts/" + ACCOUNT + "/deletion-plans", Map.of("targets", targets));
		Map<?, ?> asked = (Map<?, ?>) Objects.requireNonNull(plan.get("confirmation"));
		Map<?, ?> deletion = post(plan.get("href") + "/confirmation", Map.of("fingerprint",
				Objects.requireNonNull(plan.get("fingerprint")), "typed", Objects.requireNonNull(asked.get("phrase"))));
		HttpRequest events = request(deletion.get("href") + "/events").header("Accept", "text/event-stream").build();
		try (var lines = this.http.send(events, HttpResponse.BodyHandlers.ofLines()).body()) {
			if (lines.noneMatch((line) -> line.startsWith("event:") && line.endsWith("finished"))) {
				throw new IllegalStateException("The deletion did not end");
			}
		}
		return JSON.readValue(send("GET", String.valueOf(deletion.get("href"))).body(), Map.class);
	}

	private Map<?, ?> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(path + ": " + answer.body());
		}
		return JSON.readValue(answer.body(), Map.class);
	}

	private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
		return this.http.send(request(path).method(method, HttpRequest.BodyPublishers.noBody()).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.program.address().resolve(path))
			.timeout(Duration.ofMinutes(5))
			.header("Authorization", AUTHORIZATION);
	}

	@Override
	public void close() {
		this.http.close();
		this.program.close();
	}

}
