package dev.appintegrations.console.access;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Limits attempts to sign in, before any password is hashed: strictly for each name from
 * each address, so that nobody can lock somebody out from elsewhere, and loosely over
 * all.
 */
@Component
class SignInAttempts {

	static final int PER_NAME_AND_ADDRESS = 20;

	static final int OVER_ALL = 600;

	private static final Duration PERIOD = Duration.ofMinutes(5);

	private static final int KEPT = 10_000;

	private final Clock clock;

	private final Bucket all;

	private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > KEPT;
		}

	};

	SignInAttempts(Clock clock) {
		this.clock = clock;
		this.all = bucket(OVER_ALL);
	}

	/**
	 * Counts an attempt.
	 * @throws TooManyAttemptsException if there were too many
	 */
	void begin(String name, String address) {
		take(bucket(name, address));
		take(this.all);
	}

	/** Takes an attempt back that was good, so that only bad ones add up. */
	void succeeded(String name, String address) {
		bucket(name, address).addTokens(1);
		this.all.addTokens(1);
	}

	private Bucket bucket(String name, String address) {
		String key = address + " " + name.toLowerCase(Locale.ROOT);
		synchronized (this.buckets) {
			return this.buckets.computeIfAbsent(key, (ignored) -> bucket(PER_NAME_AND_ADDRESS));
		}
	}

	private Bucket bucket(int capacity) {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(capacity).refillGreedy(capacity, PERIOD))
			.withCustomTimePrecision(new ClockMeter(this.clock))
			.build();
	}

	private static void take(Bucket bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyAttemptsException(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
		}
	}

	/**
	 * There were too many attempts.
	 */
	static final class TooManyAttemptsException extends AuthenticationException {

		private static final long serialVersionUID = 1L;

		private final Duration wait;

		TooManyAttemptsException(Duration wait) {
			super("Too many attempts");
			this.wait = wait;
		}

		Duration pause() {
			return this.wait;
		}

		long seconds() {
			return this.wait.toSeconds();
		}

	}

	private record ClockMeter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.clock.millis() * 1_000_000;
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
