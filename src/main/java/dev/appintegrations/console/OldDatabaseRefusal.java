package dev.appintegrations.console;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

import org.springframework.stereotype.Component;

/**
 * Refuses a PostgreSQL that has no {@code merge}, before Flyway makes anything in it.
 */
@Component
class OldDatabaseRefusal extends BaseCallback {

	/**
	 * The first version with {@code merge} (PostgreSQL's release notes of version 15).
	 */
	private static final int NEEDED = 15;

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
	}

	@Override
	public void handle(Event event, Context context) {
		try {
			refuse(context.getConnection().getMetaData());
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database's version could not be read", ex);
		}
	}

	static void refuse(DatabaseMetaData database) throws SQLException {
		if ("PostgreSQL".equals(database.getDatabaseProductName()) && database.getDatabaseMajorVersion() < NEEDED) {
			throw new OldDatabaseException(database.getDatabaseProductVersion(), NEEDED);
		}
	}

}
