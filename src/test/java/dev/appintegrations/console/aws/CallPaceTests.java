package dev.appintegrations.console.aws;

import java.util.PriorityQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallPaceTests {

	private static final long SECOND = 1_000_000_000L;

	private final CallPace pace = new CallPace();

	@Test
	void beginsWithAFewCallsInFlight() {
		for (int i = 0; i < CallPace.FIRST_WINDOW; i++) {
			assertThat(this.pace.ask(0)).isZero();
		}
		assertThat(this.pace.ask(0)).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void doublesTheCallsInFlightWithEachRoundOfAnswers() {
		int sent = sendAll(0);
		for (int i = 0; i < sent; i++) {
			this.pace.answered(true);
		}
		assertThat(sendAll(0)).isEqualTo(2 * sent);
	}

	@Test
	void opensAtOnceAsWideAsAnotherRegionHasProved() {
		this.pace.hint(new CallPace.Hint(false, 33, Double.MAX_VALUE, 2), 0);
		assertThat(sendAll(0)).isEqualTo(33);
	}

	@Test
	void waitsForATokenAfterTheFirstRefusal() {
		sendAll(0);
		this.pace.answered(true);
		this.pace.refused(0);
		long wait = this.pace.ask(0);
		assertThat(wait).isBetween(SECOND / 2, SECOND * 6 / 10);
		assertThat(this.pace.ask(wait + 1)).isZero();
	}

	@Test
	void makesThoseBehindPayForACallThatIsPushed() {
		sendAll(0);
		this.pace.answered(true);
		this.pace.refused(0);
		this.pace.push(SECOND * 4 / 10);
		assertThat(this.pace.ask(SECOND * 6 / 10)).as("its token is spent").isPositive();
	}

	@Test
	void triesAgainWithinSecondsHoweverLongAwsHasRefused() {
		sendAll(0);
		for (int i = 0; i < CallPace.FIRST_WINDOW; i++) {
			this.pace.refused(0);
		}
		long now = 0;
		for (int i = 0; i < 100; i++) {
			long wait = this.pace.ask(now);
			assertThat(wait).as("after %s refusals", i).isLessThan(3 * SECOND);
			now += wait + 1;
			assertThat(this.pace.ask(now)).isZero();
			this.pace.refused(now);
		}
	}

	@Test
	void takesOverARateThatAnotherRegionHasLearned() {
		this.pace.hint(new CallPace.Hint(true, 5, 2, 2), 0);
		assertThat(sendAll(0)).isEqualTo(5);
	}

	@Test
	void keepsItsRateOverAPauseThatFillsTheBucket() {
		this.pace.hint(new CallPace.Hint(true, 5, 2, 1), 0);
		sendAll(0);
		long later = 60 * SECOND;
		for (int i = 0; i < 5; i++) {
			this.pace.answered(true);
		}
		int burst = sendAll(later);
		for (int i = 0; i < burst - 1; i++) {
			this.pace.answered(true);
		}
		this.pace.refused(later + SECOND / 10);
		assertThat(burst).isEqualTo(5);
		assertThat(this.pace.ask(later + SECOND)).isZero();
	}

	@Test
	void forgetsWhatItLearnedAfterALongQuiet() {
		sendAll(0);
		for (int i = 0; i < CallPace.FIRST_WINDOW; i++) {
			this.pace.refused(0);
		}
		long later = 700 * SECOND;
		assertThat(this.pace.ask(later)).isZero();
		assertThat(sendAll(later)).isEqualTo(CallPace.FIRST_WINDOW - 1);
	}

	/**
	 * A region with a token bucket, simulated: all calls get through, few are refused,
	 * and the time is near what the bucket allows.
	 */
	@ParameterizedTest
	@CsvSource({ "2, 5, 33", "2, 5, 100", "5, 10, 100", "10, 20, 300", "1, 2, 40" })
	void keepsToAnyTokenBucketWithFewRefusals(double rate, int burst, int calls) {
		long roundTrip = SECOND / 10;
		double tokens = burst;
		long last = 0;
		long now = 0;
		int answered = 0;
		int refused = 0;
		int outstanding = calls;
		PriorityQueue<long[]> inFlight = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
		while (answered < calls) {
			while (outstanding > 0 && this.pace.ask(now) == 0) {
				outstanding--;
				tokens = Math.min(burst, tokens + (now - last) / 1e9 * rate);
				last = now;
				boolean passes = tokens >= 1;
				tokens -= passes ? 1 : 0;
				inFlight.add(new long[] { now + roundTrip, passes ? 1 : 0 });
			}
			long wait = (outstanding > 0) ? this.pace.ask(now) : Long.MAX_VALUE;
			if (wait == 0) {
				throw new IllegalStateException("Asked twice");
			}
			long wake = (wait == Long.MAX_VALUE) ? Long.MAX_VALUE : now + wait;
			if (!inFlight.isEmpty() && inFlight.peek()[0] <= wake) {
				long[] answer = inFlight.remove();
				now = answer[0];
				if (answer[1] == 1) {
					answered++;
					this.pace.answered(true);
				}
				else {
					refused++;
					outstanding++;
					this.pace.refused(now);
				}
			}
			else {
				now = wake;
			}
		}
		double bound = (calls - burst) / rate;
		assertThat(now / 1e9).as("seconds, of at least %s", bound).isLessThan(bound * 1.15 + 2);
		assertThat(refused).as("refused of %s", calls).isLessThanOrEqualTo(Math.max(12, calls / 6));
	}

	private int sendAll(long now) {
		int sent = 0;
		while (this.pace.ask(now) == 0) {
			sent++;
		}
		return sent;
	}

}
