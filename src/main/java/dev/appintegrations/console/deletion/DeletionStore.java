package dev.appintegrations.console.deletion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.DeletionStep.Usage;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.kernel.AccountAlias;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static dev.appintegrations.console.deletion.PlanStore.instant;
import static dev.appintegrations.console.deletion.PlanStore.required;
import static dev.appintegrations.console.deletion.PlanStore.time;
import static dev.appintegrations.console.deletion.PlanStore.timeIfAny;

/**
 * Keeps deletions, their steps, and the claims that keep two of them apart.
 */
@Component
class DeletionStore {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The widest text column. */
	private static final int LONG_TEXT = 4000;

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	DeletionStore(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/**
	 * Stores a new deletion with its steps, none of them begun.
	 */
	void add(UUID id, UUID planId, DeletionPlan plan, String title, String confirmedBy, Instant at) {
		this.jdbc.sql("""
				insert into deletion (id, plan_id, account_alias, account_id, title, state, confirmed_by, confirmed_at,
					last_event)
				values (?, ?, ?, ?, ?, 'PENDING', ?, ?, 1)
				""")
			.params(Arrays.asList(id.toString(), planId.toString(), plan.account().value(), plan.accountId(), title,
					confirmedBy, time(at)))
			.update();
		List<Object[]> rows = new ArrayList<>();
		plan.steps().forEach((step) -> rows.add(new Object[] { id.toString(), step.number() }));
		this.batch.batchUpdate("""
				insert into deletion_step (deletion_id, number, state, phase, attempts, repeats, waits, usages,
					changed_event, version)
				values (?, ?, 'PENDING', 'UNTOUCHED', 0, 0, 0, '[]', 1, 0)
				""", rows);
	}

	/**
	 * Claims everything that a deletion touches. The transaction is lost if that is
	 * refused.
	 * @throws RefusedException if another deletion has claimed some of it
	 */
	void claim(UUID id, DeletionPlan plan) {
		try {
			this.batch.batchUpdate(
					"insert into deletion_claim (account_id, resource_key, deletion_id) values (?, ?, ?)",
					plan.claims()
						.stream()
						.map((key) -> new Object[] { plan.accountId(), key, id.toString() })
						.toList());
		}
		catch (DuplicateKeyException ex) {
			throw new RefusedException(RefusedException.Reason.ALREADY_RUNNING,
					"Another deletion that runs touches the same thing. Wait until it has ended.");
		}
	}

	/**
	 * Everything that running deletions of an account have claimed.
	 * @return deletion by key
	 */
	Map<String, UUID> claims(AccountAlias account) {
		return this.jdbc.sql("""
				select resource_key, deletion_id from deletion_claim
				where deletion_id in (select id from deletion where account_alias = ?)
				""")
			.param(account.value())
			.query((row, number) -> Map.entry(row.getString(1), UUID.fromString(row.getString(2))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Stores a step as it is now, as the next event of its deletion.
	 * @param step with the version that it was read with
	 * @return the step with its new version
	 * @throws OvertakenException if somebody else has stored it since
	 */
	DeletionStep save(UUID deletion, DeletionStep step) {
		this.jdbc.sql("update deletion set last_event = last_event + 1 where id = ?")
			.param(deletion.toString())
			.update();
		Answer answer = step.answer();
		int saved = this.jdbc.sql("""
				update deletion_step set state = ?, phase = ?, attempts = ?, repeats = ?, waits = ?, started_at = ?,
					finished_at = ?, asked_at = ?, waiting_since = ?, next_try_at = ?, detail = ?, answer_code = ?,
					answer_message = ?, answer_request_id = ?, task_id = ?, usages = ?, audit_entry = ?,
					changed_event = (select last_event from deletion where id = ?), version = version + 1
				where deletion_id = ? and number = ? and version = ?
				""")
			.params(Arrays.asList(step.state().name(), step.phase().name(), step.attempts(), step.repeats(),
					step.waits(), timeIfAny(step.startedAt()), timeIfAny(step.finishedAt()), timeIfAny(step.askedAt()),
					timeIfAny(step.waitingSince()), timeIfAny(step.nextTryAt()), clean(step.detail()),
					(answer != null) ? answer.code() : null, (answer != null) ? clean(answer.message()) : null,
					(answer != null) ? answer.requestId() : null, step.taskId(), JSON.writeValueAsString(step.usages()),
					(step.auditEntry() != null) ? step.auditEntry().toString() : null, deletion.toString(),
					deletion.toString(), step.planned().number(), step.version()))
			.update();
		if (saved == 0) {
			throw new OvertakenException("Step " + step.planned().number() + " of deletion " + deletion
					+ " was taken over by another runner");
		}
		return StepChange.of(step).version(step.version() + 1).build();
	}

	/**
	 * Notes where a deletion stands that has not ended.
	 * @throws OvertakenException if somebody else has ended it
	 */
	void state(UUID deletion, DeletionState state, @Nullable String pausedBecause) {
		int noted = this.jdbc.sql("""
				update deletion set state = ?, paused_because = ?, last_event = last_event + 1
				where id = ? and finished_at is null
				""").params(Arrays.asList(state.name(), clean(pausedBecause), deletion.toString())).update();
		if (noted == 0) {
			throw new OvertakenException("Deletion " + deletion + " was ended by another runner");
		}
	}

	/**
	 * Ends a deletion and gives up its claims.
	 * @param seen as whoever ends it has read it
	 * @return false if it has changed since, and nothing was done
	 */
	boolean finish(Deletion seen, DeletionState end, Instant at) {
		int ended = this.jdbc.sql("""
				update deletion set state = ?, paused_because = null, finished_at = ?, last_event = last_event + 1
				where id = ? and last_event = ? and finished_at is null
				""").params(end.name(), time(at), seen.id().toString(), seen.lastEvent()).update();
		if (ended == 1) {
			this.jdbc.sql("delete from deletion_claim where deletion_id = ?").param(seen.id().toString()).update();
		}
		return ended == 1;
	}

	/**
	 * Notes that somebody wants a deletion cancelled.
	 * @return false if it has ended, or somebody has wanted it before
	 */
	boolean cancel(UUID deletion, String by, Instant at) {
		return this.jdbc.sql("""
				update deletion set cancelled_by = ?, cancelled_at = ?, last_event = last_event + 1
				where id = ? and cancelled_at is null and finished_at is null
				""").params(by, time(at), deletion.toString()).update() == 1;
	}

	/**
	 * Reopens a deletion that has ended.
	 * @return false if it has not
	 */
	boolean reopen(UUID deletion) {
		return this.jdbc.sql("""
				update deletion set state = 'PENDING', finished_at = null, cancelled_by = null, cancelled_at = null,
					last_event = last_event + 1
				where id = ? and finished_at is not null
				""").param(deletion.toString()).update() == 1;
	}

	boolean cancelled(UUID deletion) {
		return this.jdbc.sql("select count(*) from deletion where id = ? and cancelled_at is not null")
			.param(deletion.toString())
			.query(Integer.class)
			.single() == 1;
	}

	Optional<Deletion> find(UUID id) {
		return rows("where d.id = ?", id.toString()).stream().findFirst().map((row) -> row.toDeletion(steps(row)));
	}

	/** How many changes there were to each of some deletions. */
	Map<UUID, Integer> versions(Set<UUID> ids) {
		return this.jdbc.sql("select id, last_event from deletion where id in (:ids)")
			.param("ids", ids.stream().map(UUID::toString).toList())
			.query((row, number) -> Map.entry(UUID.fromString(row.getString(1)), row.getInt(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	Optional<UUID> ofPlan(UUID planId) {
		return this.jdbc.sql("select id from deletion where plan_id = ?")
			.param(planId.toString())
			.query(String.class)
			.optional()
			.map(UUID::fromString);
	}

	List<Deletion> history(AccountAlias account, int page, int size) {
		return rows(
				"where d.account_alias = ? order by d.confirmed_at desc, d.id offset ? rows fetch first ? rows only",
				account.value(), (long) page * size, size)
			.stream()
			.map((row) -> row.toDeletion(steps(row)))
			.toList();
	}

	List<DeletionSummary> summaries(AccountAlias account, int page, int size) {
		return this.jdbc.sql("""
				select d.id, d.title, d.state, d.confirmed_by, d.confirmed_at, d.finished_at,
					(select count(*) from deletion_step s where s.deletion_id = d.id) as steps,
					(select count(*) from deletion_step s where s.deletion_id = d.id and s.state in (:ended)) as ended
				from deletion d where d.account_alias = :account
				order by d.confirmed_at desc, d.id offset :offset rows fetch first :size rows only
				""")
			.param("ended", Stream.of(StepState.values()).filter(StepState::ended).map(Enum::name).toList())
			.param("account", account.value())
			.param("offset", (long) page * size)
			.param("size", size)
			.query((row, number) -> new DeletionSummary(UUID.fromString(row.getString("id")), account,
					row.getString("title"), DeletionState.valueOf(row.getString("state")),
					row.getString("confirmed_by"), required(row, "confirmed_at"), instant(row, "finished_at"),
					row.getInt("steps"), row.getInt("ended")))
			.list();
	}

	int historySize(AccountAlias account) {
		return this.jdbc.sql("select count(*) from deletion where account_alias = ?")
			.param(account.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * Removes deletions that ended before a time, with their steps and plans.
	 * @return how many
	 */
	int trim(Instant before) {
		List<Object[]> plans = this.jdbc.sql("select plan_id from deletion where finished_at < ?")
			.param(time(before))
			.query((row, number) -> new Object[] { row.getString(1) })
			.list();
		this.batch.batchUpdate("delete from deletion where plan_id = ? and finished_at is not null", plans);
		this.batch.batchUpdate("""
				delete from deletion_plan where id = ?
					and not exists (select 1 from deletion where plan_id = deletion_plan.id)
				""", plans);
		return plans.size();
	}

	int count(DeletionState state) {
		return this.jdbc.sql("select count(*) from deletion where state = ?")
			.param(state.name())
			.query(Integer.class)
			.single();
	}

	/** Steps in a state, of deletions that have not ended. */
	int countSteps(StepState state) {
		return this.jdbc.sql("""
				select count(*) from deletion_step where state = ?
					and deletion_id in (select id from deletion where finished_at is null)
				""").param(state.name()).query(Integer.class).single();
	}

	/** Deletions that have not ended. */
	List<UUID> open() {
		return this.jdbc.sql("select id from deletion where finished_at is null")
			.query((row, number) -> UUID.fromString(row.getString(1)))
			.list();
	}

	private List<Row> rows(String where, Object... parameters) {
		return this.jdbc.sql("select d.*, p.document from deletion d join deletion_plan p on p.id = d.plan_id " + where)
			.params(parameters)
			.query((row, number) -> Row.of(row))
			.list();
	}

	private List<DeletionStep> steps(Row deletion) {
		Map<Integer, PlannedStep> planned = deletion.plan()
			.steps()
			.stream()
			.collect(Collectors.toMap(PlannedStep::number, Function.identity()));
		return this.jdbc.sql("select * from deletion_step where deletion_id = ? order by number")
			.param(deletion.id().toString())
			.query((row, number) -> step(row, planned))
			.list();
	}

	private static DeletionStep step(ResultSet row, Map<Integer, PlannedStep> planned) throws SQLException {
		String code = row.getString("answer_code");
		String entry = row.getString("audit_entry");
		PlannedStep step = planned.get(row.getInt("number"));
		if (step == null) {
			throw new IllegalStateException("The plan has no step " + row.getInt("number"));
		}
		return new DeletionStep(step, StepState.valueOf(row.getString("state")), Phase.valueOf(row.getString("phase")),
				row.getInt("attempts"), row.getInt("repeats"), row.getInt("waits"), instant(row, "started_at"),
				instant(row, "finished_at"), instant(row, "asked_at"), instant(row, "waiting_since"),
				instant(row, "next_try_at"), row.getString("detail"),
				(code != null) ? new Answer(code, String.valueOf(row.getString("answer_message")),
						row.getString("answer_request_id")) : null,
				row.getString("task_id"), JSON.readValue(row.getString("usages"), new TypeReference<List<Usage>>() {
				}), (entry != null) ? UUID.fromString(entry) : null, row.getInt("version"));
	}

	/** PostgreSQL stores no NUL in text. */
	private static @Nullable String clean(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String stored = text.replace('\u0000', '\uFFFD');
		return (stored.length() > LONG_TEXT) ? stored.substring(0, LONG_TEXT - 1) + "…" : stored;
	}

	private record Row(UUID id, UUID planId, AccountAlias account, DeletionPlan plan, String title, DeletionState state,
			String confirmedBy, Instant confirmedAt, @Nullable Instant finishedAt, @Nullable String pausedBecause,
			@Nullable String cancelledBy, @Nullable Instant cancelledAt, int lastEvent) {

		static Row of(ResultSet row) throws SQLException {
			return new Row(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("plan_id")),
					new AccountAlias(row.getString("account_alias")), PlanStore.plan(row.getString("document")),
					row.getString("title"), DeletionState.valueOf(row.getString("state")),
					row.getString("confirmed_by"), required(row, "confirmed_at"), instant(row, "finished_at"),
					row.getString("paused_because"), row.getString("cancelled_by"), instant(row, "cancelled_at"),
					row.getInt("last_event"));
		}

		Deletion toDeletion(List<DeletionStep> steps) {
			return new Deletion(this.id, this.planId, this.account, this.plan, this.title, this.state, this.confirmedBy,
					this.confirmedAt, this.finishedAt, this.pausedBecause, this.cancelledBy, this.cancelledAt, steps,
					this.lastEvent);
		}

	}

	/**
	 * Another runner has taken the work over; this one must stop.
	 */
	static final class OvertakenException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		OvertakenException(String message) {
			super(message);
		}

	}

}
