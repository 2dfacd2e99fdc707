package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.Observation.AtWork;
import dev.appintegrations.console.deletion.Observation.GivenUp;
import dev.appintegrations.console.deletion.Observation.Gone;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.Verdict.Ask;
import dev.appintegrations.console.deletion.Verdict.End;
import dev.appintegrations.console.deletion.Verdict.Wait;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.StepKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Decides what follows for a step from what a fresh read shows. Calls nothing and stores
 * nothing.
 */
@Component
class StepJudge {

	private final DeletionProperties properties;

	StepJudge(DeletionProperties properties) {
		this.properties = properties;
	}

	/**
	 * What follows from a fresh read.
	 * @param step the step, not ended
	 * @param seen what was read
	 * @param now the time
	 */
	Verdict seen(DeletionStep step, Observation seen, Instant now) {
		return switch (seen) {
			case Gone gone -> gone(step, gone.note());
			case AtWork work ->
				patient(step, waitsOnly(step) ? StepState.FAILED : StepState.UNKNOWN, work.words(), now);
			case GivenUp up -> new End(StepState.FAILED, up.words(), up.usages());
			case There there -> there(step, there, now);
		};
	}

	/**
	 * What follows when nothing could be read.
	 * @param step the step, not ended
	 * @param failure why
	 * @param now the time
	 */
	Verdict.Settled unread(DeletionStep step, AwsFailure failure, Instant now) {
		boolean touched = step.phase() != Phase.UNTOUCHED || waitsOnly(step);
		StepState end = touched ? StepState.UNKNOWN : StepState.FAILED;
		String what = touched ? "Whether it is gone could not be read" : "It could not be read before it was touched";
		return switch (failure) {
			case AwsFailure.CredentialsExpired expired -> new Wait("The credentials have expired.");
			case AwsFailure.Denied denied -> new End(end, what + ": " + denied.words());
			default -> patient(step, now) ? new Wait("AWS could not be read: " + failure.sentence())
					: new End(end, what + " for " + minutes() + ": " + failure.words());
		};
	}

	/**
	 * What follows when AWS has said no. AppIntegrations has no code for what is in use,
	 * so what may pass is tried again, each time after listing again what holds it;
	 * message texts decide nothing.
	 * @param step the step, not ended
	 * @param failure what AWS has said
	 * @param now the time
	 */
	Verdict.Settled refused(DeletionStep step, AwsFailure failure, Instant now) {
		return switch (failure) {
			case AwsFailure.CredentialsExpired expired -> new Wait("The credentials have expired.");
			case AwsFailure.Denied denied -> new End(StepState.FAILED, denied.words());
			case AwsFailure.Throttled throttled -> again(step, "AWS asks to slow down: " + throttled.sentence(), now);
			case AwsFailure.NotFound notFound ->
				again(step, "AWS says that it is not there; that is looked at again.", now);
			case AwsFailure.QuotaExceeded quota -> again(step, quota.sentence(), now);
			case AwsFailure.NotEnabled off -> again(step, off.sentence(), now);
			case AwsFailure.Unreachable unreachable -> again(step, unreachable.words(), now);
			case AwsFailure.TimedOut timedOut -> again(step, timedOut.words(), now);
			case AwsFailure.Other other -> again(step, "AWS says: " + other.sentence(), now);
		};
	}

	private Verdict.Settled again(DeletionStep step, String words, Instant now) {
		return patient(step, now) ? new Wait(words) : new End(StepState.FAILED, words);
	}

	/**
	 * What AWS was asked for and is gone was not gone before, whatever AWS answered: an
	 * error of its own may come after the deed.
	 */
	private static Verdict gone(DeletionStep step, @Nullable String note) {
		if (step.attempts() == 0) {
			return new End(waitsOnly(step) ? StepState.DONE : StepState.ALREADY_GONE, note);
		}
		return new End(StepState.DONE, (note == null && step.phase() == Phase.UNTOUCHED)
				? "AWS had not said yes; a fresh read no longer shows it." : note);
	}

