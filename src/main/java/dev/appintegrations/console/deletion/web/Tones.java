package dev.appintegrations.console.deletion.web;

import dev.appintegrations.console.deletion.DeletionState;
import dev.appintegrations.console.deletion.StepState;

/**
 * How states look.
 */
final class Tones {

	private Tones() {
	}

	static String of(DeletionState state) {
		return switch (state) {
			case PENDING, RUNNING, WAITING -> "busy";
			case DELETED, ALREADY_GONE -> "good";
			case CANCELLED -> "calm";
			case PAUSED, UNKNOWN, BLOCKED -> "warning";
			case FAILED -> "bad";
		};
	}

	static String of(StepState state) {
		return switch (state) {
			case PENDING, CANCELLED -> "calm";
			case RUNNING, WAITING -> "busy";
			case DONE, ALREADY_GONE -> "good";
			case BLOCKED, UNKNOWN -> "warning";
			case FAILED -> "bad";
		};
	}

}
