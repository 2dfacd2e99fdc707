package dev.appintegrations.console.deletion;

import java.util.Collection;

/**
 * Where a deletion stands.
 */
public enum DeletionState {

	/** Confirmed, not begun. */
	PENDING("not begun"),

	/** Steps are being done. */
	RUNNING("running"),

	/** AWS is not ready; it will be tried again. */
	WAITING("waiting"),

	/** Something must be mended first, such as credentials. */
	PAUSED("paused"),

	/** Everything is gone. */
	DELETED("deleted"),

	/** Everything was gone before. */
	ALREADY_GONE("was already gone"),

	/** AWS refused something. */
	FAILED("failed"),

	/** Somebody cancelled it. */
	CANCELLED("cancelled"),

	/** The world had changed. */
	BLOCKED("blocked"),

	/** Nobody knows whether something was done. */
	UNKNOWN("unknown");

	private final String words;

	DeletionState(String words) {
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
			case PENDING, RUNNING, WAITING, PAUSED -> false;
			case DELETED, ALREADY_GONE, FAILED, CANCELLED, BLOCKED, UNKNOWN -> true;
		};
	}

	/**
	 * What a deletion comes to whose steps have all ended: the worst counts.
	 * @param steps states that have all ended
	 * @return an ended state
	 */
	static DeletionState of(Collection<StepState> steps) {
		if (steps.contains(StepState.UNKNOWN)) {
			return UNKNOWN;
		}
		if (steps.contains(StepState.FAILED)) {
			return FAILED;
		}
		if (steps.contains(StepState.BLOCKED)) {
			return BLOCKED;
		}
		if (steps.contains(StepState.CANCELLED)) {
			return CANCELLED;
		}
		return steps.contains(StepState.DONE) ? DELETED : ALREADY_GONE;
	}

}
