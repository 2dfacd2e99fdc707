package dev.appintegrations.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads pages with {@code wrk}, which leaves more of the processors to what it measures
 * than a client in Java.
 */
final class Wrk {

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

	private static final Pattern LATENCY = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)\\b");

	private static final Pattern TROUBLE = Pattern.compile("Socket errors.*|Non-2xx.*");

	private Wrk() {
	}

	/**
	 * Loads a page of several consoles as fast as a number of connections can, spread
	 * evenly, each console by one person.
	 * @param consoles addresses of consoles that share a database
	 * @param path path and query
	 * @param connections connections at once
	 * @param warmSeconds how long before it counts, while the JVM compiles
	 * @param seconds how long it counts
	 * @return what came of it, times being those of the slowest console
	 * @throws IllegalStateException if a request failed
	 */
	static Load load(List<URI> consoles, String path, int connections, int warmSeconds, int seconds)
			throws IOException, InterruptedException {
		List<Target> targets = new ArrayList<>();
		for (URI console : consoles) {
			try (PageBenchmark person = PageBenchmark.signIn(console)) {
				targets.add(new Target(console.resolve(path), person.cookies(path)));
			}
		}
		load(targets, connections, warmSeconds);
		return load(targets, connections, seconds);
	}

	private static Load load(List<Target> targets, int connections, int seconds)
			throws IOException, InterruptedException {
		List<Process> running = new ArrayList<>();
		for (int i = 0; i < targets.size(); i++) {
			int share = connections / targets.size() + ((i < connections % targets.size()) ? 1 : 0);
			running.add(new ProcessBuilder("wrk", "--threads", "1", "--connections", Integer.toString(share),
					"--duration", seconds + "s", "--timeout", "30s", "--latency", "--header",
					"Cookie: " + targets.get(i).cookies(), targets.get(i).uri().toString())
				.redirectErrorStream(true)
				.start());
		}
		Load all = new Load(0, 0, 0);
		for (Process each : running) {
			String output = new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (each.waitFor() != 0 || TROUBLE.matcher(output).find()) {
				throw new IllegalStateException("wrk:\n" + output);
			}
			all = all.beside(parse(output));
		}
		return all;
	}

	private static Load parse(String output) {
		Matcher rate = RATE.matcher(output);
		Matcher latency = LATENCY.matcher(output);
		if (!rate.find() || !latency.find()) {
			throw new IllegalStateException("wrk:\n" + output);
		}
		double half = milliseconds(latency);
		if (!latency.find()) {
			throw new IllegalStateException("wrk:\n" + output);
		}
		return new Load(Double.parseDouble(rate.group(1)), half, milliseconds(latency));
	}

	private static double milliseconds(Matcher latency) {
		double value = Double.parseDouble(latency.group(2));
		return switch (latency.group(3)) {
			case "us" -> value / 1000;
			case "s" -> value * 1000;
			default -> value;
		};
	}

	/**
	 * A page under load.
	 *
	 * @param perSecond requests answered in a second
	 * @param p50Ms what half of them took at most
	 * @param p99Ms what all but one of a hundred took at most
	 */
	record Load(double perSecond, double p50Ms, double p99Ms) {

		Load beside(Load other) {
			return new Load(this.perSecond + other.perSecond, Math.max(this.p50Ms, other.p50Ms),
					Math.max(this.p99Ms, other.p99Ms));
		}

	}

	private record Target(URI uri, String cookies) {

	}

}
