package dev.appintegrations.console.deletion.web;

import java.util.UUID;

import dev.appintegrations.console.deletion.RefusedException;
import dev.appintegrations.console.deletion.RefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Why a confirmation was refused, at the place it belongs to.
 *
 * @param field {@code typed}, {@code typedAccount}, {@code acceptUnproven}, or empty if
 * it concerns the whole plan
 * @param words what is wrong
 * @param deletion the deletion to look at instead, or {@code null}
 * @param status of the answer
 */
record Refusal(String field, String words, @Nullable UUID deletion, HttpStatus status) {

	static Refusal of(RefusedException refused, @Nullable UUID deletion) {
		return new Refusal(field(refused.reason()), String.valueOf(refused.getMessage()), deletion,
				status(refused.reason()));
	}

	private static String field(Reason reason) {
		return switch (reason) {
			case PHRASE_DIFFERS -> "typed";
			case ACCOUNT_ID_DIFFERS -> "typedAccount";
			case UNPROVEN_NOT_ACCEPTED -> "acceptUnproven";
			case DELETION_OFF, FINGERPRINT_DIFFERS, NO_SUCH_PLAN, PLAN_EXPIRED, PLAN_USED, NOTHING_TO_DO, WORLD_CHANGED,
					ALREADY_RUNNING, NOT_POSSIBLE, TOO_LATE ->
				"";
		};
	}

	private static HttpStatus status(Reason reason) {
		return switch (reason) {
			case PHRASE_DIFFERS, ACCOUNT_ID_DIFFERS, UNPROVEN_NOT_ACCEPTED, NOTHING_TO_DO ->
				HttpStatus.UNPROCESSABLE_CONTENT;
			case DELETION_OFF -> HttpStatus.FORBIDDEN;
			case NO_SUCH_PLAN -> HttpStatus.NOT_FOUND;
			case PLAN_EXPIRED -> HttpStatus.GONE;
			case FINGERPRINT_DIFFERS, PLAN_USED, WORLD_CHANGED, ALREADY_RUNNING, NOT_POSSIBLE, TOO_LATE ->
				HttpStatus.CONFLICT;
		};
	}

}
