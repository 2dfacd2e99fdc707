package dev.appintegrations.benchmark;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An account to be scanned, and what physics says about scanning it.
 *
 * @param name shown in the table
 * @param account the emulated account's id
 * @param perRegion data and event integrations in each region, half and half
 * @param rate calls per second and burst that each region allows, or {@code null} for no
 * limit
 * @param hanging a region that never answers, or {@code null}
 */
record Workload(String name, String account, int perRegion, @Nullable Rate rate, @Nullable String hanging) {

	/** Service time of one call. */
	static final Duration SERVICE = Duration.ofMillis(40);

	/**
	 * Round-trip times from a caller near us-east-1, rounded from public latency tables.
	 */
	static final Map<String, Integer> LATENCY_MS = latencies();

	private static final int PAGE = 50;

	private static Map<String, Integer> latencies() {
		Map<String, Integer> latencies = new LinkedHashMap<>();
		latencies.put("us-east-1", 10);
		latencies.put("us-west-2", 65);
		latencies.put("ap-south-1", 190);
		latencies.put("ap-northeast-2", 180);
		latencies.put("ap-southeast-1", 215);
		latencies.put("ap-southeast-2", 200);
		latencies.put("ap-northeast-1", 160);
		latencies.put("ca-central-1", 20);
		latencies.put("eu-central-1", 90);
		latencies.put("eu-west-2", 78);
		latencies.put("af-south-1", 230);
		return latencies;
	}

	int dataIntegrations() {
		return this.perRegion - eventIntegrations();
	}

	int eventIntegrations() {
		return this.perRegion / 2;
	}

	/**
	 * Calls that one region needs: pages of the three lists, and one association list per
	 * parent.
	 */
	int callsPerRegion() {
		return pages(dataIntegrations()) + pages(eventIntegrations()) + 1 + this.perRegion;
	}

	/**
	 * Calls that the whole account needs, the hanging region aside.
	 */
	int callsNeeded() {
		int regions = LATENCY_MS.size() - ((this.hanging != null) ? 1 : 0);
		return regions * callsPerRegion();
	}

	private static int pages(int items) {
		return Math.max(1, (items + PAGE - 1) / PAGE);
	}

	/**
	 * The least wall time in which any program can do it, connections being open: the
	 * slowest region's chain of dependent calls, or its token bucket.
	 */
	Duration bound() {
		return LATENCY_MS.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals(this.hanging))
			.map((entry) -> bound(Duration.ofMillis(entry.getValue())))
			.max(Duration::compareTo)
			.orElseThrow();
	}

	private Duration bound(Duration latency) {
		Duration call = latency.plus(SERVICE);
		int depth = Math.max(pages(dataIntegrations()), pages(eventIntegrations())) + ((this.perRegion > 0) ? 1 : 0);
		Duration chain = call.multipliedBy(depth);
		if (this.rate == null) {
			return chain;
		}
		long waitMs = Math.round(1000 * Math.max(0, callsPerRegion() - this.rate.burst()) / this.rate.perSecond());
		Duration bucket = Duration.ofMillis(waitMs).plus(call);
		return (chain.compareTo(bucket) > 0) ? chain : bucket;
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
