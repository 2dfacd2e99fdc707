package dev.appintegrations.console.aws;

import java.time.Duration;

/**
 * Decides when a call to one region may go out. Until AWS has refused one, the number of
 * calls in flight doubles with each round trip, as in TCP's slow start, from what other
 * regions of the account have proved; after the first refusal calls follow a token bucket
 * whose burst is what had passed and whose rate is measured from one refusal to the next.
 * Time is handed in, in nanoseconds; not thread-safe.
 */
final class CallPace {

	/**
	 * Calls in flight to begin with: the three lists and one more. Near regions answer
	 * first and tell the far ones more, so that a small beginning costs a scan of all of
	 * them no time but has less refused.
	 */
	static final int FIRST_WINDOW = 4;

	/**
	 * The rate to assume after the first refusal. AWS publishes none for AppIntegrations;
	 * two a second is Amazon Connect's default.
	 */
	static final double FIRST_RATE = 2;

	/**
	 * The rate never sinks lower, so that after an hour of refusals the next try is
	 * seconds away: half of the lowest rate that AWS publishes for what is called here,
	 * one change a second of Customer Profiles.
	 */
	static final double LEAST_RATE = 0.5;

	/** Answers at one rate before it counts as good, and a higher one may be tried. */
	private static final int ANSWERS_AT_RATE = 8;

	private static final double BIG_STEP = 2;

	private static final double SMALL_STEP = 1.25;

	private static final double LOWER = 0.7;

	/** Answers that make a measurement of the rate. */
	private static final int ENOUGH = 4;

	/** A little slower than AWS fills its bucket, so that jitter is not refused. */
	private static final double MARGIN = 1.02;

	/** What was learned is forgotten after this much quiet. */
	private static final long FORGET = Duration.ofMinutes(10).toNanos();

	private int window = FIRST_WINDOW;

	private int inFlight;

	/**
	 * Calls in flight that went out before the last refusal was known; they tell nothing
	 * of the rate.
	 */
	private int strays;

	private int answeredInBurst;

	private boolean limited;

	private boolean measuringBurst;

	private double burst;

	private double rate = FIRST_RATE;

	private double goodRate = FIRST_RATE;

	/** By how much to raise the rate next; 1 once a slightly higher one was refused. */
	private double step = BIG_STEP;

	/** Since when the rate is measured: AWS's bucket was empty, or full. */
	private long lastEmpty;

	/** Answers since then, less those that a full bucket pays for. */
	private int answeredSinceEmpty;

	private int answersAtRate;

	private double tokens;

	private long lastFill;

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
		if (this.tokens >= 1) {
			this.tokens -= 1;
			send(now);
			return 0;
		}
		return Math.max(1, (long) ((1 - this.tokens) * nanosPerToken()));
	}

	/**
	 * Sends a call out of turn.
	 * @param now the time
	 */
	void push(long now) {
		if (this.limited) {
			fill(now);
			this.tokens = Math.max(0, this.tokens - 1);
		}
		send(now);
	}

	/**
	 * A call was answered, well or not, and not refused.
	 * @param mayProbe whether a higher rate may be tried now
	 */
	void answered(boolean mayProbe) {
		this.inFlight--;
		if (!this.limited) {
			this.window++;
			this.answeredInBurst++;
			return;
		}
		if (this.strays > 0) {
			this.strays--;
			this.burst += this.measuringBurst ? 1 : 0;
			return;
		}
		this.answeredSinceEmpty++;
		if (++this.answersAtRate >= ANSWERS_AT_RATE) {
			this.goodRate = this.rate;
			if (mayProbe) {
				this.rate *= this.step;
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
			this.measuringBurst = true;
			return;
		}
		if (this.strays > 0) {
			this.strays--;
			return;
		}
		double measured = this.answeredSinceEmpty * 1e9 / Math.max(1, now - this.lastEmpty);
		double least = (this.answeredSinceEmpty < ENOUGH) ? this.goodRate * LOWER : 0;
		if (probing()) {
			this.step = (this.step > SMALL_STEP) ? SMALL_STEP : 1;
		}
		this.goodRate = Math.max(LEAST_RATE, Math.max(measured, least));
		this.rate = this.goodRate;
		this.measuringBurst = false;
		empty(now);
	}

	/**
	 * Whether a rate is being tried that is not known to be good.
	 */
	boolean probing() {
		return this.rate > this.goodRate;
	}

	/**
	 * Takes over what another region of the account has learned, unless this one knows
	 * better.
	 */
	void hint(Hint hint, long now) {
		forgetIfQuiet(now);
		if (this.limited) {
			if (hint.limited()) {
				this.step = Math.min(this.step, hint.step());
				if (hint.rate() > this.rate) {
					this.rate = hint.rate();
					this.goodRate = hint.rate();
				}
			}
			return;
		}
		if (hint.limited()) {
			limit(now, hint.burst(), hint.rate());
			this.step = hint.step();
			this.tokens = Math.max(0, hint.burst() - this.inFlight - this.answeredInBurst);
			this.answeredSinceEmpty = -(int) this.tokens;
		}
		else {
			this.window = Math.max(this.window, (int) hint.burst());
		}
	}

	/**
	 * What other regions may learn from this one.
	 */
	Hint learned() {
		return this.limited ? new Hint(true, this.burst, this.goodRate, this.step)
				: new Hint(false, this.answeredInBurst, Double.MAX_VALUE, BIG_STEP);
	}

	private void limit(long now, double burst, double rate) {
		this.limited = true;
		this.burst = burst;
		this.rate = rate;
		this.goodRate = rate;
		this.measuringBurst = false;
		this.step = BIG_STEP;
		empty(now);
	}

	private void empty(long now) {
		this.strays = this.inFlight;
		this.answersAtRate = 0;
		this.answeredSinceEmpty = 0;
		this.lastEmpty = now;
		this.tokens = 0;
		this.lastFill = now;
	}

	private void send(long now) {
		this.inFlight++;
		this.lastUse = now;
	}

	private void fill(long now) {
		this.tokens += (now - this.lastFill) / nanosPerToken();
		if (this.tokens > this.burst) {
			this.tokens = this.burst;
			this.lastEmpty = now;
			this.answeredSinceEmpty = -(int) this.burst;
		}
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
			this.lastUse = now;
		}
	}

	/**
	 * What is known of a region's rate.
	 *
	 * @param limited whether AWS has refused a call
	 * @param burst calls that passed in one go
	 * @param rate calls per second
	 * @param step by how much a higher rate may be tried
	 */
	record Hint(boolean limited, double burst, double rate, double step) {

	}

}
