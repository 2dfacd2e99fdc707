package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.RequiredActions;

/**
 * Writes down which calls go out, and lets something happen just before or after one.
 */
final class Witness implements StepGateway {

	private final StepGateway gateway;

	private final Log log;

	Witness(StepGateway gateway, Log log) {
		this.gateway = gateway;
		this.log = log;
	}

	@Override
	public Set<StepKind> kinds() {
		return this.gateway.kinds();
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return this.gateway.requiredActions();
	}

	@Override
	public Observation observe(AccountAlias account, DeletionStep step) {
		return this.gateway.observe(account, step);
	}

	@Override
	public Accepted act(AccountAlias account, DeletionStep step) {
		Act act = this.log.begin(step);
		this.log.interruption.before(act);
		act.sent = true;
		Accepted accepted;
		try {
			accepted = this.gateway.act(account, step);
		}
		catch (AwsFailedException ex) {
			act.unanswered = ex.failure().call().requestId() == null;
			throw ex;
		}
		act.accepted = true;
		this.log.interruption.after(act);
		act.told = true;
		return accepted;
	}

	/**
	 * What happens around a call, such as the death of the process.
	 */
	interface Interruption {

		Interruption NONE = new Interruption() {
		};

		default void before(Act act) {
		}

		default void after(Act act) {
		}

	}

	/**
	 * All calls of one deletion that change something.
	 */
	static final class Log {

		private final List<Act> acts = Collections.synchronizedList(new ArrayList<>());

		private volatile Interruption interruption = Interruption.NONE;

		private final LaneClock clock;

		Log(LaneClock clock) {
			this.clock = clock;
		}

		void interrupt(Interruption interruption) {
			this.interruption = interruption;
		}

		private Act begin(DeletionStep step) {
			Act act = new Act(step, this.clock.instant());
			this.acts.add(act);
			return act;
		}

		List<Act> acts() {
			synchronized (this.acts) {
				return List.copyOf(this.acts);
			}
		}

	}

	/**
	 * One call.
	 */
	static final class Act {

		final DeletionStep step;

		final Instant at;

		/** Whether it was about to leave the process. */
		volatile boolean sent;

		/** Whether AWS has said yes. */
		volatile boolean accepted;

		/** Whether the runner got to know. */
		volatile boolean told;

		/** Whether there was no answer. */
		volatile boolean unanswered;

		Act(DeletionStep step, Instant at) {
			this.step = step;
			this.at = at;
		}

		@Override
		public String toString() {
			return "act of step " + this.step.planned().number() + " " + this.step.planned().kind() + " at " + this.at
					+ (this.accepted ? " accepted" : "") + (this.told ? "" : " untold");
		}

	}

}
