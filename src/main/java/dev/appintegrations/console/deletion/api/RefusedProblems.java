package dev.appintegrations.console.deletion.api;

import java.util.List;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemSource;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.deletion.RefusedException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What refusals of deletions are to callers.
 */
@Component
class RefusedProblems implements ProblemSource {

	@Override
	public @Nullable Problem explain(Throwable exception) {
		if (!(exception instanceof RefusedException refused)) {
			return null;
		}
		String words = String.valueOf(refused.getMessage());
		return switch (refused.reason()) {
			case DELETION_OFF -> Problem.of(ProblemType.DELETION_OFF, words);
			case PHRASE_DIFFERS -> field("$.typed", words);
			case ACCOUNT_ID_DIFFERS -> field("$.typedAccount", words);
			case UNPROVEN_NOT_ACCEPTED -> field("$.acceptUnproven", words);
			case FINGERPRINT_DIFFERS -> Problem.of(ProblemType.FINGERPRINT_DIFFERS, words);
			case NO_SUCH_PLAN -> Problem.of(ProblemType.NOT_FOUND, words);
			case PLAN_EXPIRED -> Problem.of(ProblemType.PLAN_EXPIRED, words);
			case PLAN_USED -> Problem.of(ProblemType.PLAN_USED, words);
			case NOTHING_TO_DO -> Problem.of(ProblemType.NOTHING_TO_DO, words);
			case WORLD_CHANGED -> Problem.of(ProblemType.WORLD_CHANGED, words);
			case ALREADY_RUNNING -> Problem.of(ProblemType.DELETION_RUNNING, words);
			case NOT_POSSIBLE, TOO_LATE -> Problem.of(ProblemType.CONFLICT, words);
		};
	}

	private static Problem field(String name, String words) {
		return new Problem(ProblemType.CONFIRMATION_DIFFERS, words, List.of(new FieldProblem(name, words)), null,
				new HttpHeaders());
	}

}
