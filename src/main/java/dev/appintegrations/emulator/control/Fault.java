package dev.appintegrations.emulator.control;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import dev.appintegrations.emulator.wire.AwsRequest;
import org.jspecify.annotations.Nullable;

/**
 * An injected failure. Counts its own matches.
 */
final class Fault {

	private final Pattern pattern;

	private final AtomicInteger matches = new AtomicInteger();

	private final @Nullable Random random;

	Fault(Pattern pattern) {
		this.pattern = pattern;
		this.random = (pattern.probability() != null) ? new Random((pattern.seed() != null) ? pattern.seed() : 0)
				: null;
	}

	Pattern pattern() {
		return this.pattern;
	}

	/**
	 * Whether this call fails, counting it if it matches.
	 */
	boolean strikes(String operation, AwsRequest request) {
		if (!matches(this.pattern.service(), request.service()) || !matches(this.pattern.operation(), operation)
				|| !matches(this.pattern.region(), request.region())) {
			return false;
		}
		synchronized (this) {
			if (this.random != null && this.random.nextDouble() >= probability()) {
				return false;
			}
			int match = this.matches.getAndIncrement();
			int skip = (this.pattern.skip() != null) ? this.pattern.skip() : 0;
			return match >= skip && (this.pattern.times() == null || match < skip + this.pattern.times());
		}
	}

	private double probability() {
		return (this.pattern.probability() != null) ? this.pattern.probability() : 1;
	}

	private static boolean matches(@Nullable String pattern, String value) {
		return pattern == null || "*".equals(pattern) || pattern.equals(value);
	}

	/**
	 * What a fault does.
	 */
	enum Action {

		/** Answers with an error of AWS. */
		ERROR,

		/** Never answers. */
		HANG,

		/** Drops the connection without an answer. */
		RESET,

		/** The change happens, the answer is lost. */
		DROP_AFTER_APPLY,

		/** Answers with a page of HTML, as a proxy in between might. */
		HTML,

		/** Answers with half of the right JSON. */
		TRUNCATE

	}

	/**
	 * Which calls fail, how.
	 *
	 * @param service signing name, any if {@code null} or {@code *}
	 * @param operation name, any if {@code null} or {@code *}
	 * @param region code, any if {@code null} or {@code *}
	 * @param times how often, {@code null} for ever
	 * @param skip matches that pass first
	 * @param status HTTP status of an error
	 * @param code AWS's error code
	 * @param message AWS's words
	 * @param action what happens
	 * @param probability of a match to count, {@code null} for always
	 * @param seed of the random numbers
	 */
	record Pattern(@Nullable String service, @Nullable String operation, @Nullable String region,
			@Nullable Integer times, @Nullable Integer skip, @Nullable Integer status, @Nullable String code,
			@Nullable String message, Action action, @Nullable Double probability, @Nullable Long seed) {

	}

}
