package dev.appintegrations.benchmark;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Asks the API for the most that it decides at once, 500 requests with their reasons, one
 * batch after the other.
 */
final class BatchBenchmark {

	private static final int REQUESTS = 500;

	private static final int WARM_UP = 50;

	private static final int BATCHES = 100;

	/** What a person takes for at once. */
	private static final double LIMIT_MS = 100;

	private static final String ASKED = IntStream.range(0, REQUESTS)
		.mapToObj(
				(i) -> """
						{"action":"%s","resource":"arn:aws:appflow:eu-west-2:111122223333:flow/FlowCreatedByAppIntegrations-%d",\
						"context":{"aws:ResourceTag/AppIntegrationsManaged":["%s"]}}"""
					.formatted((i % 3 == 0) ? "appflow:CreateFlow" : "appflow:DeleteFlow", i, i % 2 == 0))
		.collect(Collectors.joining(",", "\"requests\":[", "]"));

	private final Console console;

	private final List<String> misses;

	BatchBenchmark(Console console, List<String> misses) {
		this.console = console;
		this.misses = misses;
	}

	void run() throws IOException, InterruptedException {
		System.out.printf("%n%-38s %10s %10s %10s %10s%n", "500 evaluations in one call", "p50 ms", "p99 ms", "max ms",
				"limit ms");
		measure("by the live role's policy", this.console.apiPath("/role/evaluations"), "{" + ASKED + "}");
		measure("by a policy of 6,144 characters", "/api/v1/policies/evaluations",
				"{\"identityPolicies\":[" + LongPolicy.document() + "]," + ASKED + "}");
	}

	private void measure(String name, String path, String body) throws IOException, InterruptedException {
		for (int i = 0; i < WARM_UP; i++) {
			time(path, body);
		}
		long[] times = new long[BATCHES];
		for (int i = 0; i < BATCHES; i++) {
			times[i] = time(path, body);
		}
		double[] sorted = LongStream.of(times).sorted().mapToDouble((nanos) -> nanos / 1e6).toArray();
		double median = sorted[BATCHES / 2];
		System.out.printf("%-38s %10.1f %10.1f %10.1f %10.0f%n", name, median, sorted[BATCHES * 99 / 100],
				sorted[BATCHES - 1], LIMIT_MS);
		if (median > LIMIT_MS) {
			this.misses.add("%s: a batch takes %.1f ms, more than %.0f".formatted(name, median, LIMIT_MS));
		}
	}

	private long time(String path, String body) throws IOException, InterruptedException {
		long start = System.nanoTime();
		HttpResponse<String> response = this.console.post(path, body);
		long time = System.nanoTime() - start;
		if (response.statusCode() != 200) {
			throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
		}
		return time;
	}

}
