package dev.appintegrations.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Loads a page as a signed-in person: at a fixed rate, counting each request's time from
 * the moment it was due, and as fast as a number of connections can.
 */
final class PageBenchmark implements AutoCloseable {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final int CONNECTIONS = 50;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final URI console;

	private PageBenchmark(URI console) {
		this.console = console;
	}

	static PageBenchmark signIn(URI console) throws IOException, InterruptedException {
		PageBenchmark benchmark = new PageBenchmark(console);
		Matcher csrf = CSRF.matcher(benchmark.get("/sign-in").body());
		if (!csrf.find()) {
			throw new IllegalStateException("The sign-in page has no CSRF token");
		}
		String form = "username=viewer&password=viewer&_csrf="
				+ URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
		benchmark.http.send(HttpRequest.newBuilder(console.resolve("/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), HttpResponse.BodyHandlers.discarding());
		return benchmark;
	}

	static String header() {
		return "%-38s %10s %10s %10s %10s %12s %8s".formatted("page", "KiB", "p50 ms", "p99 ms", "max ms",
				"50 conn, /s", "errors");
	}

	/**
	 * Loads a page and prints a line.
	 * @param name shown in the table
	 * @param path path and query
	 * @param seconds length of each of the two parts
	 */
	void run(String name, String path, int seconds) throws IOException, InterruptedException {
		HttpResponse<String> page = get(path);
		if (page.statusCode() != 200) {
			throw new IllegalStateException(path + " answered " + page.statusCode());
		}
		AtomicInteger errors = new AtomicInteger();
		fixedRate(path, 100, 5, errors);
		long[] times = fixedRate(path, 100, seconds, errors);
		Wrk.Load load = Wrk.load(List.of(this.console), path, CONNECTIONS, seconds, seconds);
		System.out.printf("%-38s %10d %10.1f %10.1f %10.1f %12.0f %8d%n", name, page.body().length() / 1024,
				times[times.length / 2] / 1e6, times[(int) (times.length * 0.99)] / 1e6, times[times.length - 1] / 1e6,
				load.perSecond(), errors.get());
	}

	private long[] fixedRate(String path, int perSecond, int seconds, AtomicInteger errors) {
		int requests = perSecond * seconds;
		AtomicLongArray times = new AtomicLongArray(requests);
		long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
		long start = System.nanoTime();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < requests; i++) {
				long due = start + i * interval;
				int index = i;
				while (System.nanoTime() < due) {
					LockSupport.parkNanos(due - System.nanoTime());
				}
				executor.submit(() -> {
					request(path, errors);
					times.set(index, System.nanoTime() - due);
				});
			}
		}
		long[] sorted = new long[requests];
		Arrays.setAll(sorted, times::get);
		Arrays.sort(sorted);
		return sorted;
	}

	/**
	 * What a browser sends as its cookies with a page.
	 * @param path of a page that this person may see
	 * @return the header's value
	 */
	String cookies(String path) throws IOException, InterruptedException {
		HttpResponse<String> page = get(path);
		if (page.statusCode() != 200) {
			throw new IllegalStateException(path + " answered " + page.statusCode());
		}
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	private void request(String path, AtomicInteger errors) {
		try {
			if (get(path).statusCode() != 200) {
				errors.incrementAndGet();
			}
		}
		catch (IOException ex) {
			errors.incrementAndGet();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(
				HttpRequest.newBuilder(this.console.resolve(path)).timeout(Duration.ofSeconds(30)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.http.close();
	}

}
