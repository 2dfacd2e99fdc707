package dev.appintegrations.console.aws;

import java.time.Duration;

/**
 * Decides when a call to one region may go out. Until AWS has refused one, the number of
 * calls in flight doubles with each round trip, as in TCP's slow start, from what other
 * regions of the account have proved; after the first refusal calls follow a token bucket
 * whose burst is what had passed and whose rate is learned. Time is handed in, in
 * nanoseconds; not thread-safe.
 */
final class CallPace {

	/** Calls in flight to begin with: the three lists and a few more. */
	static final int FIRST_WINDOW = 7;

	/**
	 * The rate to assume after the first refusal. AWS publishes none for AppIntegrations;
	 * two a second is Amazon Connect's default.
	 */
	static final double FIRST_RATE = 2;

	/** Answers at one rate before a higher one is tried. */
	private static final int ANSWERS_BEFORE_RAISE = 8;

	private static final double RAISE = 1.25;

	private static final double LOWER = 0.6;

	/** A little slower than AWS fills its bucket, so that jitter is not refused. */
	private static final double MARGIN = 1.015;

	/** What was learned is forgotten after this much quiet. */
	private static final long FORGET = Duration.ofMinutes(10).toNanos();

	private int window = FIRST_WINDOW;

	private int inFlight;

	/**
	 * Calls in flight that went out before the limit was known; they tell nothing of it.
	 */
	private int strays;

	private int answeredInBurst;

	private boolean limited;

	private double burst;

	private double rate = FIRST_RATE;

	private double goodRate = FIRST_RATE;

	private int answersAtRate;

	private boolean raised;

	private double tokens;

	private long lastFill;

	private long blockedUntil = Long.MIN_VALUE;

	private long lastUse = Long.MIN_VALUE;

	/**
	 * Asks to send a call.
	 * @param now the time
	 * @return 0 if it may go now and is counted as sent, otherwise nanoseconds until
	 * asking again makes sense; {@link Long#MAX_VALUE} for when another call is answered
	 */
	long ask(long now) {
		forgetIfQuiet(now);
		if (!this.limited) {
			if (this.inFlight >= this.window) {
				return Long.MAX_VALUE;
			}
			send(now);
			return 0;
		}
		fill(now);
		if (this.blockedUntil > now) {
			return this.blockedUntil - now;
		}
		if (this.tokens >= 1) {
			this.tokens -= 1;
			send(now);
			return 0;
		}
		return Math.max(1, (long) ((1 - this.tokens) * nanosPerToken()));
	}

	/**
	 * A call was answered, well or not, and not refused.
	 */
	void answered() {
		this.inFlight--;
		if (!this.limited) {
			this.window++;
			this.answeredInBurst++;
			return;
		}
		if (this.strays > 0) {
			this.strays--;
			return;
		}
		if (++this.answersAtRate >= ANSWERS_BEFORE_RAISE) {
			this.goodRate = this.rate;
			if (!this.raised) {
				this.rate *= RAISE;
			}
			this.answersAtRate = 0;
		}
	}

	/**
	 * A call was refused by AWS's throttling.
	 * @param now the time
	 */
	void refused(long now) {
		this.inFlight--;
		if (!this.limited) {
			limit(now, Math.max(1, this.answeredInBurst), FIRST_RATE);
		}
		else if (this.strays > 0) {
			this.strays--;
		}
		else if (this.rate > this.goodRate) {
			this.rate = this.goodRate;
			this.raised = true;
		}
		else if (this.blockedUntil <= now) {
			this.rate *= LOWER;
			this.goodRate = this.rate;
			this.raised = false;
		}
		this.answersAtRate = 0;
		this.tokens = 0;
		this.lastFill = now;
		this.blockedUntil = now + (long) nanosPerToken();
	}

	/**
	 * Takes over what another region of the account has learned, unless this one knows
	 * better.
	 */
	void hint(Hint hint, long now) {
		forgetIfQuiet(now);
		if (this.limited) {
			return;
		}
		if (hint.limited()) {
			limit(now, hint.burst(), hint.rate());
			this.tokens = Math.max(0, hint.burst() - this.inFlight - this.answeredInBurst);
		}
		else {
			this.window = Math.max(this.window, (int) hint.burst());
		}
	}

	/**
	 * What other regions may learn from this one.
	 */
	Hint learned() {
		return this.limited ? new Hint(true, this.burst, this.goodRate)
				: new Hint(false, this.answeredInBurst, Double.MAX_VALUE);
	}

	private void limit(long now, double burst, double rate) {
		this.limited = true;
		this.burst = burst;
		this.rate = rate;
		this.goodRate = rate;
		this.strays = this.inFlight;
		this.tokens = 0;
		this.lastFill = now;
	}

	private void send(long now) {
		this.inFlight++;
		this.lastUse = now;
	}

	private void fill(long now) {
		this.tokens = Math.min(this.burst, this.tokens + (now - this.lastFill) / nanosPerToken());
		this.lastFill = now;
	}

	private double nanosPerToken() {
		return MARGIN * 1e9 / this.rate;
	}

	private void forgetIfQuiet(long now) {
		if (this.lastUse != Long.MIN_VALUE && this.inFlight == 0 && now - this.lastUse > FORGET) {
			this.limited = false;
			this.window = FIRST_WINDOW;
			this.answeredInBurst = 0;
			this.raised = false;
			this.lastUse = now;
		}
	}

	/**
	 * What is known of a region's rate.
	 *
	 * @param limited whether AWS has refused a call
	 * @param burst calls that passed in one go
	 * @param rate calls per second
	 */
	record Hint(boolean limited, double burst, double rate) {

	}

}
