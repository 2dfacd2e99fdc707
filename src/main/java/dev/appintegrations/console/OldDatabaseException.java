package dev.appintegrations.console;

/**
 * The database is older than what the console's statements need.
 */
class OldDatabaseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OldDatabaseException(String found, int needed) {
		super("PostgreSQL %d or newer is needed; the database is PostgreSQL %s".formatted(needed, found));
	}

}
