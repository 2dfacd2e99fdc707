package dev.appintegrations.console.access;

import java.time.Instant;
import java.util.UUID;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class SessionRetentionTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	private final JdbcClient jdbc = JdbcClient.create(Database.fresh());

	@Test
	void removesSessionsThatHaveExpiredWithWhatIsInThem() {
		String expired = session(NOW.minusSeconds(1));
		String good = session(NOW.plusSeconds(1));
		assertThat(new SessionRetention(this.jdbc).trim(NOW)).isEqualTo("1 sessions removed");
		assertThat(this.jdbc.sql("select session_primary_id from spring_session_attributes").query(String.class).list())
			.containsExactly(good)
			.doesNotContain(expired);
	}

	private String session(Instant expiry) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				insert into spring_session (primary_id, session_id, creation_time, last_access_time,
					max_inactive_interval, expiry_time)
				values (?, ?, 0, 0, 60, ?)
				""").params(id, UUID.randomUUID().toString(), expiry.toEpochMilli()).update();
		this.jdbc.sql("insert into spring_session_attributes values (?, 'userId', ?)")
			.params(id, new byte[] { 1 })
			.update();
		return id;
	}

}
