package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import dev.appintegrations.console.kernel.AccountAlias;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class ScanRetentionTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	private final DataSource database = Database.fresh();

	private final ScanStore store = new ScanStore(JdbcClient.create(this.database), new JdbcTemplate(this.database));

	private final ScanRetention retention = new ScanRetention(this.store,
			new InventoryProperties(50, Duration.ofDays(90), Duration.ofSeconds(2), Duration.ofSeconds(15), 1));

	@Test
	void removesOldScansButTheNewestOfEachAccountAndThoseThatRun() {
		UUID old = scan("demo", 200, true);
		UUID partial = scan("demo", 150, false);
		UUID fresh = scan("demo", 89, true);
		UUID newestOfSandbox = scan("sandbox", 300, true);
		UUID runs = running("demo", 120);
		assertThat(this.retention.trim(NOW)).isEqualTo("2 scans removed");
		assertThat(List.of(old, partial)).allSatisfy((id) -> assertThat(this.store.find(id)).isEmpty());
		assertThat(List.of(fresh, newestOfSandbox, runs))
			.allSatisfy((id) -> assertThat(this.store.find(id)).isPresent());
		assertThat(this.retention.trim(NOW)).isEqualTo("0 scans removed");
	}

	private UUID scan(String account, int daysAgo, boolean whole) {
		UUID id = begin(account, daysAgo, whole);
		this.store.finish(id, NOW.minus(Duration.ofDays(daysAgo)));
		return id;
	}

	private UUID running(String account, int daysAgo) {
		return begin(account, daysAgo, true);
	}

	private UUID begin(String account, int daysAgo, boolean whole) {
		UUID id = UUID.randomUUID();
		Scan scan = new Scan(id, new AccountAlias(account), null, ScanState.RUNNING, "viewer",
				NOW.minus(Duration.ofDays(daysAgo)), null, List.of(), List.of(), whole);
		this.store.begin(scan, UUID.randomUUID(), id.toString());
		return id;
	}

}
