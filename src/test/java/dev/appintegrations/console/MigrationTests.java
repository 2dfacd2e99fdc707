package dev.appintegrations.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class MigrationTests {

	/** What was before replicas could be updated one by one. */
	private static final MigrationVersion FREE = MigrationVersion.fromVersion("9");

	private static final Pattern NARROWING = Pattern
		.compile("\\b(drop|rename|truncate)\\b|set not null|alter column \\w+ (set data )?type\\b");

	private static final Pattern ADDING = Pattern.compile("\\badd\\b.*\\bnot null\\b");

	@Test
	void takeAnEmptyDatabaseToTheNewestVersionAndHaveNothingMoreToDo() {
		DataSource database = Database.fresh();
		Flyway flyway = Flyway.configure().dataSource(database).load();
		assertThat(flyway.info().pending()).isEmpty();
		assertThat(flyway.info().applied()).extracting(MigrationInfo::getVersion).hasSizeGreaterThan(7);
		assertThat(flyway.migrate().migrationsExecuted).isZero();
	}

	@Test
	void letAVersionStartOnADatabaseThatTheNextOneHasMigrated(@TempDir Path next) throws IOException {
		DataSource database = Database.fresh();
		Files.writeString(next.resolve("V999__next.sql"), "alter table scan add column of_the_next varchar(10);");
		assertThat(Flyway.configure()
			.dataSource(database)
			.locations("classpath:db/migration", "filesystem:" + next)
			.load()
			.migrate().migrationsExecuted).isEqualTo(1);
		Flyway flyway = Flyway.configure().dataSource(database).load();
		assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
		assertThat(flyway.migrate().migrationsExecuted).isZero();
	}

	@Test
	void onlyExpandSinceReplicasOfTwoVersionsShareADatabase() throws IOException {
		for (Resource migration : migrations()) {
			if (version(migration).isNewerThan(FREE)) {
				assertThat(narrows(text(migration))).as("%s narrows what the version before uses", migration).isFalse();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table scan drop column owner;", "alter table scan rename to scans;",
			"alter table scan alter column owner set not null;", "alter table scan alter column owner type text;",
			"alter table scan alter column owner set data type text;",
			"alter table scan add column colour varchar(10) not null;" })
	void areSaidToNarrow(String sql) {
		assertThat(narrows(sql)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table scan add column colour varchar(10);",
			"alter table scan add column colour varchar(10) default 'red' not null;",
			"alter table scan add column colour varchar(10) not null default 'red';",
			"create table colour (id varchar(36) primary key, name varchar(10) not null);",
			"create index scan_by_owner on scan (owner);", "-- drop nothing\nupdate scan set owner = '';" })
	void areSaidToExpand(String sql) {
		assertThat(narrows(sql)).isFalse();
	}

	private static boolean narrows(String sql) {
		return Arrays.stream(sql.replaceAll("(?m)--.*$", "").toLowerCase(Locale.ROOT).split(";"))
			.map((statement) -> statement.strip().replaceAll("\\s+", " "))
			.filter((statement) -> !statement.startsWith("create "))
			.anyMatch((statement) -> NARROWING.matcher(statement).find()
					|| (ADDING.matcher(statement).find() && !statement.contains("default")));
	}

	private static Resource[] migrations() throws IOException {
		return new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
	}

	private static MigrationVersion version(Resource migration) {
		return MigrationVersion.fromVersion(String.valueOf(migration.getFilename()).substring(1).split("__")[0]);
	}

	private static String text(Resource migration) throws IOException {
		return migration.getContentAsString(StandardCharsets.UTF_8);
	}

}
