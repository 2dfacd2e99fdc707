package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.appintegrations.console.deletion.plan.StepKind;

/**
 * How long to wait before a step is looked at again: longer each time, and never quite
 * the same, so that many steps do not come back at once.
 */
final class Backoff {

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(15);

	/** IAM's task is asked after 3 seconds, then every 2 to 10, as aws-nuke does. */
	private static final Duration ROLE_FIRST = Duration.ofSeconds(3);

	private static final Duration ROLE_NEXT = Duration.ofSeconds(2);

	private static final Duration ROLE_LONGEST = Duration.ofSeconds(10);

	private static final double GROWTH = 1.6;

	private static final double JITTER = 0.2;

	private final RandomGenerator random;

	Backoff(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * How long to wait.
	 * @param kind the step's kind
	 * @param waits how often it has waited since the last progress
	 */
	Duration next(StepKind kind, int waits) {
		if (kind == StepKind.DELETE_ROLE) {
			return (waits == 0) ? jittered(ROLE_FIRST, ROLE_LONGEST, 0) : jittered(ROLE_NEXT, ROLE_LONGEST, waits - 1);
		}
		return jittered(FIRST, LONGEST, waits);
	}

	private Duration jittered(Duration first, Duration longest, int waits) {
		double millis = Math.min(longest.toMillis(), first.toMillis() * Math.pow(GROWTH, Math.min(waits, 30)));
		return Duration.ofMillis((long) (millis * (1 + this.random.nextDouble() * JITTER)));
	}

}
