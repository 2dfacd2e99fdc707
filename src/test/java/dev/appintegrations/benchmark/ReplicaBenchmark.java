package dev.appintegrations.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Loads the overview of a scanned account with 50 connections: on H2, and on PostgreSQL
 * with one and with three consoles, which share the connections evenly.
 */
final class ReplicaBenchmark {

	/** For each console: all compile at once, on the same processors. */
	private static final int WARM_SECONDS = 90;

	private static final int SECONDS = 20;

	private static final int CONNECTIONS = 50;

	private static final int LIMIT_MS = 100;

	private final Emulator emulator;

	/** With rights to an empty database, or {@code null} where there is none. */
	private final @Nullable String postgres;

	private final List<String> misses;

	ReplicaBenchmark(Emulator emulator, @Nullable String postgres, List<String> misses) {
		this.emulator = emulator;
		this.postgres = postgres;
		this.misses = misses;
	}

	void run() throws IOException, InterruptedException {
		Workload workload = new Workload("overview", "900000000008", 30, null, null);
		this.emulator.prepare(workload);
		System.out.printf("%n%-38s %12s %12s %12s%n", "overview, 50 connections", "requests/s", "p50 ms", "p99 ms");
		measure("H2, one console", workload, 1, List.of());
		if (this.postgres == null) {
			System.out.println("PostgreSQL was not measured: BENCHMARK_POSTGRESQL names no JDBC URL");
			return;
		}
		List<String> arguments = List.of("--spring.datasource.url=" + this.postgres);
		measure("PostgreSQL, one console", workload, 1, arguments);
		measure("PostgreSQL, three consoles", workload, 3, arguments);
	}

	private void measure(String name, Workload workload, int consoles, List<String> arguments)
			throws IOException, InterruptedException {
		List<Console> running = new ArrayList<>();
		try {
			for (int i = 0; i < consoles; i++) {
				running.add(Console.start(workload, this.emulator.address(), arguments));
			}
			running.getFirst().scan();
			List<URI> addresses = running.stream().map((console) -> console.program().address()).toList();
			Wrk.Load load = Wrk.load(addresses, running.getFirst().pagePath("/overview"), CONNECTIONS,
					WARM_SECONDS * consoles, SECONDS);
			System.out.printf("%-38s %12.0f %12.1f %12.1f%n", name, load.perSecond(), load.p50Ms(), load.p99Ms());
			if (load.p99Ms() > LIMIT_MS) {
				this.misses.add("overview, %s: p99 %.0f ms, limit %d".formatted(name, load.p99Ms(), LIMIT_MS));
			}
		}
		finally {
			running.forEach(Console::close);
		}
	}

}
