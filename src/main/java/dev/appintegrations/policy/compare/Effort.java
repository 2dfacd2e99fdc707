package dev.appintegrations.policy.compare;

/**
 * How much longer automata may run, in steps of single places, so that no policy makes a
 * comparison slow.
 */
final class Effort {

	/** The longest policies that AWS accepts stay below it. */
	private static final int MOST = 20_000_000;

	private int left = MOST;

	void spend(int steps) {
		this.left -= steps;
	}

	boolean isExhausted() {
		return this.left <= 0;
	}

}
