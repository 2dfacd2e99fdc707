package dev.appintegrations.console.kernel;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What each line of the log says beside its message: what the work is about that wrote
 * it. Names of people, and anything that they typed, are not among it.
 */
public enum LogField {

	/** The alias of the account. */
	ACCOUNT("account"),

	/** The region's code. */
	REGION("region"),

	/** The id of the HTTP request. */
	REQUEST("requestId"),

	/** The id of the scan. */
	SCAN("scanId"),

	/** The id of the deletion. */
	DELETION("deletionId");

	private final String key;

	LogField(String key) {
		this.key = key;
	}

	/**
	 * Has this thread's lines, and those of threads that inherit from it, carry a value.
	 * @param value the value
	 * @return brings back what was before
	 */
	public Scope with(Object value) {
		String before = MDC.get(this.key);
		MDC.put(this.key, value.toString());
		return () -> restore(before);
	}

	private void restore(@Nullable String before) {
		if (before != null) {
			MDC.put(this.key, before);
		}
		else {
			MDC.remove(this.key);
		}
	}

}
