package dev.appintegrations.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.appintegrations.process.Program;

/**
 * Measures how long the console takes from nothing to its first page, and its memory
 * then: as the jar, unpacked, and unpacked with an AOT cache that a start before has
 * recorded.
 */
final class StartBenchmark {

	private static final int RUNS = 5;

	private static final Duration LIMIT = Duration.ofMillis(2500);

	private static final Path UNPACKED = Path.of("target", "programs", "unpacked");

	private static final Path CACHE = UNPACKED.resolve("console.aot");

	private final List<String> misses;

	StartBenchmark(List<String> misses) {
		this.misses = misses;
	}

	void run() throws IOException, InterruptedException {
		Path unpacked = UNPACKED.resolve(Program.JAR.getFileName());
		java("-Djarmode=tools", "-jar", Program.JAR.toString(), "extract", "--force", "--destination",
				UNPACKED.toString());
		java("-XX:AOTCacheOutput=" + CACHE, "-Dspring.context.exit=onRefresh", "-jar", unpacked.toString(),
				"--server.port=0");
		System.out.printf("%n%-38s %12s %12s%n", "start to first page", "median s", "RSS MiB");
		measure("jar", Program.JAR, List.of());
		measure("unpacked", unpacked, List.of());
		Duration cached = measure("unpacked, AOT cache", unpacked, List.of("-XX:AOTCache=" + CACHE, "-XX:AOTMode=on"));
		if (cached.compareTo(LIMIT) > 0) {
			this.misses.add("start with AOT cache: %d ms, limit %d".formatted(cached.toMillis(), LIMIT.toMillis()));
		}
	}

	private static Duration measure(String name, Path jar, List<String> options)
			throws IOException, InterruptedException {
		List<Duration> times = new ArrayList<>();
		List<Long> memory = new ArrayList<>();
		List<String> all = new ArrayList<>(options);
		all.add("-Xmx256m");
		for (int i = 0; i < RUNS; i++) {
			try (Program program = Program.start(jar, "start.log", all, List.of(), "/sign-in")) {
				times.add(program.startedIn());
				memory.add(program.memory().now());
			}
		}
		Collections.sort(times);
		Collections.sort(memory);
		System.out.printf("%-38s %12.2f %12d%n", name, times.get(RUNS / 2).toMillis() / 1000.0, memory.get(RUNS / 2));
		return times.get(RUNS / 2);
	}

	private static void java(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException(command + " failed");
		}
	}

}
