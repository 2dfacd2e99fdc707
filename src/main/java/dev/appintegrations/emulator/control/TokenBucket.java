package dev.appintegrations.emulator.control;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket that starts full.
 */
final class TokenBucket {

	private final Settings.Rate rate;

	private double tokens;

	private Instant last;

	TokenBucket(Settings.Rate rate, Instant now) {
		this.rate = rate;
		this.tokens = rate.burst();
		this.last = now;
	}

	Settings.Rate rate() {
		return this.rate;
	}

	synchronized boolean take(Instant now) {
		if (now.isAfter(this.last)) {
			double seconds = Duration.between(this.last, now).toNanos() / 1e9;
			this.tokens = Math.min(this.rate.burst(), this.tokens + seconds * this.rate.perSecond());
			this.last = now;
		}
		if (this.tokens < 1) {
			return false;
		}
		this.tokens -= 1;
		return true;
	}

}
