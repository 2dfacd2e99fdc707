package dev.appintegrations.console.deletion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.RequiredActions;

/**
 * Gateways as a careless console would use them, to prove that the schedules notice.
 */
abstract class BrokenGateway implements StepGateway {

	final StepGateway gateway;

	BrokenGateway(StepGateway gateway) {
		this.gateway = gateway;
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
		return this.gateway.act(account, step);
	}

	private static There asConfirmed(DeletionStep step, List<String> children) {
		PlannedStep planned = step.planned();
		return new There(planned.expected(),
				(planned.kind() == StepKind.FORCE_DELETE_APPLICATION) ? planned.children() : children);
	}

	/** Takes for granted what was confirmed, and does not read before it asks. */
	static final class SkipsTheRead extends BrokenGateway {

		SkipsTheRead(StepGateway gateway) {
			super(gateway);
		}

		@Override
		public Observation observe(AccountAlias account, DeletionStep step) {
			boolean changes = step.planned().kind() != StepKind.AWAIT_DISSOCIATION;
			return (changes && step.phase() == Phase.UNTOUCHED && step.attempts() == 0) ? asConfirmed(step, List.of())
					: super.observe(account, step);
		}

	}

	/** Reads, and does not care what it sees. */
	static final class IgnoresTheFingerprint extends BrokenGateway {

		IgnoresTheFingerprint(StepGateway gateway) {
			super(gateway);
		}

		@Override
		public Observation observe(AccountAlias account, DeletionStep step) {
			Observation seen = super.observe(account, step);
			if (!(seen instanceof There there)) {
				return seen;
			}
			List<String> planned = new ArrayList<>(there.children());
			planned.retainAll(step.planned().children());
			return asConfirmed(step, planned);
		}

	}

	/** Sends a call once more though AWS has answered it. */
	static final class RepeatsCalls extends BrokenGateway {

		RepeatsCalls(StepGateway gateway) {
			super(gateway);
		}

		@Override
		public Accepted act(AccountAlias account, DeletionStep step) {
			Accepted accepted = super.act(account, step);
			try {
				super.act(account, step);
			}
			catch (RuntimeException ex) {
				// It is gone by now.
			}
			return accepted;
		}

	}

}
