package dev.appintegrations.crash;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.appintegrations.process.Program;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console on one processor that is asked for much while its classes are still being
 * loaded.
 */
class SmallMachineIT {

	private static final String OPERATOR = "Basic "
			+ Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));

	@Test
	void answersWhileItIsStillLoadingClasses() throws Exception {
		try (Program console = Program.start("small-machine.log", List.of("-Xmx256m", "-XX:ActiveProcessorCount=1"),
				List.of(), "/actuator/health/readiness"); HttpClient http = HttpClient.newHttpClient()) {
			List<CompletableFuture<String>> scans = List.of("demo", "sandbox", "fresh")
				.stream()
				.map((account) -> http
					.sendAsync(request(console, "/api/v1/accounts/" + account + "/scans").POST(BodyPublishers.noBody())
						.build(), BodyHandlers.ofString())
					.thenCompose((started) -> {
						JsonNode scan = JsonMapper.shared().readTree(started.body());
						return http.sendAsync(request(console, scan.path("events").asString()).build(),
								BodyHandlers.ofString());
					})
					.thenApply((events) -> events.body()))
				.toList();
			for (CompletableFuture<String> scan : scans) {
				assertThat(scan.join()).contains("event:finished");
			}
		}
	}

	private static HttpRequest.Builder request(Program console, String path) {
		return HttpRequest.newBuilder(console.address().resolve(path))
			.timeout(Duration.ofMinutes(2))
			.header("Authorization", OPERATOR);
	}

}
