package dev.appintegrations.console.deletion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import dev.appintegrations.console.deletion.DeletionSummary;
import dev.appintegrations.console.web.Moment;

/**
 * A deletion in a list.
 *
 * @param href its page
 * @param title what is deleted
 * @param tone of its state
 * @param status its state
 * @param done steps that have ended
 * @param all steps there are
 * @param elapsed how long it has run
 * @param confirmedBy who confirmed it
 * @param confirmed when
 */
record DeletionLine(String href, String title, String tone, String status, int done, int all, String elapsed,
		String confirmedBy, Moment confirmed) {

	static DeletionLine of(DeletionSummary deletion, Instant now) {
		Instant end = Objects.requireNonNullElse(deletion.finishedAt(), now);
		return new DeletionLine(Pages.deletion(deletion.account(), deletion.id()), deletion.title(),
				Tones.of(deletion.state()), deletion.state().words(), deletion.ended(), deletion.steps(),
				DeletionView.elapsed(Duration.between(deletion.confirmedAt(), end)), deletion.confirmedBy(),
				Moment.of(deletion.confirmedAt(), now));
	}

}
