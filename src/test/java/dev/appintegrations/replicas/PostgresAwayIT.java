package dev.appintegrations.replicas;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.console.Database;
import dev.appintegrations.console.PostgresServer;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanState;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A console whose PostgreSQL stops answering without a word, as when a network is gone,
 * or whose connections to it are in use.
 */
@ExtendWith(PostgresServer.Required.class)
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.hikari.maximum-pool-size=12")
@ContextConfiguration(initializers = TestAccounts.class)
@DirtiesContext
class PostgresAwayIT {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final String PAGE = "/accounts/fresh/overview";

	/** What a person waits, with room for a machine that has other work. */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private static Wire wire;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	@Autowired
	private DataSource database;

	@Autowired
	private Inventory inventory;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		URI server = URI.create(Database.onPostgres("away").substring("jdbc:".length()));
		wire = new Wire(server.getHost(), server.getPort());
		registry.add("spring.datasource.url", () -> "jdbc:postgresql://127.0.0.1:" + wire.port() + server.getPath()
				+ ((server.getQuery() != null) ? "?" + server.getQuery() : ""));
	}

	@AfterAll
	static void cut() throws Exception {
		wire.close();
	}

	@AfterEach
	void speak() throws Exception {
		wire.silence(false);
		awaitReadiness(200);
	}

	@Test
	void isToldToPeopleSoonAndForgottenWhenItIsBack() throws Exception {
		signIn();
		wire.silence(true);
		awaitReadiness(503);
		HttpResponse<String> page = get(PAGE, PATIENCE);
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("The database is not available");
		assertThat(health("/actuator/health/liveness", PATIENCE)).isEqualTo(200);
		wire.silence(false);
		awaitReadiness(200);
		assertThat(get(PAGE, Duration.ofMinutes(1)).statusCode()).isEqualTo(200);
	}

	@Test
	void keepsNoRequestThatIsUnderWay() throws Exception {
		signIn();
		wire.silenceAt("from scan where account_alias");
		HttpResponse<String> page = get(PAGE, PATIENCE);
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("The database is not available");
	}

	@Test
	void isNoWorseThanAPoolThatIsUsedUp() throws Exception {
		signIn();
		List<Connection> taken = new ArrayList<>();
		try {
			while (taken.size() < pool().getMaximumPoolSize()) {
				taken.add(this.database.getConnection());
			}
			assertThat(get(PAGE, PATIENCE).statusCode()).isEqualTo(503);
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
		assertThat(get(PAGE, Duration.ofMinutes(1)).statusCode()).isEqualTo(200);
	}

	@Test
	void hasConnectionsForPeopleHoweverManyRegionsWaitToBeStored() throws Exception {
		signIn();
		Map<AccountAlias, Scan> scans = new HashMap<>();
		for (String account : List.of(TestAccounts.TROUBLE, TestAccounts.FRESH)) {
			EmulatorServer.set(account, "network", Map.of("default", Map.of("latencyMs", 500)));
		}
		try (Connection lock = this.database.getConnection(); Statement statement = lock.createStatement()) {
			lock.setAutoCommit(false);
			for (String alias : List.of("trouble", "fresh")) {
				AccountAlias account = new AccountAlias(alias);
				scans.put(account, this.inventory.start(account, Set.of(), "test"));
			}
			statement.execute("select id from scan where state = 'RUNNING' for update");
			await().atMost(Duration.ofMinutes(1)).until(() -> pool().getHikariPoolMXBean().getActiveConnections() > 8);
			assertThat(get(PAGE, PATIENCE).statusCode()).isEqualTo(200);
			lock.rollback();
		}
		finally {
			EmulatorServer.set(TestAccounts.TROUBLE, "network", Map.of());
			EmulatorServer.set(TestAccounts.FRESH, "network", Map.of());
		}
		scans.forEach((account, scan) -> await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(this.inventory.find(account, scan.id()).map(Scan::state))
				.contains(ScanState.FINISHED)));
	}

	private HikariDataSource pool() throws Exception {
		return this.database.unwrap(HikariDataSource.class);
	}

	private void awaitReadiness(int status) throws Exception {
		for (int i = 0; health("/actuator/health/readiness", Duration.ofMinutes(1)) != status; i++) {
			assertThat(i).as("looks at readiness").isLessThan(5_000);
		}
	}

	private void signIn() throws Exception {
		Matcher csrf = CSRF.matcher(get("/sign-in", Duration.ofMinutes(1)).body());
		assertThat(csrf.find()).isTrue();
		HttpRequest request = HttpRequest.newBuilder(uri("/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("username=viewer&password=viewer&_csrf=" + csrf.group(1)))
			.build();
		assertThat(this.client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(302);
	}

	private HttpResponse<String> get(String path, Duration patience) throws Exception {
		return get(this.client, path, patience);
	}

	/** As a proxy asks, which has no cookies. */
	private int health(String path, Duration patience) throws Exception {
		try (HttpClient proxy = HttpClient.newHttpClient()) {
			return get(proxy, path, patience).statusCode();
		}
	}

	private HttpResponse<String> get(HttpClient client, String path, Duration patience) throws Exception {
		return client.send(
				HttpRequest.newBuilder(uri(path)).header("Accept", "text/html, */*;q=0.1").timeout(patience).build(),
				BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

}
