package dev.appintegrations.console.deletion;

/**
 * Where a step stands.
 */
public enum StepState {

	/** It waits for its turn. */
	PENDING("not begun"),

	/** It is being done. */
	RUNNING("running"),

	/** It will be looked at again: AWS is not ready. */
	WAITING("waiting"),

	/** A fresh read no longer shows the thing. */
	DONE("done"),

	/** The thing was gone before its turn came. */
	ALREADY_GONE("was already gone"),

	/** AWS refused. */
	FAILED("failed"),

	/** The world is not as it was when the deletion was confirmed. */
	BLOCKED("blocked"),

	/** It was not done, and will not be. */
	CANCELLED("not done"),

	/** Nobody knows whether it was done. */
	UNKNOWN("unknown");

	private final String words;

	StepState(String words) {
		this.words = words;
	}

	/**
	 * The state for people.
	 * @return a word or two
	 */
	public String words() {
		return this.words;
	}

	/**
	 * Whether nothing more happens by itself.
	 * @return false while it is open
	 */
	public boolean ended() {
		return switch (this) {
			case PENDING, RUNNING, WAITING -> false;
			case DONE, ALREADY_GONE, FAILED, BLOCKED, CANCELLED, UNKNOWN -> true;
		};
	}

	/**
	 * Whether the thing is gone.
	 * @return true if later steps may rely on it
	 */
	public boolean gone() {
		return this == DONE || this == ALREADY_GONE;
	}

}
