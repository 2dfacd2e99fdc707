package dev.appintegrations.console.aws;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls of one piece of work.
 */
public final class CallMeter {

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	/**
	 * Calls that AWS answered, with what was asked or with an error other than
	 * throttling.
	 * @return a number
	 */
	public int answered() {
		return this.answered.get();
	}

	/**
	 * Calls that AWS throttled.
	 * @return a number
	 */
	public int refused() {
		return this.refused.get();
	}

	void countAnswered() {
		this.answered.incrementAndGet();
	}

	void countRefused() {
		this.refused.incrementAndGet();
	}

}
