package dev.appintegrations.console.api;

import java.io.IOException;

/**
 * A body went over its limit while it was read.
 */
class BodyTooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	private final int limit;

	BodyTooLargeException(int limit) {
		super("More than " + limit + " bytes");
		this.limit = limit;
	}

	int limit() {
		return this.limit;
	}

}
