package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.StepGateway.Accepted;
import dev.appintegrations.console.deletion.plan.StepKind;

import org.springframework.stereotype.Component;

/**
 * Brings one step one try further: reads afresh, and only if that shows what was
 * confirmed, asks AWS once. The intent is in the database before the call and the answer
 * after it, so whoever takes over knows what may have happened.
 */
@Component
class StepRunner {

	private final Map<StepKind, StepGateway> gateways = new EnumMap<>(StepKind.class);

	private final AccountIdentity identity;

	private final StepJudge judge;

	private final StepRecorder recorder;

	private final Backoff backoff;

	private final Clock clock;

	StepRunner(List<StepGateway> gateways, AccountIdentity identity, StepJudge judge, StepRecorder recorder,
			Backoff backoff, Clock clock) {
		gateways.forEach((gateway) -> gateway.kinds().forEach((kind) -> this.gateways.put(kind, gateway)));
		this.identity = identity;
		this.judge = judge;
		this.recorder = recorder;
		this.backoff = backoff;
		this.clock = clock;
	}

	/**
	 * Tries a step whose turn it is.
	 * @param deletion its deletion
	 * @param step the step, not ended
	 * @return the step as it is stored now
	 * @throws PausedException if something must be mended first
	 * @throws DeletionStore.OvertakenException if another runner has taken over
	 */
	DeletionStep attempt(Deletion deletion, DeletionStep step) {
		verify(deletion);
		return look(deletion, this.recorder.save(deletion, StepChange.of(step).run(this.clock.instant())));
	}

	/** Gone means gone only in the account of the plan. */
	private void verify(Deletion deletion) {
		try {
			String accountId = this.identity.verifyNow(deletion.account());
			if (!accountId.equals(deletion.plan().accountId())) {
				throw new PausedException("WRONG_ACCOUNT: the credentials belong to account " + accountId
						+ ", and this was confirmed for account " + deletion.plan().accountId() + ".");
			}
		}
		catch (AwsFailedException ex) {
			AwsFailure failure = ex.failure();
			String prefix = AccountIdentity.MISMATCH.equals(failure.call().code()) ? "WRONG_ACCOUNT: " : "";
			throw new PausedException(prefix + failure.words());
		}
	}

	private DeletionStep look(Deletion deletion, DeletionStep step) {
		Observation seen;
		try {
			seen = gateway(step).observe(deletion.account(), step);
		}
		catch (AwsFailedException ex) {
			AwsFailure failure = ex.failure();
			DeletionStep after = carryOut(deletion, step, StepChange.of(step).heard(answer(failure)),
					this.judge.unread(step, failure, this.clock.instant()));
			pauseWithoutCredentials(failure);
			return after;
		}
		return carryOut(deletion, step, StepChange.of(step), this.judge.seen(step, seen, this.clock.instant()));
	}

	private DeletionStep carryOut(Deletion deletion, DeletionStep step, StepChange change, Verdict verdict) {
		return switch (verdict) {
			case Verdict.Ask ask -> ask(deletion, step);
			case Verdict.Wait wait -> this.recorder.save(deletion, waiting(change, step, wait));
			case Verdict.End end -> this.recorder.ended(deletion, step, ending(change, end));
		};
	}

	private DeletionStep ask(Deletion deletion, DeletionStep step) {
		DeletionStep asked = this.recorder.intend(deletion, step, this.clock.instant());
		if (asked == null) {
			return this.recorder.ended(deletion, step, ending(StepChange.of(step), cancelled(step)));
		}
		Accepted yes;
		try {
			yes = gateway(asked).act(deletion.account(), asked);
		}
		catch (AwsFailedException ex) {
			return refused(deletion, asked, ex.failure());
		}
		DeletionStep accepted = this.recorder.answered(deletion, asked,
				StepChange.of(asked).accept(new Answer("OK", "", yes.requestId()), yes.taskId()), Outcome.DONE, null);
		return (yes.taskId() != null)
				? this.recorder.save(deletion,
						waiting(StepChange.of(accepted), accepted, new Verdict.Wait("IAM has taken the task.")))
				: look(deletion, accepted);
	}

	private static Verdict.End cancelled(DeletionStep step) {
		return (step.phase() == Phase.ASKED)
				? new Verdict.End(StepState.UNKNOWN,
						"AWS did not answer, and it is still there. It was cancelled before AWS was asked again.")
				: new Verdict.End(StepState.CANCELLED, "It was cancelled before AWS was asked.");
	}

	private DeletionStep refused(Deletion deletion, DeletionStep step, AwsFailure failure) {
		Answer answer = answer(failure);
		if (answer.requestId() == null && mayHaveArrived(step, failure)) {
			return this.recorder.save(deletion, waiting(StepChange.of(step).heard(answer), step,
					new Verdict.Wait("AWS did not answer whether it was deleted: " + failure.message() + ".")));
		}
		StepChange change = StepChange.of(step).refuse(answer);
		Outcome outcome = (failure instanceof AwsFailure.Throttled) ? Outcome.THROTTLED : Outcome.FAILED;
		DeletionStep after = this.recorder.answered(deletion, step,
				settled(change, step, this.judge.refused(step, failure, this.clock.instant())), outcome,
				failure.message());
		pauseWithoutCredentials(failure);
		return after;
	}

	/**
	 * Whether AWS may have got the call: not where a read before it has failed, nor where
	 * there were no credentials or no address to send it with.
	 */
	private static boolean mayHaveArrived(DeletionStep step, AwsFailure failure) {
		return failure.call().operation().equals(step.planned().kind().operation())
				&& !(failure instanceof AwsFailure.CredentialsExpired) && !"UNKNOWN_HOST".equals(failure.call().code());
	}

	private static void pauseWithoutCredentials(AwsFailure failure) {
		if (failure instanceof AwsFailure.CredentialsExpired expired) {
			throw new PausedException(expired.message() + ". " + expired.advice());
		}
	}

	private StepChange settled(StepChange change, DeletionStep step, Verdict.Settled verdict) {
		return switch (verdict) {
			case Verdict.Wait wait -> waiting(change, step, wait);
			case Verdict.End end -> ending(change, end);
		};
	}

	private StepChange waiting(StepChange change, DeletionStep step, Verdict.Wait wait) {
		Instant now = this.clock.instant();
		return change.await(now, now.plus(this.backoff.next(step.planned().kind(), step.waits())), wait.why());
	}

	private StepChange ending(StepChange change, Verdict.End end) {
		return change.usages(end.usages()).end(end.state(), this.clock.instant(), end.why());
	}

	private static Answer answer(AwsFailure failure) {
		return new Answer(failure.call().code(), failure.message(), failure.call().requestId());
	}

	private StepGateway gateway(DeletionStep step) {
		return Objects.requireNonNull(this.gateways.get(step.planned().kind()));
	}

	/**
	 * Nothing can be done until something is mended.
	 */
	static final class PausedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		PausedException(String reason) {
			super(reason);
		}

	}

}
