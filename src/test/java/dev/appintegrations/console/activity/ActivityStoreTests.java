package dev.appintegrations.console.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import dev.appintegrations.console.kernel.AccountAlias;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class ActivityStoreTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private static final ActivityQuery ALL = new ActivityQuery(null, null, null, null, null, null, null);

	private JdbcClient jdbc;

	private ActivityStore store;

	@BeforeEach
	void migrate() {
		this.jdbc = JdbcClient.create(Database.fresh());
		this.store = new ActivityStore(this.jdbc);
	}

	@Test
	void keepsEverythingOfAnEntryAndItsOutcome() {
		UUID id = add("operator", "EDIT_ROLE", "demo", "the role", NOON);
		ActivityNotes notes = new ActivityNotes();
		notes.before("old words");
		notes.after(Map.of("description", "new words"));
		notes.awsRequestId("id-1");
		notes.awsRequestId(null);
		notes.awsRequestId("id-2");
		this.store.complete(id, NOON.plusSeconds(2), Outcome.DONE, "in time", notes);
		assertThat(this.store.find(id)).hasValue(new ActivityEntry(id, NOON, "operator", "robot", "192.0.2.7",
				"EDIT_ROLE", "demo", "the role", Map.of("asked", "for"), Outcome.DONE, "in time", "old words",
				"{\"description\":\"new words\"}", List.of("id-1", "id-2"), NOON.plusSeconds(2)));
	}

	@Test
	void readsAnIntentWithoutOutcomeAsUnknown() {
		UUID id = add("operator", "SCAN", "demo", "all regions", NOON);
		assertThat(this.store.find(id)).hasValueSatisfying((entry) -> {
			assertThat(entry.outcome()).isEqualTo(Outcome.UNKNOWN);
			assertThat(entry.completedAt()).isNull();
		});
		assertThat(found(new ActivityQuery(null, null, null, Outcome.UNKNOWN, null, null, null)))
			.containsExactly("all regions");
	}

	@Test
	void takesOneOutcomeOfAnEntryAndKeepsIt() {
		UUID id = add("operator", "SCAN", "demo", "all regions", NOON);
		this.store.complete(id, NOON, Outcome.FAILED, null, new ActivityNotes());
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.store.complete(id, NOON, Outcome.DONE, null, new ActivityNotes()));
		assertThat(this.store.find(id))
			.hasValueSatisfying((entry) -> assertThat(entry.outcome()).isEqualTo(Outcome.FAILED));
	}

	@Test
	void takesNoOutcomeWithoutAnEntryAndLosesNoEntryThatHasOne() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.store.complete(UUID.randomUUID(), NOON, Outcome.DONE, null, new ActivityNotes()));
		UUID id = add("operator", "SCAN", "demo", "all regions", NOON);
		this.store.complete(id, NOON, Outcome.DONE, null, new ActivityNotes());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from activity").update());
	}

	@Test
	void hasNoCodeThatChangesOrRemovesEntries() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
			assertThat(sources.filter((file) -> file.toString().matches(".*\\.(java|sql)"))
				.filter((file) -> !file.endsWith("V4__audit_trail.sql"))
				.filter((file) -> text(file)
					.matches("(?is).*\\b(update|delete\\s+from|merge\\s+into|truncate\\s+table)\\s+activity\\b.*"))
				.toList()).isEmpty();
		}
	}

	static Stream<Arguments> filters() {
		return Stream.of(Arguments.of(ALL, List.of("d", "c 100%", "b", "a")),
				Arguments.of(new ActivityQuery("admin", null, null, null, null, null, null), List.of("d", "b")),
				Arguments.of(new ActivityQuery("adm", null, null, null, null, null, null), List.of()),
				Arguments.of(new ActivityQuery(null, "SIGN_IN", null, null, null, null, null), List.of("d")),
				Arguments.of(new ActivityQuery(null, null, "C 100%", null, null, null, null), List.of("c 100%")),
				Arguments.of(new ActivityQuery(null, null, "%", null, null, null, null), List.of("c 100%")),
				Arguments.of(new ActivityQuery(null, null, "_", null, null, null, null), List.of()),
				Arguments.of(new ActivityQuery(null, null, null, Outcome.REFUSED, null, null, null), List.of("b")),
				Arguments.of(new ActivityQuery(null, null, null, Outcome.UNKNOWN, null, null, null),
						List.of("d", "c 100%", "a")),
				Arguments.of(new ActivityQuery(null, null, null, null, new AccountAlias("sandbox"), null, null),
						List.of("d", "c 100%")),
				Arguments.of(new ActivityQuery(null, null, null, null, null, NOON.plusSeconds(1), NOON.plusSeconds(3)),
						List.of("c 100%", "b")),
				Arguments.of(new ActivityQuery("admin", "SCAN", "b", Outcome.REFUSED, new AccountAlias("demo"), NOON,
						NOON.plusSeconds(2)), List.of("b")));
	}

	@ParameterizedTest
	@MethodSource("filters")
	void findsTheNewestFirst(ActivityQuery query, List<String> targets) {
		add("operator", "SCAN", "demo", "a", NOON);
		UUID refused = add("admin", "SCAN", "demo", "b", NOON.plusSeconds(1));
		this.store.complete(refused, NOON, Outcome.REFUSED, null, new ActivityNotes());
		add("operator", "SCAN", "sandbox", "c 100%", NOON.plusSeconds(2));
		add("admin", "SIGN_IN", null, "d", NOON.plusSeconds(3));
		assertThat(found(query)).containsExactlyElementsOf(targets);
		assertThat(this.store.count(query)).isEqualTo(targets.size());
	}

	@Test
	void keepsTheOrderOfWhatHappenedAtTheSameTimeOverPages() {
		for (int i = 0; i < 5; i++) {
			add("operator", "SCAN", "demo", "scan " + i, NOON);
		}
		assertThat(Stream.of(0, 2, 4).flatMap((offset) -> this.store.find(ALL, offset, 2).stream()))
			.extracting(ActivityEntry::target)
			.containsExactly("scan 4", "scan 3", "scan 2", "scan 1", "scan 0");
	}

	@Test
	void namesEachOperationOnce() {
		add("operator", "SIGN_IN", null, "a", NOON);
		add("operator", "SCAN", "demo", "b", NOON);
		add("operator", "SCAN", "demo", "c", NOON);
		assertThat(this.store.operations()).containsExactly("SCAN", "SIGN_IN");
	}

	@Test
	void shortensWhatIsTooLongAndReplacesWhatPostgreSqlDoesNotTake() {
		UUID id = add("x".repeat(101), "SCAN", "demo", "y".repeat(2046) + "\uD83D\uDE00z\u0000", NOON);
		ActivityNotes notes = new ActivityNotes();
		notes.after("z\u0000".repeat(100_000));
		this.store.complete(id, NOON, Outcome.FAILED, "d".repeat(3000), notes);
		assertThat(this.store.find(id)).hasValueSatisfying((entry) -> {
			assertThat(entry.actor()).isEqualTo("x".repeat(99) + "\u2026");
			assertThat(entry.target()).isEqualTo("y".repeat(2046) + "\u2026");
			assertThat(entry.detail()).hasSize(2000).endsWith("\u2026");
			assertThat(entry.after()).hasSize(100_000).startsWith("z\uFFFD").endsWith("\u2026");
		});
	}

	@Test
	void keepsEntriesOfTheVersionBefore() {
		DataSource old = Database.at("3");
		JdbcClient jdbc = JdbcClient.create(old);
		String columns = "insert into activity (id, at, actor, permission, account_alias, target, parameters, outcome, detail, completed_at) ";
		String done = UUID.randomUUID().toString();
		String open = UUID.randomUUID().toString();
		jdbc.sql(columns + "values (?, now(), 'operator', 'SCAN', 'demo', 'all', '{}', 'DONE', 'well', now())")
			.param(done)
			.update();
		jdbc.sql(columns + "values (?, now(), 'operator', 'SCAN', 'demo', 'all', '{}', null, null, null)")
			.param(open)
			.update();
		Flyway.configure().dataSource(old).load().migrate();
		ActivityStore after = new ActivityStore(jdbc);
		assertThat(after.find(UUID.fromString(done))).hasValueSatisfying((entry) -> {
			assertThat(entry.operation()).isEqualTo("SCAN");
			assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
			assertThat(entry.detail()).isEqualTo("well");
		});
		assertThat(after.find(UUID.fromString(open)))
			.hasValueSatisfying((entry) -> assertThat(entry.outcome()).isEqualTo(Outcome.UNKNOWN));
	}

	private UUID add(String actor, String operation, @Nullable String account, String target, Instant at) {
		UUID id = UUID.randomUUID();
		this.store.add(new ActivityEntry(id, at, actor, "robot", "192.0.2.7", operation, account, target,
				Map.of("asked", "for"), Outcome.UNKNOWN, null, null, null, List.of(), null));
		return id;
	}

	private List<String> found(ActivityQuery query) {
		Function<ActivityEntry, String> target = ActivityEntry::target;
		return this.store.find(query, 0, 50).stream().map(target).toList();
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
