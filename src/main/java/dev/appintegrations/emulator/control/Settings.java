package dev.appintegrations.emulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * What the control API has set, for one account or for all.
 */
final class Settings {

	volatile @Nullable Network network;

	volatile @Nullable List<Fault> faults;

	volatile Duration clockAdvance = Duration.ZERO;

	final Map<String, Rate> rates = new ConcurrentHashMap<>();

	final Map<String, Long> lags = new ConcurrentHashMap<>();

	final Map<String, RegionState> regions = new ConcurrentHashMap<>();

	final Map<String, Integer> quotas = new ConcurrentHashMap<>();

	final Map<String, Boolean> behaviours = new ConcurrentHashMap<>();

	synchronized void advanceClock(Duration duration) {
		this.clockAdvance = this.clockAdvance.plus(duration);
	}

	/**
	 * How a region treats an account.
	 */
	enum RegionState {

		/** Answers. */
		ENABLED,

		/** An opt-in region that the account has not enabled. */
		NOT_ENABLED,

		/** A service control policy denies every call. */
		DENIED_BY_SCP

	}

	/**
	 * Delay of every answer.
	 *
	 * @param standard of regions that are not named
	 * @param regions by region code
	 */
	record Network(Delay standard, Map<String, Delay> regions) {

		Duration delay(String region) {
			Delay delay = this.regions.getOrDefault(region, this.standard);
			long latency = (delay.latencyMs() != null) ? delay.latencyMs() : zeroIfNull(this.standard.latencyMs());
			long service = (delay.serviceMs() != null) ? delay.serviceMs() : zeroIfNull(this.standard.serviceMs());
			return Duration.ofMillis(latency + service);
		}

		private static long zeroIfNull(@Nullable Long value) {
			return (value != null) ? value : 0;
		}

	}

	/**
	 * A delay.
	 *
	 * @param latencyMs round trip in milliseconds, {@code null} for the default
	 * @param serviceMs time of the service in milliseconds, {@code null} for the default
	 */
	record Delay(@Nullable Long latencyMs, @Nullable Long serviceMs) {

		Map<String, Long> byName() {
			Map<String, Long> delays = new TreeMap<>();
			if (this.latencyMs != null) {
				delays.put("latencyMs", this.latencyMs);
			}
			if (this.serviceMs != null) {
				delays.put("serviceMs", this.serviceMs);
			}
			return delays;
		}

	}

	/**
	 * A token bucket.
	 *
	 * @param perSecond tokens that come back each second
	 * @param burst tokens of a full bucket
	 */
	record Rate(double perSecond, int burst) {

	}

}
