package dev.appintegrations.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.appintegrations.process.Program;

/**
 * Measures how long the console takes from nothing to its first page, and its memory
 * then: as the jar, unpacked, unpacked with the options of the image, with an AOT cache
 * that a start before has recorded, and in a container, where the image was built.
 */
final class StartBenchmark {

	private static final int RUNS = 5;

	private static final Duration LIMIT = Duration.ofMillis(2500);

	private static final int MEMORY_LIMIT_MB = 250;

	private static final String FIRST_PAGE = "/sign-in";

	private static final Path UNPACKED = Path.of("target", "programs", "unpacked");

	private static final Path CACHE = UNPACKED.resolve("console.aot");

	private static final Pattern IMAGE_OPTIONS = Pattern.compile("JDK_JAVA_OPTIONS=\"([^\"]+)\"");

	private static final String IMAGE = "appintegrations-console";

	private final List<String> misses;

	StartBenchmark(List<String> misses) {
		this.misses = misses;
	}

	void run() throws IOException, InterruptedException {
		Path unpacked = UNPACKED.resolve(Program.JAR.getFileName());
		command(List.of(java(), "-Djarmode=tools", "-jar", Program.JAR.toString(), "extract", "--force",
				"--destination", UNPACKED.toString()));
		System.out.printf("%n%-38s %12s %12s%n", "start to first page", "median s", "RSS MiB");
		measure("jar", Program.JAR, List.of("-Xmx256m"));
		measure("unpacked", unpacked, List.of("-Xmx256m"));
		List<String> options = imageOptions();
		measure("unpacked, the image's options", unpacked, options);
		Files.deleteIfExists(CACHE);
		train(unpacked, options);
		Duration cached = measure("the same, AOT cache", unpacked,
				Stream.concat(options.stream(), Stream.of("-XX:AOTCache=" + CACHE, "-XX:AOTMode=on")).toList());
		check("with the AOT cache", cached);
		if (imageThere()) {
			measureContainer();
		}
		else {
			System.out.println("The container was not measured: `docker compose build` makes its image");
		}
	}

	/** Those of the image, but for its cache. */
	private static List<String> imageOptions() throws IOException {
		Matcher options = IMAGE_OPTIONS.matcher(Files.readString(Path.of("Dockerfile")));
		if (!options.find()) {
			throw new IllegalStateException("The Dockerfile has no JDK_JAVA_OPTIONS");
		}
		List<String> all = new ArrayList<>(List.of(options.group(1).split(" ")));
		all.removeIf((option) -> option.startsWith("-XX:AOTCache"));
		all.add("-XX:MaxRAM=512m");
		return all;
	}

	/** The cache is written when it ends. */
	private static void train(Path jar, List<String> options) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>(options);
		all.add("-XX:AOTCacheOutput=" + CACHE);
		Program program = Program.start(jar, "start.log", all, List.of(), FIRST_PAGE);
		ProcessHandle process = ProcessHandle.of(program.pid()).orElseThrow();
		process.destroy();
		process.onExit().join();
	}

	private static Duration measure(String name, Path jar, List<String> options)
			throws IOException, InterruptedException {
		List<Duration> times = new ArrayList<>();
		List<Long> memory = new ArrayList<>();
		for (int i = 0; i < RUNS; i++) {
			try (Program program = Program.start(jar, "start.log", options, List.of(), FIRST_PAGE)) {
				times.add(program.startedIn());
				memory.add(program.memory().now());
			}
		}
		return print(name, times, memory);
	}

	private static boolean imageThere() throws InterruptedException {
		try {
			return new ProcessBuilder("docker", "image", "inspect", IMAGE)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** As compose runs it, on the database and the emulator inside. */
	private void measureContainer() throws IOException, InterruptedException {
		List<Duration> times = new ArrayList<>();
		List<Long> memory = new ArrayList<>();
		for (int i = 0; i < RUNS; i++) {
			int port = Program.freePort();
			String name = "console-start-" + port;
			List<String> command = List.of("docker", "run", "--rm", "--name", name, "--read-only", "--tmpfs", "/tmp",
					"--tmpfs", "/app/data:uid=10001", "--cpus", "2", "--memory", "512m", "--publish",
					"127.0.0.1:" + port + ":8080", IMAGE);
			try (Program program = Program.start(command, "start.log", port, FIRST_PAGE)) {
				times.add(program.startedIn());
				memory.add(mebibytes(
						command(List.of("docker", "stats", "--no-stream", "--format", "{{.MemUsage}}", name))));
			}
		}
		check("in the container", print("container, memory by docker stats", times, memory));
		long megabytes = Math.round(memory.get(RUNS / 2) * 1.048576);
		if (megabytes > MEMORY_LIMIT_MB) {
			this.misses.add("memory in the container: %d MB, limit %d".formatted(megabytes, MEMORY_LIMIT_MB));
		}
	}

	private static long mebibytes(String usage) {
		return Math.round(Double.parseDouble(usage.split("MiB")[0]));
	}

	private void check(String how, Duration time) {
		if (time.compareTo(LIMIT) > 0) {
			this.misses.add("start %s: %d ms, limit %d".formatted(how, time.toMillis(), LIMIT.toMillis()));
		}
	}

	private static Duration print(String name, List<Duration> times, List<Long> memory) {
		Collections.sort(times);
		Collections.sort(memory);
		System.out.printf("%-38s %12.2f %12d%n", name, times.get(RUNS / 2).toMillis() / 1000.0, memory.get(RUNS / 2));
		return times.get(RUNS / 2);
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static String command(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(command + " failed");
		}
		return output;
	}

}
