package dev.appintegrations.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console that sends its traces to a collector.
 */
@SpringBootTest(classes = ConsoleApplication.class,
		properties = { "spring.datasource.url=${test.database.traces}",
				"management.opentelemetry.tracing.export.schedule-delay=50ms" })
@ContextConfiguration(initializers = TestAccounts.class)
@DirtiesContext
class TracesTests {

	private static final BlockingQueue<String> received = new LinkedBlockingQueue<>();

	private static final HttpServer collector = collector();

	@Autowired
	private Inventory inventory;

	@DynamicPropertySource
	static void endpoint(DynamicPropertyRegistry registry) {
		registry.add("management.opentelemetry.tracing.export.otlp.endpoint",
				() -> "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
	}

	private static HttpServer collector() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/v1/traces", (exchange) -> {
				received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
				exchange.sendResponseHeaders(200, -1);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@AfterAll
	static void stop() {
		collector.stop(0);
	}

	@Test
	void haveTheScanItsRegionsAndTheirCallsAndNobodysName() throws Exception {
		EmulatorServer.reset(TestAccounts.TROUBLE, "sandbox");
		this.inventory.start(new AccountAlias("trouble"), Set.of(), "operator");
		StringBuilder spans = new StringBuilder();
		while (spans.indexOf("scan trouble") < 0) {
			String more = received.poll(30, TimeUnit.SECONDS);
			assertThat(more).as("spans after: %s", spans).isNotNull();
			spans.append(more);
		}
		assertThat(spans.toString()).contains("scan eu-west-2", "app-integrations ListApplications")
			.doesNotContain("operator", "handbook", "secret");
	}

}
