package dev.appintegrations.console;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Databases of tests: embedded H2, or on the PostgreSQL server that
 * {@link PostgresServer} names, for the same tests. Every application context of the
 * tests gets properties {@code test.database.NAME}, the URL of a database that whoever
 * uses the name shares.
 */
public final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String PROPERTY = "test.database.";

	private static final Map<String, String> SHARED = new ConcurrentHashMap<>();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment().getPropertySources().addLast(new PropertySource<>("testDatabases", SHARED) {

			@Override
			public @Nullable Object getProperty(String name) {
				return name.startsWith(PROPERTY) ? shared(name.substring(PROPERTY.length())) : null;
			}

		});
	}

	/**
	 * The URL of the database of a name, empty at its first use.
	 */
	public static String shared(String name) {
		return SHARED.computeIfAbsent(name, Database::create);
	}

	/**
	 * A database of a test's own, with all migrations.
	 */
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
		return new DriverManagerDataSource(create(UUID.randomUUID().toString()));
	}

	private static String create(String name) {
		String server = PostgresServer.url();
		return (server != null) ? create(server, "test-" + name) : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
	}

	private static String create(String server, String name) {
		try (Connection connection = DriverManager.getConnection(server);
				Statement statement = connection.createStatement()) {
			statement.execute("drop database if exists \"" + name + "\" with (force)");
			statement.execute("create database \"" + name + "\"");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL makes no database for tests", ex);
		}
		return server.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
	}

}
