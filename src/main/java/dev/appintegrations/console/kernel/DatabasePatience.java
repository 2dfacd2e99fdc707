package dev.appintegrations.console.kernel;

import java.time.Duration;

/**
 * How long a request waits for a database that has gone silent: for one answer, not for
 * each of those that it would still ask for. Somebody waits for a request, and nobody for
 * a job.
 */
public final class DatabasePatience {

	/** What a request waits for an answer: with the page that says so, less than 2 s. */
	public static final Duration REQUEST = Duration.ofMillis(1500);

	private static final ThreadLocal<DatabasePatience> CURRENT = new ThreadLocal<>();

	private boolean over;

	private DatabasePatience() {
	}

	/**
	 * Has this thread serve a request, within no other.
	 * @return ends it
	 */
	public static Scope serve() {
		CURRENT.set(new DatabasePatience());
		return CURRENT::remove;
	}

	/**
	 * Whether this thread serves a request.
	 * @return false of jobs and scans
	 */
	public static boolean isLimited() {
		return CURRENT.get() != null;
	}

	/**
	 * Whether this thread serves a request that has waited in vain.
	 * @return true if it is to ask for nothing more
	 */
	public static boolean isOver() {
		DatabasePatience current = CURRENT.get();
		return current != null && current.over;
	}

	/**
	 * Has the request that this thread serves, if it serves one, ask the database for
	 * nothing more.
	 */
	public static void end() {
		DatabasePatience current = CURRENT.get();
		if (current != null) {
			current.over = true;
		}
	}

}
