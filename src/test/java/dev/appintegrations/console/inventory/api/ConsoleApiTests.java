package dev.appintegrations.console.inventory.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "server.port=0")
class ConsoleApiTests {

	@LocalServerPort
	int port;

	@org.springframework.test.context.DynamicPropertySource
	static void accounts(org.springframework.test.context.DynamicPropertyRegistry registry) {
		registry.add("console.accounts[0].alias", () -> "demo");
		registry.add("console.accounts[0].endpoint", EmulatorServer::endpoint);
		registry.add("console.accounts[0].access-key-id", () -> "111122223333");
		registry.add("console.accounts[0].secret-access-key", () -> "x");
		registry.add("spring.datasource.url", () -> "jdbc:h2:mem:apitests;DB_CLOSE_DELAY=-1");
	}

	@Test
	void looks() throws Exception {
		EmulatorServer.reset("111122223333", "demo");
		for (String c : new String[] { "GET /api/v1/accounts", "POST /api/v1/accounts/demo/scans",
				"GET /api/v1/accounts/demo/integrations?size=2", "GET /api/v1/openapi",
				"GET /api/v1/accounts/demo/scans/latest", "GET /api/v1/accounts/demo/integrations?page=1000000000" }) {
			String[] p = c.split(" ");
			var r = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + p[1]))
					.method(p[0], HttpRequest.BodyPublishers.noBody())
					.header("Authorization",
							"Basic " + java.util.Base64.getEncoder().encodeToString("viewer:viewer".getBytes()))
					.build(), HttpResponse.BodyHandlers.ofString());
			System.out
				.println(c + " -> " + r.statusCode() + " " + r.headers().firstValue("location") + "\n" + r.body());
		}
	}

}
