package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class DeletionRetentionTests {

	private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 28, 12, 0, 0, 0, ZoneOffset.UTC);

	private final DataSource database = Database.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final DeletionRetention retention = new DeletionRetention(
			new DeletionStore(this.jdbc, new JdbcTemplate(this.database)), new PlanStore(this.jdbc),
			new DeletionProperties(Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofSeconds(20),
					Duration.ofMinutes(60), "do-not-delete", Duration.ofDays(365)));

	@Test
	void removesDeletionsThatEndedLongAgoWithPlansAndStepsAndKeepsTheAuditTrail() {
		deletion("old", NOW.minusDays(366));
		deletion("recent", NOW.minusDays(364));
		deletion("open", null);
		this.jdbc.sql("""
				insert into activity (id, at, actor, operation, target, parameters)
				values ('entry', ?, 'operator', 'CONFIRM_DELETION', 'old', '{}')
				""").param(NOW.minusDays(366)).update();
		assertThat(this.retention.trim(NOW.toInstant())).isEqualTo("1 deletions removed");
		assertThat(ids("deletion", "id")).containsExactly("open", "recent");
		assertThat(ids("deletion_plan", "id")).containsExactly("plan-open", "plan-recent");
		assertThat(ids("deletion_step", "deletion_id")).containsExactly("open", "recent");
		assertThat(ids("activity", "id")).containsExactly("entry");
	}

	private Iterable<String> ids(String table, String column) {
		return this.jdbc.sql("select " + column + " from " + table + " order by " + column).query(String.class).list();
	}

	private void deletion(String id, @Nullable OffsetDateTime finished) {
		OffsetDateTime began = NOW.minusDays(400);
		this.jdbc
			.sql("""
					insert into deletion_plan (id, account_alias, account_id, created_by, created_at, expires_at, fingerprint,
						document, used_at)
					values (?, 'demo', '111122223333', 'operator', ?, ?, '', '{}', ?)
					""")
			.params("plan-" + id, began, began, began)
			.update();
		this.jdbc.sql("""
				insert into deletion (id, plan_id, account_alias, account_id, title, state, confirmed_by, confirmed_at,
					finished_at, last_event)
				values (:id, :plan, 'demo', '111122223333', '', :state, 'operator', :began, :finished, 1)
				""")
			.param("id", id)
			.param("plan", "plan-" + id)
			.param("state", (finished != null) ? "DELETED" : "WAITING")
			.param("began", began)
			.param("finished", finished)
			.update();
		this.jdbc.sql("""
				insert into deletion_step (deletion_id, number, state, phase, attempts, repeats, waits, usages,
					changed_event, version)
				values (?, 1, 'DONE', 'ACCEPTED', 1, 0, 0, '[]', 1, 1)
				""").param(id).update();
	}

}
