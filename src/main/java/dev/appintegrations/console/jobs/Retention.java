package dev.appintegrations.console.jobs;

import java.time.Instant;

/**
 * Something that is kept for a while.
 */
public interface Retention {

	/**
	 * Removes what is older than it must be kept.
	 * @param now the time
	 * @return how much was removed, and of what, for the log
	 */
	String trim(Instant now);

}
