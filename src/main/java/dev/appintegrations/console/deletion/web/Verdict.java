package dev.appintegrations.console.deletion.web;

import java.util.List;
import java.util.stream.Collectors;

import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.DeletionStep;
import dev.appintegrations.console.deletion.StepState;
import dev.appintegrations.console.web.Moment;

/**
 * Says where a deletion stands.
 */
final class Verdict {

	private Verdict() {
	}

	static String of(Deletion deletion) {
		return switch (deletion.state()) {
			case PENDING -> "Confirmed. The first step begins within seconds.";
			case RUNNING -> cancelling(deletion, running(deletion));
			case WAITING -> cancelling(deletion, waiting(deletion));
			case PAUSED -> "Paused: " + deletion.pausedBecause() + " It goes on by itself when that is mended.";
			case DELETED -> "Deleted: a fresh read shows nothing of it any more.";
			case ALREADY_GONE -> "It was already gone. Nothing had to be deleted.";
			case FAILED -> "Not all is deleted: " + worst(deletion, StepState.FAILED) + " " + done(deletion);
			case CANCELLED -> "Cancelled. " + done(deletion);
			case BLOCKED -> "Stopped, because the world is not as it was confirmed: "
					+ worst(deletion, StepState.BLOCKED) + " " + done(deletion);
			case UNKNOWN -> "Not known: " + worst(deletion, StepState.UNKNOWN) + " " + done(deletion);
		};
	}

	private static String cancelling(Deletion deletion, String words) {
		return (deletion.cancelledAt() == null) ? words
				: deletion.cancelledBy() + " cancelled it. What AWS was asked already is watched to its end.";
	}

	private static String running(Deletion deletion) {
		List<DeletionStep> running = in(deletion, StepState.RUNNING);
		return switch (running.size()) {
			case 0 -> "Under way.";
			case 1 -> "Step " + running.getFirst().planned().number() + " is running: "
					+ running.getFirst().planned().kind().words() + " " + running.getFirst().planned().subject() + ".";
			default -> running.stream()
				.map((step) -> String.valueOf(step.planned().number()))
				.collect(Collectors.joining(", ", "Steps ", " are running."));
		};
	}

	private static String waiting(Deletion deletion) {
		List<DeletionStep> waiting = in(deletion, StepState.WAITING);
		if (waiting.isEmpty()) {
			return "Waiting for its next step.";
		}
		DeletionStep first = waiting.getFirst();
		String more = (waiting.size() == 1) ? "" : " And " + Moment.counted(waiting.size() - 1L, "other step")
				+ ((waiting.size() == 2) ? " waits." : " wait.");
		return "Waiting at step " + first.planned().number() + ": " + detail(first) + more;
	}

	private static String worst(Deletion deletion, StepState state) {
		return in(deletion, state).stream()
			.findFirst()
			.map((step) -> "step " + step.planned().number() + " is " + state.words() + ". " + detail(step))
			.orElse("");
	}

	private static String done(Deletion deletion) {
		long gone = deletion.steps().stream().filter((step) -> step.state().gone()).count();
		return (gone == 0) ? "Nothing was deleted." : gone + " of " + Moment.counted(deletion.steps().size(), "step")
				+ ((gone == 1) ? " was done." : " were done.");
	}

	private static String detail(DeletionStep step) {
		return (step.detail() != null) ? step.detail() : "AWS is not ready.";
	}

	private static List<DeletionStep> in(Deletion deletion, StepState state) {
		return deletion.steps().stream().filter((step) -> step.state() == state).toList();
	}

}
