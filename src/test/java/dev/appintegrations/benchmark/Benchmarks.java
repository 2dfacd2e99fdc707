package dev.appintegrations.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.process.Program;

/**
 * Runs every benchmark of the packaged console, side by side with what physics allows,
 * and exits with 1 if a target is missed. Start it with
 * {@code ./mvnw -Pbenchmark verify}, or with {@code -Dbenchmark=policy,batch} for some of
 * them.
 */
final class Benchmarks {

	private static final Map<String, Benchmark> ALL = all();

	private static final int WARM_RUNS = 15;

	private static final int FEW_WARM_RUNS = 5;

	private static final int PAGE_SECONDS = 20;

	private Benchmarks() {
	}

	private static Map<String, Benchmark> all() {
		Map<String, Benchmark> all = new LinkedHashMap<>();
		all.put("policy", (misses) -> new PolicyRates(misses).run());
		all.put("batch", Benchmarks::batch);
		all.put("scans", Benchmarks::scans);
		all.put("deletions", (misses) -> {
			try (Emulator emulator = Emulator.start()) {
				new DeletionBenchmark(emulator, misses)
					.run(new Workload("30 associations", "900000000008", 0, null, null));
			}
		});
		all.put("pages", (misses) -> pages());
		all.put("replicas", (misses) -> {
			try (Emulator emulator = Emulator.start()) {
				new ReplicaBenchmark(emulator, System.getenv("BENCHMARK_POSTGRESQL"), misses).run();
			}
		});
		all.put("accounts", (misses) -> {
			try (Emulator emulator = Emulator.start()) {
				new AccountsBenchmark(emulator, System.getenv("BENCHMARK_POSTGRESQL"), misses).run();
			}
		});
		all.put("start", (misses) -> new StartBenchmark(misses).run());
		return all;
	}

	/**
	 * Runs benchmarks.
	 * @param args which ones, separated by commas
	 */
	public static void main(String[] args) throws Exception {
		Set<String> chosen = Set.of(args[0].split(","));
		if (!ALL.keySet().containsAll(chosen)) {
			throw new IllegalArgumentException("Benchmarks are " + ALL.keySet() + ", not " + args[0]);
		}
		List<String> misses = new ArrayList<>();
		System.out.printf("%nProcessors: %d.%n", Runtime.getRuntime().availableProcessors());
		for (Map.Entry<String, Benchmark> each : ALL.entrySet()) {
			if (chosen.contains(each.getKey())) {
				each.getValue().run(misses);
			}
		}
		misses.forEach((miss) -> System.out.println("MISS " + miss));
		System.exit(misses.isEmpty() ? 0 : 1);
	}

	private static void batch(List<String> misses) throws IOException, InterruptedException {
		Workload workload = new Workload("empty account", "900000000007", 0, null, null);
		try (Emulator emulator = Emulator.start()) {
			emulator.prepare(workload);
			try (Console console = Console.start(workload, emulator.address())) {
				new BatchBenchmark(console, misses).run();
			}
		}
	}

	private static void scans(List<String> misses) throws IOException, InterruptedException {
		Workload.Rate slow = new Workload.Rate(2, 5);
		List<Workload> workloads = List.of(new Workload("empty account", "900000000001", 0, null, null),
				new Workload("11 regions x 30", "900000000002", 30, null, null),
				new Workload("11 regions x 30, 2/s burst 5", "900000000003", 30, slow, null),
				new Workload("11 regions x 300", "900000000004", 300, null, null),
				new Workload("11 regions x 30, one hangs", "900000000005", 30, null, "eu-west-2"));
		System.out.printf("%nRatio: wall time over the larger of bound and processor time per core.%n%n");
		try (Emulator emulator = Emulator.start()) {
			ScanBenchmark scans = new ScanBenchmark(emulator, misses);
			System.out.println(ScanBenchmark.header());
			for (Workload workload : workloads) {
				scans.run(workload,
						(workload.rate() != null || workload.hanging() != null) ? FEW_WARM_RUNS : WARM_RUNS);
			}
		}
	}

	private static void pages() throws IOException, InterruptedException {
		Workload workload = new Workload("500 rows", "900000000006", 46, null, null);
		try (Emulator emulator = Emulator.start()) {
			emulator.prepare(workload);
			pages(workload, emulator);
		}
	}

	private static void pages(Workload workload, Emulator emulator) throws IOException, InterruptedException {
		try (Console console = Console.start(workload, emulator.address())) {
			Duration started = console.program().startedIn();
			Program.Memory idle = console.program().memory();
			console.scan();
			System.out.printf("%n%s%n", PageBenchmark.header());
			try (PageBenchmark pages = PageBenchmark.signIn(console.program().address())) {
				pages.run("overview", console.pagePath("/overview"), PAGE_SECONDS);
				pages.run("integrations, 500 rows", console.pagePath("/integrations?size=500"), PAGE_SECONDS);
			}
			Program.Memory loaded = console.program().memory();
			System.out.printf(
					"%nStart to ready: %.1f s. Resident with -Xmx256m: %d MiB idle, %d MiB after load, %d MiB at most.%n",
					started.toMillis() / 1000.0, idle.now(), loaded.now(), loaded.peak());
		}
	}

	/**
	 * Measures something.
	 */
	@FunctionalInterface
	private interface Benchmark {

		/**
		 * Runs and prints what it measured.
		 * @param misses takes targets that were missed
		 */
		void run(List<String> misses) throws Exception;

	}

}