	private Verdict there(DeletionStep step, There there, Instant now) {
		if (!there.digest().equals(step.planned().expected())) {
			return changed(step);
		}
		return switch (step.phase()) {
			case UNTOUCHED -> untouched(step, there.children(), now);
			case ASKED -> unanswered(step, there.children(), now);
			case ACCEPTED ->
				patient(step, now) ? new Wait("AWS has accepted the deletion, and still shows it.") : new End(
						StepState.UNKNOWN, "AWS accepted the deletion, and still showed it after " + minutes() + ".");
		};
	}

	private static Verdict changed(DeletionStep step) {
		return switch (step.phase()) {
			case UNTOUCHED ->
				new End(StepState.BLOCKED, "It is no longer what was confirmed. Nothing was done. Make a new plan.");
			case ASKED -> new End(StepState.UNKNOWN,
					"AWS did not answer, and what is there now is not what was confirmed. It is not deleted again.");
			case ACCEPTED -> (step.planned().kind() == StepKind.DELETE_EVENT_INTEGRATION)
					? new End(StepState.DONE,
							"AWS has deleted it; another one with the same name was created since and is not touched.")
					: new End(StepState.UNKNOWN,
							"AWS accepted the deletion, and what is there now is not what was confirmed.");
		};
	}

	private Verdict untouched(DeletionStep step, List<String> children, Instant now) {
		String difference = difference(step.planned(), children);
		if (difference != null) {
			return new End(StepState.BLOCKED, difference + " Make a new plan.");
		}
		return free(step.planned(), children) ? new Ask() : held(step, StepState.FAILED, children, now);
	}

	/**
	 * AWS was asked and did not answer, and the thing is still there. AWS may lag; after
	 * that, it is asked once more, if it is still what was confirmed. Event integrations
	 * have no id, so one that is still or again there can't be told from a new one with
	 * the same content.
	 */
	private Verdict unanswered(DeletionStep step, List<String> children, Instant now) {
		if (now.isBefore(Objects.requireNonNull(step.askedAt()).plus(this.properties.lag()))) {
			return new Wait("AWS did not answer whether it was deleted. It is still there; AWS may lag.");
		}
		if (step.planned().kind() == StepKind.DELETE_EVENT_INTEGRATION) {
			return new End(StepState.UNKNOWN,
					"AWS did not answer, and an event integration of this name is there, still or again. It is not deleted again without a new confirmation.");
		}
		if (step.repeats() > 0) {
			return new End(StepState.UNKNOWN,
					"AWS did not answer, and it is still there. It is not asked again without a new confirmation.");
		}
		String difference = difference(step.planned(), children);
		if (difference != null) {
			return new End(StepState.UNKNOWN, "AWS did not answer. " + difference + " It is not asked again.");
		}
		return free(step.planned(), children) ? new Ask() : held(step, StepState.UNKNOWN, children, now);
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

	private Verdict held(DeletionStep step, StepState end, List<String> children, Instant now) {
		return patient(step, end, "It is still held: " + children.size()
				+ ((children.size() == 1) ? " thing hangs" : " things hang") + " on it that other steps remove.", now);
	}

	private Verdict patient(DeletionStep step, StepState end, String words, Instant now) {
		return patient(step, now) ? new Wait(words) : new End(end, words + " It was waited for " + minutes() + ".");
	}

	private boolean patient(DeletionStep step, Instant now) {
		Instant since = step.waitingSince();
		return since == null || now.isBefore(since.plus(this.properties.patience()));
	}

	private String minutes() {
		return this.properties.patience().toMinutes() + " minutes";
	}

	private static boolean waitsOnly(DeletionStep step) {
		return step.planned().kind() == StepKind.AWAIT_DISSOCIATION;
	}

	private static boolean force(PlannedStep planned) {
		return planned.kind() == StepKind.FORCE_DELETE_APPLICATION;
	}

}
