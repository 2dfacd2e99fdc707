package dev.appintegrations.console.activity;

/**
 * What came of an act.
 */
public enum Outcome {

	/** It was done. */
	DONE("done"),

	/** The person or program may not do it, or was not let in. */
	REFUSED("refused"),

	/** It was not tried, since there were too many attempts. */
	THROTTLED("throttled"),

	/** It was tried and did not work. */
	FAILED("failed"),

	/**
	 * Nobody knows: the console was stopped while it was done, is still doing it, or AWS
	 * did not answer.
	 */
	UNKNOWN("outcome unknown");

	private final String words;

	Outcome(String words) {
		this.words = words;
	}

	/**
	 * The outcome for people.
	 * @return a word or two
	 */
	public String words() {
		return this.words;
	}

}
