package dev.appintegrations.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the policy library with JMH on one core, in a JVM of its own.
 */
final class PolicyRates {

	/** Rates a second that must be reached. */
	private static final Map<String, Integer> TARGETS = Map.of("decideByRole", 1_000_000, "decideByLongPolicy",
			100_000);

	private final List<String> misses;

	PolicyRates(List<String> misses) {
		this.misses = misses;
	}

	void run() throws RunnerException {
		System.out.printf("%n%-38s %14s %12s %12s%n", "policy library, one thread", "per second", "+/-", "target");
		Map<String, Result<?>> results = new TreeMap<>();
		for (RunResult run : new Runner(new OptionsBuilder().include(PolicyBenchmark.class.getSimpleName())
			.threads(1)
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(2))
			.measurementIterations(5)
			.measurementTime(TimeValue.seconds(2))
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.build()).run()) {
			results.put(run.getPrimaryResult().getLabel(), run.getPrimaryResult());
		}
		results.forEach(this::report);
	}

	private void report(String benchmark, Result<?> result) {
		Integer target = TARGETS.get(benchmark);
		System.out.printf("%-38s %,14.0f %,12.0f %12s%n", benchmark, result.getScore(), result.getScoreError(),
				(target != null) ? "%,d".formatted(target) : "-");
		if (target != null && result.getScore() < target) {
			this.misses.add("%s: %,.0f a second are fewer than %,d".formatted(benchmark, result.getScore(), target));
		}
	}

}
