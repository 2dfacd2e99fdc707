package dev.appintegrations.console.overview;

import java.time.Instant;

import dev.appintegrations.console.deletion.DeletionState;
import dev.appintegrations.console.deletion.DeletionSummary;
import dev.appintegrations.console.web.Moment;

/**
 * A deletion in a line.
 *
 * @param href its page
 * @param title what is deleted
 * @param tone of its state
 * @param status its state
 * @param by who confirmed it
 * @param at when
 * @param needsAttention whether somebody should look at it
 */
record DeletionRow(String href, String title, String tone, String status, String by, Moment at,
		boolean needsAttention) {

	static DeletionRow of(DeletionSummary deletion, Instant now) {
		return new DeletionRow("/accounts/" + deletion.account() + "/deletions/" + deletion.id(), deletion.title(),
				tone(deletion.state()), deletion.state().words(), deletion.confirmedBy(),
				Moment.of(deletion.confirmedAt(), now), needsAttention(deletion.state()));
	}

	private static String tone(DeletionState state) {
		return switch (state) {
			case PENDING, RUNNING, WAITING -> "busy";
			case DELETED, ALREADY_GONE -> "good";
			case CANCELLED -> "calm";
			case PAUSED, UNKNOWN, BLOCKED -> "warning";
			case FAILED -> "bad";
		};
	}

	private static boolean needsAttention(DeletionState state) {
		return switch (state) {
			case PAUSED, UNKNOWN, BLOCKED, FAILED -> true;
			case PENDING, RUNNING, WAITING, DELETED, ALREADY_GONE, CANCELLED -> false;
		};
	}

}
