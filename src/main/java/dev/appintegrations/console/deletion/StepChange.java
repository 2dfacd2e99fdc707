package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.DeletionStep.Usage;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * Changes a copy of a step, and refuses what can't follow its state.
 */
final class StepChange {

	private final PlannedStep planned;

	private StepState state;

	private Phase phase;

	private int attempts;

	private int repeats;

	private int waits;

	private @Nullable Instant startedAt;

	private @Nullable Instant finishedAt;

	private @Nullable Instant askedAt;

	private @Nullable Instant waitingSince;

	private @Nullable Instant nextTryAt;

	private @Nullable String detail;

	private @Nullable Answer answer;

	private @Nullable String taskId;

	private List<Usage> usages;

	private @Nullable UUID auditEntry;

	private int version;

	private StepChange(DeletionStep step) {
		this.planned = step.planned();
		this.state = step.state();
		this.phase = step.phase();
		this.attempts = step.attempts();
		this.repeats = step.repeats();
		this.waits = step.waits();
		this.startedAt = step.startedAt();
		this.finishedAt = step.finishedAt();
		this.askedAt = step.askedAt();
		this.waitingSince = step.waitingSince();
		this.nextTryAt = step.nextTryAt();
		this.detail = step.detail();
		this.answer = step.answer();
		this.taskId = step.taskId();
		this.usages = step.usages();
		this.auditEntry = step.auditEntry();
		this.version = step.version();
	}

	static StepChange of(DeletionStep step) {
		return new StepChange(step);
	}

	/** Its turn has come. */
	StepChange run(Instant at) {
		refuseEnded("run");
		this.state = StepState.RUNNING;
		this.startedAt = (this.startedAt != null) ? this.startedAt : at;
		this.nextTryAt = null;
		return this;
	}

	/** AWS is about to be asked. */
	StepChange ask(Instant at, UUID entry) {
		refuseEnded("ask");
		if (this.phase == Phase.ACCEPTED) {
			throw new IllegalStateException("AWS has accepted the call of step " + this.planned.number());
		}
		this.repeats += (this.phase == Phase.ASKED) ? 1 : 0;
		this.phase = Phase.ASKED;
		this.attempts++;
		this.askedAt = at;
		this.auditEntry = entry;
		this.answer = null;
		return this;
	}

	/** AWS has said yes. */
	StepChange accept(Answer yes, @Nullable String task) {
		refuseEnded("accept");
		this.phase = Phase.ACCEPTED;
		this.answer = yes;
		this.taskId = task;
		this.auditEntry = null;
		return progress();
	}

	/** AWS has said no. */
	StepChange refuse(Answer no) {
		refuseEnded("refuse");
		this.phase = Phase.UNTOUCHED;
		this.answer = no;
		this.auditEntry = null;
		return this;
	}

	/** AWS said something, or nothing, that decides nothing. */
	StepChange heard(Answer words) {
		this.answer = words;
		return this;
	}

	StepChange progress() {
		this.waits = 0;
		this.waitingSince = null;
		return this;
	}

	StepChange await(Instant now, Instant next, String why) {
		refuseEnded("wait");
		this.state = StepState.WAITING;
		this.waits++;
		this.waitingSince = (this.waitingSince != null) ? this.waitingSince : now;
		this.nextTryAt = next;
		this.detail = why;
		return this;
	}

	StepChange end(StepState end, Instant at, @Nullable String why) {
		refuseEnded("end");
		if (!end.ended()) {
			throw new IllegalArgumentException(end + " is not an end");
		}
		this.state = end;
		this.finishedAt = at;
		this.nextTryAt = null;
		this.detail = why;
		this.auditEntry = (end == StepState.UNKNOWN) ? this.auditEntry : null;
		return this;
	}

	/**
	 * Takes a step up again that was not done. What AWS has tried and given up is asked
	 * for anew; what it was asked without an answer is only read again, never asked
	 * again.
	 */
	StepChange reopen() {
		if (!this.state.ended() || this.state.gone()) {
			throw new IllegalStateException(
					"Step " + this.planned.number() + " is " + this.state + " and can't be retried");
		}
		if (this.state == StepState.FAILED) {
			this.phase = Phase.UNTOUCHED;
			this.repeats = 0;
			this.taskId = null;
			this.usages = List.of();
		}
		this.repeats = (this.phase == Phase.ASKED) ? Math.max(1, this.repeats) : this.repeats;
		this.state = StepState.PENDING;
		this.finishedAt = null;
		this.detail = null;
		return progress();
	}

	StepChange usages(List<Usage> found) {
		this.usages = found;
		return this;
	}

	StepChange version(int number) {
		this.version = number;
		return this;
	}

	private void refuseEnded(String what) {
		if (this.state.ended()) {
			throw new IllegalStateException(
					"Step " + this.planned.number() + " is " + this.state + " and can't " + what);
		}
	}

	DeletionStep build() {
		return new DeletionStep(this.planned, this.state, this.phase, this.attempts, this.repeats, this.waits,
				this.startedAt, this.finishedAt, this.askedAt, this.waitingSince, this.nextTryAt, this.detail,
				this.answer, this.taskId, this.usages, this.auditEntry, this.version);
	}

}
