package dev.appintegrations.console.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the entries of the audit trail and their outcomes. Rows are only ever added.
 */
@Component
class ActivityStore {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String JOINED = " from activity a left join activity_outcome o on o.activity_id = a.id";

	private static final int MOST_STATE = 100_000;

	private final JdbcClient jdbc;

	ActivityStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds an entry, without its outcome. */
	void add(ActivityEntry entry) {
		this.jdbc.sql("""
				insert into activity (id, at, actor, token, address, operation, account_alias, target, parameters)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Arrays.asList(entry.id().toString(), time(entry.at()), cut(entry.actor(), 100),
					cut(entry.token(), 100), cut(entry.address(), 64), cut(entry.operation(), 60), entry.account(),
					cut(entry.target(), 2048), JSON.writeValueAsString(entry.parameters())))
			.update();
	}

	/** Adds the outcome of an entry, which must not have one yet. */
	void complete(UUID entry, Instant at, Outcome outcome, @Nullable String detail, ActivityNotes notes) {
		this.jdbc.sql("""
				insert into activity_outcome (activity_id, at, outcome, detail, state_before, state_after,
					aws_request_ids)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Arrays.asList(entry.toString(), time(at), outcome.name(), cut(detail, 2000),
					cut(notes.before(), MOST_STATE), cut(notes.after(), MOST_STATE),
					JSON.writeValueAsString(notes.awsRequestIds())))
			.update();
	}

	List<ActivityEntry> find(ActivityQuery query, long offset, int size) {
		List<Object> parameters = new ArrayList<>();
		String where = where(query, parameters);
		parameters.add(offset);
		parameters.add(size);
		return entries(where + " order by a.at desc, a.number desc offset ? rows fetch first ? rows only", parameters);
	}

	long count(ActivityQuery query) {
		List<Object> parameters = new ArrayList<>();
		String where = where(query, parameters);
		return this.jdbc.sql("select count(*)" + JOINED + where).params(parameters).query(Long.class).single();
	}

	Optional<ActivityEntry> find(UUID id) {
		return entries(" where a.id = ?", List.of(id.toString())).stream().findFirst();
	}

	List<String> operations() {
		return this.jdbc.sql("select distinct operation from activity order by operation")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private List<ActivityEntry> entries(String where, List<Object> parameters) {
		return this.jdbc.sql("""
				select a.id, a.at, a.actor, a.token, a.address, a.operation, a.account_alias, a.target, a.parameters,
					o.at as completed_at, o.outcome, o.detail, o.state_before, o.state_after, o.aws_request_ids
				""" + JOINED + where).params(parameters).query((row, number) -> entry(row)).list();
	}

	private static String where(ActivityQuery query, List<Object> parameters) {
		StringBuilder where = new StringBuilder(" where 1 = 1");
		and(where, "a.actor = ?", query.actor(), parameters);
		and(where, "a.operation = ?", query.operation(), parameters);
		and(where, "lower(a.target) like ? escape '!'",
				(query.target() != null) ? "%" + escaped(query.target()) + "%" : null, parameters);
		and(where, "(a.account_alias = ? or a.account_alias is null)",
				(query.account() != null) ? query.account().value() : null, parameters);
		and(where, "a.at >= ?", (query.from() != null) ? time(query.from()) : null, parameters);
		and(where, "a.at < ?", (query.to() != null) ? time(query.to()) : null, parameters);
		and(where, "coalesce(o.outcome, 'UNKNOWN') = ?", (query.outcome() != null) ? query.outcome().name() : null,
				parameters);
		return where.toString();
	}

	private static void and(StringBuilder where, String condition, @Nullable Object value, List<Object> parameters) {
		if (value != null) {
			where.append(" and ").append(condition);
			parameters.add(value);
		}
	}

	private static String escaped(String text) {
		return text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
	}

	private static ActivityEntry entry(ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		String requests = row.getString("aws_request_ids");
		OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
		return new ActivityEntry(UUID.fromString(row.getString("id")),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"), row.getString("token"),
				row.getString("address"), row.getString("operation"), row.getString("account_alias"),
				row.getString("target"),
				JSON.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {
				}), (outcome != null) ? Outcome.valueOf(outcome) : Outcome.UNKNOWN, row.getString("detail"),
				row.getString("state_before"), row.getString("state_after"),
				(requests != null) ? JSON.readValue(requests, new TypeReference<List<String>>() {
				}) : List.of(), (completed != null) ? completed.toInstant() : null);
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	/** As much as the column takes; PostgreSQL stores no NUL in text. */
	private static @Nullable String cut(@Nullable String text, int most) {
		if (text == null) {
			return null;
		}
		String clean = text.replace('\u0000', '\uFFFD');
		if (clean.length() <= most) {
			return clean;
		}
		int end = most - 1;
		return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + "\u2026";
	}

}
