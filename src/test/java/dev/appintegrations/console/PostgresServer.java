package dev.appintegrations.console;

import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of tests, if they are to run on one.
 */
public final class PostgresServer {

	private static final String PROPERTY = "test.postgresql";

	private PostgresServer() {
	}

	/**
	 * Where the server is, with the credentials of somebody who may create databases.
	 * @return such as {@code jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres}, or
	 * {@code null} if tests run on H2
	 */
	public static @Nullable String url() {
		return System.getProperty(PROPERTY);
	}

}
