package dev.appintegrations.console;

import dev.appintegrations.containers.Docker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of tests, if they are to run on one: that of a URL, or a
 * container.
 */
public final class PostgresServer implements ExecutionCondition {

	private static final String PROPERTY = "test.postgresql";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return inContainer() ? Docker.available(Docker.POSTGRESQL)
				: ConditionEvaluationResult.enabled("The database is there");
	}

	/**
	 * Where the server is, with the credentials of somebody who may create databases.
	 * @return such as {@code jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres}, or
	 * {@code null} if tests run on H2
	 */
	public static @Nullable String url() {
		return inContainer() ? Container.URL : System.getProperty(PROPERTY);
	}

	private static boolean inContainer() {
		return "container".equals(System.getProperty(PROPERTY));
	}

	/**
	 * One for all tests, which ends with them.
	 */
	private static final class Container {

		private static final String URL = start();

		private static String start() {
			@SuppressWarnings("resource")
			PostgreSQLContainer server = new PostgreSQLContainer(Docker.POSTGRESQL).withCommand("postgres", "-c",
					"fsync=off", "-c", "max_connections=500");
			server.start();
			return server.getJdbcUrl() + "&user=" + server.getUsername() + "&password=" + server.getPassword();
		}

	}

}
