package dev.appintegrations.console.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.appintegrations.console.inventory.RegionScan.HolderSearch;
import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps scans and what they found.
 */
@Component
class ScanStore {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	ScanStore(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/**
	 * Stores a new scan.
	 * @throws DuplicateKeyException if one that reads the same regions is running; the
	 * transaction is over then
	 */
	@Transactional
	public void begin(Scan scan, UUID owner, String runningKey) {
		this.jdbc.sql("""
				insert into scan (id, account_alias, state, started_by, started_at, whole_account, excluded,
					owner, heartbeat_at, last_event, running_key)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
				""")
			.params(scan.id().toString(), scan.account().value(), scan.state().name(), scan.startedBy(),
					time(scan.startedAt()), scan.wholeAccount(),
					JSON.writeValueAsString(scan.excluded().stream().map(ExcludedJson::of).toList()), owner.toString(),
					time(scan.startedAt()), runningKey)
			.update();
		List<Object[]> rows = new ArrayList<>();
		scan.regions()
			.forEach((region) -> rows.add(new Object[] { scan.id().toString(), rows.size(), region.region().code() }));
		this.batch.batchUpdate("""
				insert into scan_region (scan_id, position, region, calls, refused, proof, failures)
				values (?, ?, ?, 0, 0, '[]', '[]')
				""", rows);
	}

	Optional<UUID> running(String runningKey) {
		return this.jdbc.sql("select id from scan where running_key = ?")
			.param(runningKey)
			.query(String.class)
			.optional()
			.map(UUID::fromString);
	}

	/**
	 * Stores a region with its items, as the next event of the scan, unless the scan is
	 * no longer running.
	 * @return false if it is not
	 */
	@Transactional
	public boolean settle(UUID scan, RegionScan region, List<Integration> items) {
		int open = this.jdbc.sql("update scan set last_event = last_event + 1 where id = ? and state = 'RUNNING'")
			.param(scan.toString())
			.update();
		if (open == 0) {
			return false;
		}
		this.jdbc.sql("""
				update scan_region set settled_event = (select last_event from scan where id = ?), outcome = ?,
					data_integrations = ?, event_integrations = ?, applications = ?, associations = ?, calls = ?,
					refused = ?, took_ms = ?, proof = ?, failures = ?, holder_state = ?
				where scan_id = ? and region = ?
				""")
			.params(Arrays.asList(scan.toString(), name(region.outcome()), region.counts().get(Kind.DATA_INTEGRATION),
					region.counts().get(Kind.EVENT_INTEGRATION), region.counts().get(Kind.APPLICATION),
					region.associations(), region.calls(), region.refused(),
					(region.took() != null) ? region.took().toMillis() : null, JSON.writeValueAsString(region.proof()),
					JSON.writeValueAsString(region.failures()),
					(region.holders() != null) ? region.holders().state().name() : null, scan.toString(),
					region.region().code()))
			.update();
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (Integration item : items) {
			rows.add(row(scan, rows.size(), item));
		}
		this.batch.batchUpdate("""
				insert into scan_item (scan_id, region, number, kind, arn, name, name_sort, source, event_bus,
					application_type, description, tags, created_at, last_modified_at, association_count, undeletable,
					associations, search_text)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", rows);
		return true;
	}

	private static @Nullable Object[] row(UUID scan, int number, Integration item) {
		List<Association> associations = item.associations();
		return new @Nullable Object[] { scan.toString(), item.region().code(), number, item.kind().name(),
				item.arn().toString(), item.name(), item.name().toLowerCase(Locale.ROOT), clean(item.source()),
				clean(item.eventBridgeBus()), item.applicationType(), clean(item.description()),
				(item.tags() != null) ? clean(JSON.writeValueAsString(item.tags())) : null,
				(item.createdAt() != null) ? time(item.createdAt()) : null,
				(item.lastModifiedAt() != null) ? time(item.lastModifiedAt()) : null,
				(associations != null) ? associations.size() : null, item.exported(),
				(associations != null)
						? clean(JSON.writeValueAsString(associations.stream().map(StoredAssociation::of).toList()))
						: null,
				clean(searchText(item)) };
	}

	private static String searchText(Integration item) {
		return String
			.join("\n", item.name(), item.arn().toString(), (item.source() != null) ? item.source() : "",
					(item.description() != null) ? item.description() : "")
			.toLowerCase(Locale.ROOT);
	}

	/** PostgreSQL stores no NUL in text. */
	static @Nullable String clean(@Nullable String text) {
		return (text != null) ? text.replace('\u0000', '\uFFFD') : null;
	}

	void identify(UUID scan, String accountId) {
		this.jdbc.sql("update scan set account_id = ? where id = ?").params(accountId, scan.toString()).update();
	}

	void finish(UUID scan, Instant at) {
		this.jdbc.sql(
				"update scan set state = 'FINISHED', finished_at = ?, running_key = null where id = ? and state = 'RUNNING'")
			.params(time(at), scan.toString())
			.update();
	}

	/** A scan whose region's holders are still looked for needs its process too. */
	void heartbeat(UUID owner, Instant at) {
		this.jdbc
			.sql("""
					update scan set heartbeat_at = ? where owner = ? and (state = 'RUNNING' or exists (select 1 from scan_region
						where scan_region.scan_id = scan.id and scan_region.holder_state = 'SEARCHING'))
					""")
			.params(time(at), owner.toString())
			.update();
	}

	/**
	 * Marks scans as interrupted whose process is silent.
	 * @return how many
	 */
	int interruptSilentSince(Instant at) {
		return this.jdbc.sql(
				"update scan set state = 'INTERRUPTED', running_key = null where state = 'RUNNING' and heartbeat_at < ?")
			.param(time(at))
			.update();
	}

	void interruptAll() {
		this.jdbc.sql("update scan set state = 'INTERRUPTED', running_key = null where state = 'RUNNING'").update();
	}

	void interrupt(UUID id) {
		this.jdbc.sql("update scan set state = 'INTERRUPTED', running_key = null where state = 'RUNNING' and id = ?")
			.param(id.toString())
			.update();
	}

	void interruptOf(UUID owner) {
		this.jdbc.sql("update scan set state = 'INTERRUPTED', running_key = null where state = 'RUNNING' and owner = ?")
			.param(owner.toString())
			.update();
	}

	/** Removes all but the newest scans of an account that are not running. */
	void trim(AccountAlias account, int keep) {
		List<String> old = this.jdbc.sql(
				"select id from scan where account_alias = ? and state <> 'RUNNING' order by started_at desc, id offset ? rows")
			.params(account.value(), keep)
			.query((row, number) -> row.getString(1))
			.list();
		old.forEach((id) -> this.jdbc.sql("delete from scan where id = ?").param(id).update());
	}

	/**
	 * Removes scans that ended before a time, except the newest of each whole account.
	 * @return how many
	 */
	int trim(Instant before) {
		return this.jdbc.sql("""
				delete from scan where state <> 'RUNNING' and started_at < ? and exists (select 1 from scan newer
					where newer.account_alias = scan.account_alias and newer.whole_account
						and newer.started_at > scan.started_at)
				""").param(time(before)).update();
	}

	Optional<Scan> find(UUID id) {
		return scans("where id = ?", id.toString()).stream().findFirst();
	}

	/** What tells whether anything has happened to some scans. */
	Map<UUID, Version> versions(Set<UUID> ids) {
		return this.jdbc.sql("""
				select id, state, last_event, last_holder_event, (select count(*) from scan_region r
					where r.scan_id = scan.id and r.holder_state = 'SEARCHING') searching
				from scan where id in (:ids)
				""")
			.param("ids", ids.stream().map(UUID::toString).toList())
			.query((row, number) -> Map.entry(UUID.fromString(row.getString("id")),
					new Version(row.getString("state"), row.getInt("last_event"), row.getInt("last_holder_event"),
							row.getInt("searching"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Regions that are settled, by the number of the event. */
	Map<Integer, RegionScan> settled(UUID id) {
		return events(id, "settled_event");
	}

	/**
	 * Regions whose holders have been looked for, in the order in which the searches
	 * ended.
	 */
	Map<Integer, RegionScan> searched(UUID id) {
		return events(id, "holder_event");
	}

	private Map<Integer, RegionScan> events(UUID id, String column) {
		return this.jdbc.sql("select * from scan_region where scan_id = ? and " + column + " is not null")
			.param(id.toString())
			.query((row, number) -> Map.entry(row.getInt(column), region(row)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	Optional<Scan> latest(AccountAlias account) {
		return scans("where account_alias = ? and whole_account order by started_at desc, id fetch first 1 rows only",
				account.value())
			.stream()
			.findFirst();
	}

	List<Scan> history(AccountAlias account, int page, int size) {
		return scans("where account_alias = ? order by started_at desc, id offset ? rows fetch first ? rows only",
				account.value(), (long) page * size, size);
	}

	int historySize(AccountAlias account) {
		return this.jdbc.sql("select count(*) from scan where account_alias = ?")
			.param(account.value())
			.query(Integer.class)
			.single();
	}

	private List<Scan> scans(String where, Object... parameters) {
		List<ScanRow> rows = this.jdbc.sql("select * from scan " + where)
			.params(parameters)
			.query((row, number) -> ScanRow.of(row))
			.list();
		return rows.stream().map((row) -> row.toScan(regions(row.id()))).toList();
	}

	private List<RegionScan> regions(UUID scan) {
		return this.jdbc.sql("select * from scan_region where scan_id = ? order by position")
			.param(scan.toString())
			.query((row, number) -> region(row))
			.list();
	}

	private static RegionScan region(ResultSet row) throws SQLException {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		count(row, "data_integrations", Kind.DATA_INTEGRATION, counts);
		count(row, "event_integrations", Kind.EVENT_INTEGRATION, counts);
		count(row, "applications", Kind.APPLICATION, counts);
		String outcome = row.getString("outcome");
		Long took = row.getObject("took_ms", Long.class);
		return new RegionScan(new Region(row.getString("region")),
				(outcome != null) ? RegionOutcome.valueOf(outcome) : null, counts,
				row.getObject("associations", Integer.class), row.getInt("calls"), row.getInt("refused"),
				(took != null) ? Duration.ofMillis(took) : null, proof(row.getString("proof")),
				failures(row.getString("failures")), holders(row));
	}

	private static @Nullable HolderSearch holders(ResultSet row) throws SQLException {
		String state = row.getString("holder_state");
		Long took = row.getObject("holder_took_ms", Long.class);
		return (state == null) ? null
				: new HolderSearch(HolderSearch.State.valueOf(state), row.getInt("holder_calls"),
						row.getInt("holder_refused"), (took != null) ? Duration.ofMillis(took) : null,
						proof(row.getString("holder_proof")), failures(row.getString("holder_failures")));
	}

	private static List<ListProof> proof(@Nullable String json) {
		return (json == null) ? List.of() : JSON.readValue(json, new TypeReference<List<ListProof>>() {
		});
	}

	private static List<ScanFailure> failures(@Nullable String json) {
		return (json == null) ? List.of() : JSON.readValue(json, new TypeReference<List<ScanFailure>>() {
		});
	}

	private static void count(ResultSet row, String column, Kind kind, Map<Kind, Integer> counts) throws SQLException {
		Integer count = row.getObject(column, Integer.class);
		if (count != null) {
			counts.put(kind, count);
		}
	}

	static OffsetDateTime time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable String name(@Nullable RegionOutcome outcome) {
		return (outcome != null) ? outcome.name() : null;
	}

	/**
	 * What differs whenever something has happened to a scan; searches that are
	 * interrupted are no event.
	 */
	record Version(String state, int events, int holderEvents, int searching) {

	}

	private record ScanRow(UUID id, AccountAlias account, @Nullable String accountId, ScanState state, String startedBy,
			Instant startedAt, @Nullable Instant finishedAt, boolean wholeAccount, List<Scan.Excluded> excluded) {

		static ScanRow of(ResultSet row) throws SQLException {
			List<ExcludedJson> excluded = JSON.readValue(row.getString("excluded"), new TypeReference<>() {
			});
			return new ScanRow(UUID.fromString(row.getString("id")), new AccountAlias(row.getString("account_alias")),
					row.getString("account_id"), ScanState.valueOf(row.getString("state")), row.getString("started_by"),
					row.getTimestamp("started_at").toInstant(), instant(row, "finished_at"),
					row.getBoolean("whole_account"), excluded.stream().map(ExcludedJson::toExcluded).toList());
		}

		Scan toScan(List<RegionScan> regions) {
			return new Scan(this.id, this.account, this.accountId, this.state, this.startedBy, this.startedAt,
					this.finishedAt, regions, this.excluded, this.wholeAccount);
		}

	}

	private record ExcludedJson(String region, String reason) {

		static ExcludedJson of(Scan.Excluded excluded) {
			return new ExcludedJson(excluded.region().code(), excluded.reason());
		}

		Scan.Excluded toExcluded() {
			return new Scan.Excluded(new Region(this.region), this.reason);
		}

	}

}
