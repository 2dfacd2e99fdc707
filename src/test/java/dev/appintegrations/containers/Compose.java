package dev.appintegrations.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.appintegrations.process.Program;

import static org.awaitility.Awaitility.await;

/**
 * The repository's {@code docker-compose.yml} as a project of its own, on ports that are
 * free, with the jar that this build has made.
 */
final class Compose {

	private static final Path JAR = Path.of("target", "appintegrations-console.jar");

	private static final String PROJECT = "appintegrations-test";

	/** Any part of the product may take so long to come back. */
	static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Map<String, Integer> ports = new ConcurrentHashMap<>();

	/**
	 * Where a service is to be reached.
	 * @param service its name in the file
	 */
	URI uri(String service) {
		return URI.create("http://127.0.0.1:" + port(service));
	}

	private int port(String service) {
		return this.ports.computeIfAbsent(service, (key) -> Program.freePort());
	}

	void build() {
		run("build", "--quiet", "console");
	}

	/** Returns when everything is healthy. */
	void up() {
		run("up", "--detach", "--wait", "--no-build", "--quiet-pull");
	}

	/**
	 * The same after something was killed. A console that was without its database is
	 * still unhealthy for Docker until its next health check, some seconds after it can
	 * be used again, and {@code --wait} does not wait for what is unhealthy.
	 */
	void upAgain() {
		await().atMost(PATIENCE).ignoreExceptions().untilAsserted(this::up);
	}

	/** The same with two more consoles, and a proxy in front of the three. */
	void upWithReplicas() {
		run("--profile", "replicas", "up", "--detach", "--wait", "--no-build", "--quiet-pull");
	}

	/** Takes away what {@link #upWithReplicas} adds to {@link #up}. */
	void downWithReplicas() {
		run("rm", "--stop", "--force", "proxy", "console-2", "console-3");
	}

	/** As a machine does that loses its power. */
	void kill(String service) {
		run("kill", service);
	}

	/**
	 * As an administrator does.
	 * @return the exit code of its process
	 */
	int stop(String service) {
		run("stop", service);
		String all = run("ps", "--all", "--format", "{{.ExitCode}}", service);
		return Integer.parseInt(all.strip());
	}

	void down(String... options) {
		List<String> command = new ArrayList<>(List.of("--profile", "replicas", "down", "--timeout", "30"));
		command.addAll(List.of(options));
		run(command.toArray(String[]::new));
	}

	/**
	 * What {@code docker compose} prints.
	 * @throws IllegalStateException with what it printed, if it fails
	 */
	String run(String... arguments) {
		List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", PROJECT));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("JAR", JAR.toString());
		for (String service : List.of("console", "emulator", "localstack", "proxy")) {
			builder.environment().put(service.toUpperCase(Locale.ROOT) + "_PORT", Integer.toString(port(service)));
		}
		try {
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(String.join(" ", command) + ":\n" + output);
			}
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
