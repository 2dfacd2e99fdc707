package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.Observation.AtWork;
import dev.appintegrations.console.deletion.Observation.GivenUp;
import dev.appintegrations.console.deletion.Observation.Gone;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.StepGateway.Accepted;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings one step one try further: reads afresh, and only if that shows what was
 * confirmed, asks AWS once. The intent is in the database before the call and the answer
 * after it, so whoever takes over knows what may have happened.
 */
@Component
class StepRunner {

	private final Map<StepKind, StepGateway> gateways = new EnumMap<>(StepKind.class);

	private final AccountIdentity identity;

	private final DeletionStore store;

	private final ActivityTrail trail;

	private final TransactionOperations transactions;

	private final DeletionProperties properties;

	private final Backoff backoff;

	private final Clock clock;

	StepRunner(List<StepGateway> gateways, AccountIdentity identity, DeletionStore store, ActivityTrail trail,
			TransactionOperations transactions, DeletionProperties properties, Backoff backoff, Clock clock) {
		gateways.forEach((gateway) -> gateway.kinds().forEach((kind) -> this.gateways.put(kind, gateway)));
		this.identity = identity;
		this.store = store;
		this.trail = trail;
		this.transactions = transactions;
		this.properties = properties;
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
		DeletionStep running = save(deletion, StepChange.of(step).run(this.clock.instant()));
		Observation seen;
		try {
			seen = gateway(running).observe(deletion.account(), running);
		}
		catch (AwsFailedException ex) {
			return unreadable(deletion, running, ex.failure());
		}
		return decide(deletion, running, seen);
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
			throw new PausedException(prefix + failure.message() + ". " + failure.advice());
		}
	}

	private DeletionStep unreadable(Deletion deletion, DeletionStep step, AwsFailure failure) {
		Answer answer = answer(failure);
		return switch (failure) {
			case AwsFailure.CredentialsExpired expired -> {
				await(deletion, StepChange.of(step).heard(answer), step, "The credentials have expired.");
				throw new PausedException(expired.message() + ". " + expired.advice());
			}
			case AwsFailure.Denied denied -> end(deletion, StepChange.of(step).heard(answer), step,
					unsettled(step) ? StepState.UNKNOWN : StepState.FAILED,
					"It could not be read before it was touched: " + denied.message() + " " + denied.advice());
			default -> patient(step)
					? await(deletion, StepChange.of(step).heard(answer), step,
							"AWS could not be read: " + failure.message() + ".")
					: end(deletion, StepChange.of(step).heard(answer), step,
							unsettled(step) ? StepState.UNKNOWN : StepState.FAILED, "AWS could not be read for "
									+ minutes() + ": " + failure.message() + ". " + failure.advice());
		};
	}

	private DeletionStep decide(Deletion deletion, DeletionStep step, Observation seen) {
		return switch (seen) {
			case Gone gone -> gone(deletion, step, gone.note());
			case AtWork work -> patient(step) ? await(deletion, StepChange.of(step), step, work.words())
					: end(deletion, StepChange.of(step), step, waitsOnly(step) ? StepState.FAILED : StepState.UNKNOWN,
							work.words() + " It was waited for " + minutes() + ".");
			case GivenUp up ->
				end(deletion, StepChange.of(step).usages(up.usages()), step, StepState.FAILED, up.words());
			case There there -> there(deletion, step, there);
		};
	}

	/**
	 * What AWS was asked for and is gone was not gone before, whatever AWS answered: an
	 * error of its own may come after the deed.
	 */
	private DeletionStep gone(Deletion deletion, DeletionStep step, @Nullable String note) {
		if (step.attempts() == 0) {
			return end(deletion, StepChange.of(step), step, waitsOnly(step) ? StepState.DONE : StepState.ALREADY_GONE,
					note);
		}
		return end(deletion, StepChange.of(step), step, StepState.DONE,
				(note == null && step.phase() == Phase.UNTOUCHED)
						? "AWS had not said yes; a fresh read no longer shows it." : note);
	}

	private DeletionStep there(Deletion deletion, DeletionStep step, There there) {
		PlannedStep planned = step.planned();
		if (!there.digest().equals(planned.expected())) {
			return changed(deletion, step);
		}
		return switch (step.phase()) {
			case UNTOUCHED -> untouched(deletion, step, there.children());
			case ASKED -> unanswered(deletion, step, there.children());
			case ACCEPTED -> patient(step)
					? await(deletion, StepChange.of(step), step, "AWS has accepted the deletion, and still shows it.")
					: end(deletion, StepChange.of(step), step, StepState.UNKNOWN,
							"AWS accepted the deletion, and still showed it after " + minutes() + ".");
		};
	}

	private DeletionStep untouched(Deletion deletion, DeletionStep step, List<String> children) {
		String difference = difference(step.planned(), children);
		if (difference != null) {
			return end(deletion, StepChange.of(step), step, StepState.BLOCKED, difference + " Make a new plan.");
		}
		return free(step.planned(), children) ? ready(deletion, step)
				: held(deletion, step, StepState.FAILED, children.size());
	}

	/** How what hangs on a thing differs from what was confirmed. */
	private static @Nullable String difference(PlannedStep planned, List<String> children) {
		List<String> unplanned = new ArrayList<>(children);
		unplanned.removeAll(planned.children());
		if (!unplanned.isEmpty()) {
			return "Something hangs on it that was not there when this was confirmed: " + unplanned.getFirst() + ".";
		}
		return (force(planned) && children.size() != planned.children().size())
				? "Its associations are not those that were confirmed." : null;
	}

	private static boolean free(PlannedStep planned, List<String> children) {
		return force(planned) || children.isEmpty();
	}

	private static boolean force(PlannedStep planned) {
		return planned.kind() == StepKind.FORCE_DELETE_APPLICATION;
	}

	private DeletionStep changed(Deletion deletion, DeletionStep step) {
		boolean named = step.planned().kind() == StepKind.DELETE_EVENT_INTEGRATION;
		return switch (step.phase()) {
			case UNTOUCHED -> end(deletion, StepChange.of(step), step, StepState.BLOCKED,
					"It is no longer what was confirmed. Nothing was done. Make a new plan.");
			case ASKED -> end(deletion, StepChange.of(step), step, StepState.UNKNOWN,
					"AWS did not answer, and what is there now is not what was confirmed. It is not deleted again.");
			case ACCEPTED -> named
					? end(deletion, StepChange.of(step), step, StepState.DONE,
							"AWS has deleted it; another one with the same name was created since and is not touched.")
					: end(deletion, StepChange.of(step), step, StepState.UNKNOWN,
							"AWS accepted the deletion, and what is there now is not what was confirmed.");
		};
	}

	private DeletionStep held(Deletion deletion, DeletionStep step, StepState end, int children) {
		String words = "It is still held: " + children + ((children == 1) ? " thing hangs" : " things hang")
				+ " on it that other steps remove.";
		return patient(step) ? await(deletion, StepChange.of(step), step, words)
				: end(deletion, StepChange.of(step), step, end, words + " It was waited for " + minutes() + ".");
	}

	/**
	 * AWS was asked and did not answer, and the thing is still there. AWS may lag; after
	 * that, it is asked once more, if it is still what was confirmed. Event integrations
	 * have no id, so one that is still or again there can't be told from a new one with
	 * the same content.
	 */
	private DeletionStep unanswered(Deletion deletion, DeletionStep step, List<String> children) {
		Instant resolved = Objects.requireNonNull(step.askedAt()).plus(this.properties.lag());
		if (this.clock.instant().isBefore(resolved)) {
			return await(deletion, StepChange.of(step), step,
					"AWS did not answer whether it was deleted. It is still there; AWS may lag.");
		}
		if (step.planned().kind() == StepKind.DELETE_EVENT_INTEGRATION) {
			return end(deletion, StepChange.of(step), step, StepState.UNKNOWN,
					"AWS did not answer, and an event integration of this name is there, still or again. It is not deleted again without a new confirmation.");
		}
		if (step.repeats() > 0) {
			return end(deletion, StepChange.of(step), step, StepState.UNKNOWN,
					"AWS did not answer, and it is still there. It is not asked again without a new confirmation.");
		}
		String difference = difference(step.planned(), children);
		if (difference != null) {
			return end(deletion, StepChange.of(step), step, StepState.UNKNOWN,
					"AWS did not answer. " + difference + " It is not asked again.");
		}
		return free(step.planned(), children) ? ready(deletion, step)
				: held(deletion, step, StepState.UNKNOWN, children.size());
	}

	private DeletionStep ready(Deletion deletion, DeletionStep step) {
		DeletionStep asked = intend(deletion, step);
		if (asked == null) {
			return (step.phase() == Phase.ASKED)
					? end(deletion, StepChange.of(step), step, StepState.UNKNOWN,
							"AWS did not answer, and it is still there. It was cancelled before AWS was asked again.")
					: end(deletion, StepChange.of(step), step, StepState.CANCELLED,
							"It was cancelled before AWS was asked.");
		}
		Accepted yes;
		try {
			yes = gateway(asked).act(deletion.account(), asked);
		}
		catch (AwsFailedException ex) {
			return refused(deletion, asked, ex.failure());
		}
		DeletionStep accepted = answered(deletion, asked,
				StepChange.of(asked).accept(new Answer("OK", "", yes.requestId()), yes.taskId()), Outcome.DONE, null);
		return (yes.taskId() != null) ? await(deletion, StepChange.of(accepted), accepted, "IAM has taken the task.")
				: confirm(deletion, accepted);
	}

	/**
	 * Writes down that AWS is about to be asked. Storing the step locks the deletion, so
	 * whoever cancels it does so before, and nothing is asked, or after.
	 * @return the step, or {@code null} if the deletion is cancelled
	 */
	private @Nullable DeletionStep intend(Deletion deletion, DeletionStep step) {
		return this.transactions.execute((status) -> {
			UUID entry = this.trail.intendWithin(operation(deletion, step));
			DeletionStep asked = this.store.save(deletion.id(),
					StepChange.of(step).ask(this.clock.instant(), entry).build());
			if (this.store.cancelled(deletion.id())) {
				status.setRollbackOnly();
				return null;
			}
			return asked;
		});
	}

	/** Looks at once whether AWS already agrees with itself. */
	private DeletionStep confirm(Deletion deletion, DeletionStep step) {
		try {
			return decide(deletion, step, gateway(step).observe(deletion.account(), step));
		}
		catch (AwsFailedException ex) {
			return unreadable(deletion, step, ex.failure());
		}
	}

	private DeletionStep refused(Deletion deletion, DeletionStep step, AwsFailure failure) {
		Answer answer = answer(failure);
		if (answer.requestId() == null && mayHaveArrived(step, failure)) {
			return await(deletion, StepChange.of(step).heard(answer), step,
					"AWS did not answer whether it was deleted: " + failure.message() + ".");
		}
		String words = failure.message() + " " + failure.advice();
		return switch (failure) {
			case AwsFailure.Denied denied -> answered(deletion, step,
					StepChange.of(step).refuse(answer).end(StepState.FAILED, this.clock.instant(), words),
					Outcome.FAILED, denied.message());
			case AwsFailure.CredentialsExpired expired -> {
				answered(deletion, step,
						waiting(StepChange.of(step).refuse(answer), step, "The credentials have expired."),
						Outcome.FAILED, expired.message());
				throw new PausedException(expired.message() + ". " + expired.advice());
			}
			case AwsFailure.Throttled throttled ->
				again(deletion, step, answer, Outcome.THROTTLED, "AWS asks to slow down: " + throttled.message());
			case AwsFailure.NotFound notFound -> again(deletion, step, answer, Outcome.FAILED,
					"AWS says that it is not there; that is looked at again.");
			case AwsFailure.QuotaExceeded quota -> again(deletion, step, answer, Outcome.FAILED, quota.message());
			case AwsFailure.NotEnabled off -> again(deletion, step, answer, Outcome.FAILED, off.message());
			case AwsFailure.Unreachable unreachable -> again(deletion, step, answer, Outcome.FAILED, words);
			case AwsFailure.TimedOut timedOut -> again(deletion, step, answer, Outcome.FAILED, words);
			case AwsFailure.Other other ->
				again(deletion, step, answer, Outcome.FAILED, "AWS says: " + other.message());
		};
	}

	/**
	 * Whether AWS may have got the call: not where a read before it has failed, nor where
	 * there were no credentials or no address to send it with.
	 */
	private static boolean mayHaveArrived(DeletionStep step, AwsFailure failure) {
		return failure.call().operation().equals(step.planned().kind().operation())
				&& !(failure instanceof AwsFailure.CredentialsExpired) && !"UNKNOWN_HOST".equals(failure.call().code());
	}

	/**
	 * AWS has said no in a way that may pass: AppIntegrations has no code for what is in
	 * use, so the next try lists again what holds it, and message texts decide nothing.
	 */
	private DeletionStep again(Deletion deletion, DeletionStep step, Answer no, Outcome outcome, String words) {
		StepChange change = StepChange.of(step).refuse(no);
		return patient(step) ? answered(deletion, step, waiting(change, step, words), outcome, no.message()) : answered(
				deletion, step, change.end(StepState.FAILED, this.clock.instant(), words), outcome, no.message());
	}

	private DeletionStep answered(Deletion deletion, DeletionStep asked, StepChange change, Outcome outcome,
			@Nullable String detail) {
		UUID entry = Objects.requireNonNull(asked.auditEntry());
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			DeletionStep built = change.build();
			ActivityNotes notes = new ActivityNotes();
			if (built.answer() != null) {
				notes.awsRequestId(built.answer().requestId());
			}
			DeletionStep saved = this.store.save(deletion.id(), built);
			this.trail.complete(entry, outcome, detail, notes);
			return saved;
		}));
	}

	private DeletionStep await(Deletion deletion, StepChange change, DeletionStep step, String why) {
		return save(deletion, waiting(change, step, why));
	}

	private StepChange waiting(StepChange change, DeletionStep step, String why) {
		Instant now = this.clock.instant();
		return change.await(now, now.plus(this.backoff.next(step.planned().kind(), step.waits())), why);
	}

	private DeletionStep end(Deletion deletion, StepChange change, DeletionStep step, StepState state,
			@Nullable String why) {
		UUID open = step.auditEntry();
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			DeletionStep saved = this.store.save(deletion.id(), change.end(state, this.clock.instant(), why).build());
			if (open != null && state.gone()) {
				this.trail.complete(open, Outcome.DONE, "AWS did not answer; a later read no longer shows it",
						new ActivityNotes());
			}
			return saved;
		}));
	}

	private DeletionStep save(Deletion deletion, StepChange change) {
		return Objects
			.requireNonNull(this.transactions.execute((status) -> this.store.save(deletion.id(), change.build())));
	}

	private boolean patient(DeletionStep step) {
		Instant since = step.waitingSince();
		return since == null || this.clock.instant().isBefore(since.plus(this.properties.patience()));
	}

	private String minutes() {
		return this.properties.patience().toMinutes() + " minutes";
	}

	private static boolean waitsOnly(DeletionStep step) {
		return step.planned().kind() == StepKind.AWAIT_DISSOCIATION;
	}

	private static boolean unsettled(DeletionStep step) {
		return step.phase() != Phase.UNTOUCHED;
	}

	private static Answer answer(AwsFailure failure) {
		return new Answer(failure.call().code(), failure.message(), failure.call().requestId());
	}

	private StepGateway gateway(DeletionStep step) {
		return Objects.requireNonNull(this.gateways.get(step.planned().kind()));
	}

	private static Operation operation(Deletion deletion, DeletionStep step) {
		PlannedStep planned = step.planned();
		return new Operation(deletion.confirmedBy(), Permission.CONFIRM_DELETION, planned.kind().name(),
				deletion.account(), planned.key(),
				Map.of("deletion", deletion.id().toString(), "step", String.valueOf(planned.number()), "call",
						planned.kind().service() + ":" + planned.kind().operation()));
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
