package dev.appintegrations.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs every benchmark of the packaged console, side by side with what physics allows,
 * and exits with 1 if a target is missed. Start it with
 * {@code ./mvnw -Pbenchmark verify}, or with {@code -Dbenchmark=policy,batch} for some of
 * them.
 */
final class Benchmarks {

	private static final Set<String> ALL = Set.of("policy", "batch", "scans", "pages");

	private static final int WARM_RUNS = 15;

	private static final int FEW_WARM_RUNS = 5;

	private static final int PAGE_SECONDS = 20;

	private Benchmarks() {
	}

	/**
	 * Runs benchmarks.
	 * @param args which ones, separated by commas: {@code policy}, {@code batch},
	 * {@code scans}, {@code pages}
	 */
	public static void main(String[] args) throws Exception {
		Set<String> chosen = Set.of(args[0].split(","));
		if (!ALL.containsAll(chosen)) {
			throw new IllegalArgumentException("Benchmarks are " + ALL + ", not " + args[0]);
		}
		List<String> misses = new ArrayList<>();
		System.out.printf("%nProcessors: %d.%n", Runtime.getRuntime().availableProcessors());
		if (chosen.contains("policy")) {
			new PolicyRates(misses).run();
		}
		if (chosen.contains("batch")) {
			batch(misses);
		}
		if (chosen.contains("scans")) {
			scans(misses);
		}
		if (chosen.contains("pages")) {
			pages();
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

}
