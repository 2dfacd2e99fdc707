package dev.appintegrations.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands between a console and the emulator: lets calls pass, counts those of a deletion
 * that runs, and holds one of them, either before AWS has it or before its answer is
 * back.
 */
final class Turnstile implements AutoCloseable {

	private static final Pattern CREDENTIAL = Pattern.compile("Credential=(\\d{12})/\\d+/[^/]+/([^/]+)/");

	/** Java's HTTP client writes these itself. */
	private static final Set<String> OWN_HEADERS = Set.of("host", "connection", "content-length", "expect", "upgrade",
			"http2-settings", "transfer-encoding", "date");

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Map<String, Passage> passages = new ConcurrentHashMap<>();

	private final URI emulator;

	private final HttpServer server;

	Turnstile(URI emulator) throws IOException {
		this.emulator = emulator;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::pass);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/**
	 * Watches the calls of an account from its next confirmation on.
	 * @param account the account's id
	 * @param services what its deletion calls, other calls are not counted
	 * @param hold number of the call to hold, from 1; 0 for none
	 * @param applied whether AWS has it then
	 */
	Passage watch(String account, Set<String> services, int hold, boolean applied) {
		Passage passage = new Passage(services, hold, applied);
		this.passages.put(account, passage);
		return passage;
	}

	private void pass(HttpExchange exchange) throws IOException {
		try (exchange) {
			Matcher scope = CREDENTIAL.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
			Passage passage = scope.find() ? this.passages.get(scope.group(1)) : null;
			boolean held = passage != null && passage.holds(scope.group(2));
			if (passage != null && held && !passage.applied) {
				passage.hold();
			}
			HttpResponse<byte[]> answer = forward(exchange);
			if (passage != null && held) {
				passage.hold();
			}
			answer.headers().map().forEach((name, values) -> {
				if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
					exchange.getResponseHeaders().put(name, values);
				}
			});
			exchange.sendResponseHeaders(answer.statusCode(), (answer.body().length > 0) ? answer.body().length : -1);
			exchange.getResponseBody().write(answer.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(this.emulator.toString() + exchange.getRequestURI()));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		byte[] body = exchange.getRequestBody().readAllBytes();
		return this.client.send(
				request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body)).build(),
				HttpResponse.BodyHandlers.ofByteArray());
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		this.server.stop(0);
		this.client.shutdownNow();
	}

	/**
	 * The calls of one deletion.
	 */
	static final class Passage {

		private final CountDownLatch held = new CountDownLatch(1);

		private final CountDownLatch released = new CountDownLatch(1);

		private final Set<String> services;

		private final int hold;

		private final boolean applied;

		private int identities;

		private int calls;

		private Passage(Set<String> services, int hold, boolean applied) {
			this.services = services;
			this.hold = hold;
			this.applied = applied;
		}

		/**
		 * The confirmation asks once whose credentials these are, before it reads; the
		 * run begins by asking again.
		 */
		private synchronized boolean holds(String service) {
			this.identities += "sts".equals(service) ? 1 : 0;
			if (this.identities < 2 || !this.services.contains(service)) {
				return false;
			}
			return ++this.calls == this.hold;
		}

		private void hold() throws InterruptedException {
			this.held.countDown();
			this.released.await();
		}

		/** Lets the held call go on. */
		void release() {
			this.released.countDown();
		}

		/** Waits until the call that is to be held has come. */
		void awaitHeld() throws InterruptedException {
			if (!this.held.await(2, TimeUnit.MINUTES)) {
				throw new IllegalStateException("Call " + this.hold + " did not come");
			}
		}

		synchronized int calls() {
			return this.calls;
		}

	}

}
