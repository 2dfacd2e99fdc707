package dev.appintegrations.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.process.Program;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scans many accounts of eleven regions at once: time against what the slowest region of
 * one and the processors allow, memory, how both grow with the accounts, and how long a
 * list takes meanwhile.
 */
final class AccountsBenchmark {

	private static final int FEW = 10;

	private static final int MANY = 100;

	private static final double GROWTH_LIMIT = 1.3;

	private static final String PASSWORD = "Basic "
			+ Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));

	private final Emulator emulator;

	private final @Nullable String postgres;

	private final List<String> misses;

	/**
	 * @param postgres the JDBC URL of an empty PostgreSQL database with its credentials,
	 * or {@code null} if there is none
	 */
	AccountsBenchmark(Emulator emulator, @Nullable String postgres, List<String> misses) {
		this.emulator = emulator;
		this.postgres = postgres;
		this.misses = misses;
	}

	void run() throws IOException, InterruptedException {
		System.out.printf("%n%-38s %8s %8s %8s %10s %16s%n", "accounts x 11 regions", "wall s", "bound s", "cpu/core",
				"peak MiB", "slowest list ms");
		double few = measure("H2", FEW, List.of());
		double many = measure("H2", MANY, List.of());
		double growth = many / few / (MANY / (double) FEW);
		if (this.postgres != null) {
			measure("PostgreSQL", MANY, List.of("--spring.datasource.url=" + this.postgres));
		}
		System.out.printf("Growth from %d to %d accounts: %.2f times as much for each%n", FEW, MANY, growth);
		if (growth > GROWTH_LIMIT) {
			this.misses.add("growth with accounts is %.2f, over %.2f".formatted(growth, GROWTH_LIMIT));
		}
	}

	/**
	 * @return processor seconds, which grow with the work wherever the wall time is that
	 * of the slowest region
	 */
	private double measure(String database, int accounts, List<String> more) throws IOException, InterruptedException {
		List<Workload> workloads = IntStream.range(0, accounts)
			.mapToObj((i) -> new Workload("account", Long.toString(910000000000L + i), 3, null, null))
			.toList();
		for (Workload workload : workloads) {
			this.emulator.prepare(workload);
		}
		List<String> arguments = Stream.concat(arguments(workloads).stream(), more.stream()).toList();
		try (Program console = Program.start("accounts.log", List.of("-Xmx256m"), arguments,
				"/actuator/health/readiness"); HttpClient http = HttpClient.newHttpClient()) {
			String token = token(http, console.address());
			scanAll(http, console.address(), token, accounts, FEW);
			Duration before = console.cpu().plus(this.emulator.cpu());
			long start = System.nanoTime();
			Reader reader = new Reader(http,
					request(console.address().resolve("/api/v1/accounts/account-0/integrations"), token).build());
			scanAll(http, console.address(), token, accounts, accounts);
			reader.end();
			double wall = (System.nanoTime() - start) / 1e9;
			double cpu = console.cpu().plus(this.emulator.cpu()).minus(before).toMillis() / 1000.0;
			System.out.printf("%-38s %8.2f %8.2f %8.2f %10d %16d%n", accounts + ", " + database, wall,
					workloads.getFirst().bound().toMillis() / 1000.0, cpu / Runtime.getRuntime().availableProcessors(),
					console.memory().peak(), reader.slowest().toMillis());
			if (reader.refused() > 0) {
				this.misses.add("%d accounts on %s: %d of %d lists were refused meanwhile".formatted(accounts, database,
						reader.refused(), reader.asked()));
			}
			return cpu;
		}
	}

	private List<String> arguments(List<Workload> workloads) {
		List<String> arguments = new ArrayList<>();
		for (int i = 0; i < workloads.size(); i++) {
			String account = "--console.accounts[" + i + "].";
			arguments.addAll(List.of(account + "alias=account-" + i, account + "label=Account " + i,
					account + "endpoint=" + this.emulator.address(),
					account + "access-key-id=" + workloads.get(i).account(), account + "secret-access-key=benchmark"));
			int region = 0;
			for (String code : Workload.LATENCY_MS.keySet()) {
				arguments.add(account + "regions[" + region++ + "]=" + code);
			}
		}
		return arguments;
	}

	/** Passwords are hashed slowly on purpose, and so many at once are refused. */
	private static String token(HttpClient http, URI console) throws IOException, InterruptedException {
		String body = """
				{"name": "benchmark", "permissions": ["READ", "SCAN"], "expiresAt": "%s"}"""
			.formatted(Instant.now().plus(Duration.ofHours(1)));
		HttpRequest request = request(console.resolve("/api/v1/tokens"), PASSWORD)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return "Bearer " + JsonMapper.shared().readTree(answer(http, request, 201).body()).path("token").asString();
	}

	private static HttpResponse<String> answer(HttpClient http, HttpRequest request, int status)
			throws IOException, InterruptedException {
		HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
		if (answer.statusCode() != status) {
			throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
		}
		return answer;
	}

	private static void scanAll(HttpClient http, URI console, String token, int accounts, int atOnce)
			throws InterruptedException {
		try (ExecutorService executor = Executors.newFixedThreadPool(atOnce)) {
			List<? extends Future<?>> scans = IntStream.range(0, accounts)
				.mapToObj((i) -> executor
					.submit(() -> scan(http, console, token, "/api/v1/accounts/account-" + i + "/scans")))
				.toList();
			for (Future<?> scan : scans) {
				scan.get();
			}
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException("An account was not scanned", ex);
		}
	}

	private static Void scan(HttpClient http, URI console, String token, String path)
			throws IOException, InterruptedException {
		HttpRequest start = request(console.resolve(path), token).POST(HttpRequest.BodyPublishers.noBody()).build();
		URI scan = URI.create(answer(http, start, 202).headers().firstValue("Location").orElseThrow());
		try (Stream<String> lines = http
			.send(request(console.resolve(scan.getPath() + "/events"), token).build(), BodyHandlers.ofLines())
			.body()) {
			if (lines.noneMatch((line) -> line.startsWith("event:") && line.endsWith("finished"))) {
				throw new IllegalStateException("The scan did not finish");
			}
		}
		return null;
	}

	private static HttpRequest.Builder request(URI uri, String authorization) {
		return HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).header("Authorization", authorization);
	}

	/** Who reads a list again and again while all is scanned. */
	private static final class Reader {

		private static final Duration PAUSE = Duration.ofMillis(50);

		private final HttpClient http;

		private final HttpRequest request;

		private final Thread thread;

		private volatile boolean ended;

		private int asked;

		private int refused;

		private Duration slowest = Duration.ZERO;

		Reader(HttpClient http, HttpRequest request) {
			this.http = http;
			this.request = request;
			this.thread = Thread.ofVirtual().start(this::read);
		}

		private void read() {
			try {
				while (!this.ended) {
					long start = System.nanoTime();
					int status = this.http.send(this.request, BodyHandlers.discarding()).statusCode();
					Duration took = Duration.ofNanos(System.nanoTime() - start);
					this.asked++;
					this.refused += (status != 200) ? 1 : 0;
					this.slowest = (took.compareTo(this.slowest) > 0) ? took : this.slowest;
					Thread.sleep(PAUSE);
				}
			}
			catch (IOException ex) {
				this.refused++;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		int asked() {
			return this.asked;
		}

		int refused() {
			return this.refused;
		}

		Duration slowest() {
			return this.slowest;
		}

		void end() throws InterruptedException {
			this.ended = true;
			this.thread.join();
		}

	}

}
