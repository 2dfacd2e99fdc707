package dev.appintegrations.console.web;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.process.DatabaseServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console whose database is a server that can be stopped.
 */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.hikari.connection-timeout=500", "console.accounts[0].alias=demo",
				"console.accounts[0].label=Demo", "console.accounts[0].endpoint=http://127.0.0.1:9",
				"console.accounts[0].access-key-id=111122223333", "console.accounts[0].secret-access-key=secret" })
@DirtiesContext
class DatabaseAwayTests {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	@TempDir
	private static Path folder;

	private static DatabaseServer database;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	@Autowired
	private DataSource pool;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		DatabaseServer server = new DatabaseServer(folder);
		database = server;
		registry.add("spring.datasource.url", server::url);
		server.start();
	}

	@AfterAll
	static void endTheDatabase() {
		database.kill();
	}

	@AfterEach
	void bringTheDatabaseBack() throws Exception {
		restart();
		this.client.close();
	}

	/**
	 * Hikari trusts connections for half a second after each use, and does not know H2's
	 * codes of broken ones.
	 */
	private void restart() throws Exception {
		database.start();
		this.pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
		for (int i = 0; i < 100 && get("/actuator/health/readiness").statusCode() != 200; i++) {
			assertThat(i).as("attempts to find the database back").isLessThan(99);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/demo/overview", "/accounts/demo/integrations", "/accounts/demo/scans" })
	void tellsPeopleWhoAreSignedInAndShowsNothingAsEmpty(String path) throws Exception {
		signIn();
		assertThat(get(path).statusCode()).isEqualTo(200);
		database.kill();
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.body()).contains("The database is not available").doesNotContain("No integrations");
	}

	@Test
	void tellsStrangersAndProgramsAndHealthChecks() throws Exception {
		HttpRequest signIn = signInRequest();
		database.kill();
		assertThat(get("/sign-in").statusCode()).isEqualTo(503);
		HttpResponse<String> page = this.client.send(signIn, BodyHandlers.ofString());
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("The database is not available");
		HttpResponse<String> api = this.client.send(HttpRequest.newBuilder(uri("/api/v1/accounts"))
			.header("Authorization", "Basic dmlld2VyOnZpZXdlcg==")
			.build(), BodyHandlers.ofString());
		assertThat(api.statusCode()).isEqualTo(503);
		assertThat(api.body()).contains("\"/problems/database-unavailable\"");
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
	}

	@Test
	void goesOnWhenTheDatabaseIsBack() throws Exception {
		signIn();
		database.kill();
		assertThat(get("/accounts/demo/scans").statusCode()).isEqualTo(503);
		restart();
		assertThat(get("/accounts/demo/scans").statusCode()).isEqualTo(200);
	}

	private void signIn() throws Exception {
		assertThat(this.client.send(signInRequest(), BodyHandlers.ofString()).statusCode()).isEqualTo(302);
	}

	private HttpRequest signInRequest() throws Exception {
		Matcher csrf = CSRF.matcher(get("/sign-in").body());
		assertThat(csrf.find()).isTrue();
		return HttpRequest.newBuilder(uri("/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html, */*;q=0.1")
			.POST(BodyPublishers.ofString("username=viewer&password=viewer&_csrf=" + csrf.group(1)))
			.build();
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html, */*;q=0.1").build(),
				BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

}
