package dev.appintegrations.console;

import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An H2 database of a test's own, with all migrations.
 */
public final class Database {

	private Database() {
	}

	public static DataSource fresh() {
		DataSource source = empty();
		Flyway.configure().dataSource(source).load().migrate();
		return source;
	}

	/**
	 * A database as an older version left it.
	 * @param version the last migration of that version
	 * @return the database
	 */
	public static DataSource at(String version) {
		DataSource source = empty();
		Flyway.configure().dataSource(source).target(version).load().migrate();
		return source;
	}

	private static DataSource empty() {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		return source;
	}

}
