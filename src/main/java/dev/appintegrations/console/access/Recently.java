package dev.appintegrations.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the first time of something from its repetitions within a period. Remembers only
 * so many things; what it has forgotten is a first time again.
 */
class Recently {

	private static final int KEPT = 10_000;

	private final Clock clock;

	private final Duration period;

	private final Map<String, Instant> until = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > KEPT;
		}

	};

	Recently(Clock clock, Duration period) {
		this.clock = clock;
		this.period = period;
	}

	boolean first(String key) {
		Instant now = this.clock.instant();
		synchronized (this.until) {
			Instant known = this.until.get(key);
			if (known != null && now.isBefore(known)) {
				return false;
			}
			this.until.put(key, now.plus(this.period));
			return true;
		}
	}

}
