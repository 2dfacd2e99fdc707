package dev.appintegrations.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Measures scans against the bound of their workload: the first one after the console
 * starts, and the median of warm ones.
 */
final class ScanBenchmark {

	private static final int CORES = Runtime.getRuntime().availableProcessors();

	private static final double WARM_LIMIT = 1.10;

	private static final double FIRST_LIMIT = 1.25;

	private static final double REFUSED_LIMIT = 0.10;

	private final Emulator emulator;

	private final List<String> misses;

	ScanBenchmark(Emulator emulator, List<String> misses) {
		this.emulator = emulator;
		this.misses = misses;
	}

	static String header() {
		return "%-38s %-6s %8s %8s %8s %8s %7s %7s %6s %6s".formatted("scan", "", "wall s", "bound s", "cpu s",
				"cpu/core", "ratio", "limit", "calls", "429");
	}

	void run(Workload workload, int warmRuns) throws IOException, InterruptedException {
		this.emulator.prepare(workload);
		this.emulator.limit(workload);
		try (Console console = Console.start(workload, this.emulator.address())) {
			Measurement first = measure(console, workload);
			report(workload, "first", first, FIRST_LIMIT);
			List<Measurement> warm = new ArrayList<>();
			for (int i = 0; i < warmRuns; i++) {
				warm.add(measure(console, workload));
			}
			warm.sort(Comparator.comparing(Measurement::ratio));
			report(workload, "warm", warm.get(warm.size() / 2), WARM_LIMIT);
		}
	}

	private Measurement measure(Console console, Workload workload) throws IOException, InterruptedException {
		this.emulator.beforeScan(workload);
		Duration before = console.program().cpu().plus(this.emulator.cpu());
		Map<?, ?> scan = console.scan();
		Duration cpu = console.program().cpu().plus(this.emulator.cpu()).minus(before);
		Emulator.Calls calls = this.emulator.calls(workload);
		return new Measurement(wall(scan, workload), workload.bound(), cpu, calls, unread(scan, workload));
	}

	/**
	 * Wall time as the console tells it; with a hanging region, of the slowest other one.
	 */
	private static Duration wall(Map<?, ?> scan, Workload workload) {
		if (workload.hanging() == null) {
			return Duration.ofMillis(((Number) scan.get("tookMs")).longValue());
		}
		long slowest = regions(scan).stream()
			.filter((region) -> !workload.hanging().equals(region.get("region")))
			.mapToLong((region) -> ((Number) region.get("tookMs")).longValue())
			.max()
			.orElseThrow();
		return Duration.ofMillis(slowest);
	}

	private static @Nullable String unread(Map<?, ?> scan, Workload workload) {
		List<String> unread = regions(scan).stream()
			.filter((region) -> !"LISTED".equals(region.get("outcome")))
			.map((region) -> region.get("region") + " " + region.get("outcome"))
			.filter((region) -> workload.hanging() == null || !region.startsWith(workload.hanging()))
			.toList();
		return unread.isEmpty() ? null : String.join(", ", unread);
	}

	@SuppressWarnings("unchecked")
	private static List<Map<?, ?>> regions(Map<?, ?> scan) {
		return (List<Map<?, ?>>) Objects.requireNonNull(scan.get("regions"));
	}

	private void report(Workload workload, String phase, Measurement measured, double limit) {
		System.out.printf("%-38s %-6s %8.2f %8.2f %8.2f %8.2f %7.2f %7.2f %6d %6d%n", workload.name(), phase,
				seconds(measured.wall()), seconds(measured.bound()), seconds(measured.cpu()),
				seconds(measured.cpu()) / CORES, measured.ratio(), limit, measured.calls().answered(),
				measured.calls().refused());
		String name = workload.name() + ", " + phase + ": ";
		if (measured.ratio() > limit) {
			miss(name + "ratio %.2f is over %.2f".formatted(measured.ratio(), limit));
		}
		if (measured.calls().answered() != workload.callsNeeded()) {
			miss(name + measured.calls().answered() + " calls answered, " + workload.callsNeeded() + " needed");
		}
		if (measured.calls().refused() > REFUSED_LIMIT * workload.callsNeeded()) {
			miss(name + measured.calls().refused() + " calls refused");
		}
		if (measured.unread() != null) {
			miss(name + "not listed: " + measured.unread());
		}
	}

	private void miss(String what) {
		this.misses.add(what);
		System.out.println("  MISS " + what);
	}

	private static double seconds(Duration duration) {
		return duration.toNanos() / 1e9;
	}

	/**
	 * One scan.
	 */
	private record Measurement(Duration wall, Duration bound, Duration cpu, Emulator.Calls calls,
			@Nullable String unread) {

		/**
		 * Wall time over the bound: physics', or processor time over cores where that is
		 * more, since console and emulator share the machine.
		 */
		double ratio() {
			double bound = Math.max(seconds(this.bound), seconds(this.cpu) / CORES);
			return seconds(this.wall) / bound;
		}

	}

}
