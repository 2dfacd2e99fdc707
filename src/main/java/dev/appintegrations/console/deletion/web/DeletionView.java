package dev.appintegrations.console.deletion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.DeletionState;
import dev.appintegrations.console.deletion.StepState;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A deletion as pages show it.
 *
 * @param href its page
 * @param events its server-sent events, for pages
 * @param plan the page of its plan
 * @param plans where plans are made
 * @param title what is deleted
 * @param tone of its state
 * @param status its state
 * @param verdict where it stands, in a sentence or two
 * @param ended whether nothing more happens by itself
 * @param done steps that have ended
 * @param all steps there are
 * @param elapsed how long it has run
 * @param confirmedBy who confirmed it
 * @param confirmed when
 * @param finished when it ended, or {@code null}
 * @param cancelled who cancelled it and when, or {@code null}
 * @param cancellable whether cancelling would change anything
 * @param again words of the button that tries again, or {@code null} if nothing can be
 * @param left whether something of it is left for a new plan
 * @param request what was asked for
 * @param steps its steps
 * @param graph the steps as a picture, or {@code null} where there is no need of one
 */
record DeletionView(String href, String events, String plan, String plans, String title, String tone, String status,
		String verdict, boolean ended, int done, int all, String elapsed, String confirmedBy, Moment confirmed,
		@Nullable Moment finished, @Nullable String cancelled, boolean cancellable, @Nullable String again,
		boolean left, PlanView.Asked request, List<StepView> steps, @Nullable StepGraph graph) {

	static DeletionView of(Account account, Deletion deletion, boolean mayRetry, Instant now) {
		String href = Pages.deletion(deletion.account(), deletion.id());
		Instant end = (deletion.finishedAt() != null) ? deletion.finishedAt() : now;
		List<StepView> steps = deletion.steps()
			.stream()
			.map((step) -> StepView.of(account, deletion, step, now))
			.toList();
		return new DeletionView(href, href + "/events", Pages.plan(deletion.account(), deletion.planId()),
				Pages.plans(deletion.account()), deletion.title(), Tones.of(deletion.state()), deletion.state().words(),
				Verdict.of(deletion), deletion.state().ended(), deletion.ended(), deletion.steps().size(),
				elapsed(Duration.between(deletion.confirmedAt(), end)), deletion.confirmedBy(),
				Moment.of(deletion.confirmedAt(), now),
				(deletion.finishedAt() != null) ? Moment.of(deletion.finishedAt(), now) : null,
				cancelled(deletion, now), deletion.cancellable(), mayRetry ? again(deletion) : null, left(deletion),
				PlanView.Asked.of(deletion.plan()), steps, StepGraph.of(deletion.steps()));
	}

	static String elapsed(Duration duration) {
		return (duration.toMinutes() == 0) ? duration.toSeconds() + " s"
				: duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
	}

	private static @Nullable String cancelled(Deletion deletion, Instant now) {
		return (deletion.cancelledAt() != null)
				? deletion.cancelledBy() + " at " + Moment.of(deletion.cancelledAt(), now).text() : null;
	}

	private static String again(Deletion deletion) {
		if (deletion.state() == DeletionState.PAUSED) {
			return "Go on now";
		}
		return deletion.steps().stream().noneMatch((step) -> step.state() == StepState.FAILED) ? "Look again"
				: "Try again";
	}

	private static boolean left(Deletion deletion) {
		return deletion.state().ended() && deletion.steps().stream().anyMatch((step) -> !step.state().gone());
	}

	/**
	 * What is waited for now.
	 * @return steps that will be looked at again
	 */
	public List<StepView> waiting() {
		return this.steps.stream().filter(StepView::waiting).toList();
	}

}
