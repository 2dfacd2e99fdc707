package dev.appintegrations.console.deletion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.DeletionStep;
import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.StepState;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A step of a deletion as pages show it.
 *
 * @param number its number
 * @param words what it does
 * @param subject to what
 * @param region where
 * @param tone of its state
 * @param status its state
 * @param waiting whether it will be looked at again
 * @param detail what happened, or {@code null}
 * @param tries how often it was tried, and when it is tried next, empty if never
 * @param started when its turn came, or {@code null}
 * @param took how long it took, or {@code null}
 * @param answer what AWS last said, or {@code null}
 * @param taskId IAM's deletion task, or {@code null}
 * @param usages what IAM says still uses the role
 */
record StepView(int number, String words, String subject, String region, String tone, String status, boolean waiting,
		@Nullable String detail, String tries, @Nullable Moment started, @Nullable String took, @Nullable Answer answer,
		@Nullable String taskId, List<UsageView> usages) {

	static StepView of(Account account, Deletion deletion, DeletionStep step, Instant now) {
		boolean waiting = step.state() == StepState.WAITING;
		Instant end = step.finishedAt();
		return new StepView(step.planned().number(), step.planned().kind().words(), step.planned().subject(),
				(step.planned().region() != null) ? step.planned().region().code() : "global", Tones.of(step.state()),
				step.state().words(), waiting, step.detail(), tries(step, now),
				(step.startedAt() != null) ? Moment.of(step.startedAt(), now) : null,
				(step.startedAt() != null && end != null) ? took(Duration.between(step.startedAt(), end)) : null,
				step.answer(), step.taskId(),
				step.usages()
					.stream()
					.map((usage) -> UsageView.of(account, deletion.plan().accountId(), usage))
					.toList());
	}

	private static String took(Duration duration) {
		return (duration.toMinutes() == 0) ? Moment.seconds(duration) : DeletionView.elapsed(duration);
	}

	private static String tries(DeletionStep step, Instant now) {
		String made = (step.attempts() > 0) ? "Attempt " + step.attempts()
				: (step.waits() > 0) ? "Looked at " + Moment.counted(step.waits(), "time") : "";
		if (step.state() != StepState.WAITING || step.nextTryAt() == null) {
			return made;
		}
		long seconds = Math.max(0, Math.ceilDiv(Duration.between(now, step.nextTryAt()).toMillis(), 1000));
		return (made.isEmpty() ? "Next" : made + ", next") + " try in " + seconds + " s";
	}

	/**
	 * Something that IAM says still uses the role.
	 *
	 * @param region as IAM tells it, or {@code null}
	 * @param regionHref the region's items, or {@code null}
	 * @param resource as IAM tells it
	 * @param href its page, or {@code null} if it has none here
	 */
	record UsageView(@Nullable String region, @Nullable String regionHref, String resource, @Nullable String href) {

		private static UsageView of(Account account, String accountId, DeletionStep.Usage usage) {
			return new UsageView(usage.region(), Pages.region(account, usage.region()), usage.resource(),
					Pages.item(account, accountId, usage.resource()).orElse(null));
		}

	}

}
