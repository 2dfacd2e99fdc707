package dev.appintegrations.console.deletion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.kernel.AccountAlias;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps plans.
 */
@Component
class PlanStore {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	PlanStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(StoredPlan stored) {
		DeletionPlan plan = stored.plan();
		this.jdbc.sql("""
				insert into deletion_plan (id, account_alias, account_id, created_by, created_at, expires_at,
					fingerprint, document)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(stored.id().toString(), plan.account().value(), plan.accountId(), stored.createdBy(),
					time(stored.createdAt()), time(stored.expiresAt()), stored.fingerprint(), document(plan))
			.update();
	}

	Optional<StoredPlan> find(AccountAlias account, UUID id) {
		return this.jdbc.sql("select * from deletion_plan where id = ? and account_alias = ?")
			.params(id.toString(), account.value())
			.query((row, number) -> new StoredPlan(UUID.fromString(row.getString("id")),
					plan(row.getString("document")), row.getString("fingerprint"), row.getString("created_by"),
					required(row, "created_at"), required(row, "expires_at"), instant(row, "used_at")))
			.optional();
	}

	/**
	 * Uses a plan up.
	 * @return false if it was used already
	 */
	boolean use(UUID id, Instant at) {
		return this.jdbc.sql("update deletion_plan set used_at = ? where id = ? and used_at is null")
			.params(time(at), id.toString())
			.update() == 1;
	}

	/**
	 * Removes plans that expired unused.
	 * @param before expired before this
	 */
	void trim(Instant before) {
		this.jdbc.sql("delete from deletion_plan where used_at is null and expires_at < ?")
			.param(time(before))
			.update();
	}

	/**
	 * PostgreSQL stores no NUL in text; in JSON it is an escape, and the escape stays.
	 */
	private static String document(DeletionPlan plan) {
		return JSON.writeValueAsString(plan);
	}

	static DeletionPlan plan(String document) {
		return JSON.readValue(document, DeletionPlan.class);
	}

	static OffsetDateTime time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	static @Nullable OffsetDateTime timeIfAny(@Nullable Instant instant) {
		return (instant != null) ? time(instant) : null;
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	static Instant required(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

}
