package dev.appintegrations.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Measures the removal of event integration associations that one Amazon Connect instance
 * of one region holds, from the confirmation to the end, against the least time in which
 * AWS's token bucket lets any program do it.
 */
final class DeletionBenchmark {

	private static final int ASSOCIATIONS = 30;

	/** DeleteIntegrationAssociation of Amazon Connect's quota page. */
	private static final Workload.Rate RATE = new Workload.Rate(2, 5);

	/**
	 * Each removal is preceded by a read and followed by others, all of which AWS
	 * throttles too.
	 */
	private static final double LIMIT = 2;

	private final Emulator emulator;

	private final List<String> misses;

	DeletionBenchmark(Emulator emulator, List<String> misses) {
		this.emulator = emulator;
		this.misses = misses;
	}

	void run(Workload workload) throws IOException, InterruptedException {
		List<String> associations = this.emulator.prepareAssociations(workload, ASSOCIATIONS);
		Map<?, ?> deletion;
		try (Console console = Console.start(workload, this.emulator.address())) {
			deletion = console.delete(associations);
		}
		Duration wall = Duration.between(Instant.parse(String.valueOf(deletion.get("confirmedAt"))),
				Instant.parse(String.valueOf(deletion.get("finishedAt"))));
		Duration bound = Duration.ofMillis(Math.round(1000 * (ASSOCIATIONS - RATE.burst()) / RATE.perSecond()));
		Emulator.Calls calls = this.emulator.calls(workload, "DeleteIntegrationAssociation");
		double ratio = (double) wall.toMillis() / bound.toMillis();
		System.out.printf("%nRemoval of %s: %.1f s, bound %.1f s, ratio %.2f, limit %.2f, %d calls, %d refused.%n",
				workload.name(), wall.toMillis() / 1000.0, bound.toMillis() / 1000.0, ratio, LIMIT, calls.answered(),
				calls.refused());
		if (!"DELETED".equals(deletion.get("state"))) {
			this.misses.add("Removal of " + workload.name() + " ended " + deletion.get("state"));
		}
		if (calls.answered() != ASSOCIATIONS) {
			this.misses.add("Removal of " + workload.name() + ": " + calls.answered() + " calls");
		}
		if (ratio > LIMIT) {
			this.misses.add("Removal of %s: ratio %.2f is over %.2f".formatted(workload.name(), ratio, LIMIT));
		}
	}

}
