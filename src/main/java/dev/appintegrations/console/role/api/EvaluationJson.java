package dev.appintegrations.console.role.api;

import java.util.List;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluation;
import dev.appintegrations.policy.Mismatch;
import dev.appintegrations.policy.Reason;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.StatementRef;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision with its reasons, as programs see it.
 */
@Schema(name = "PolicyEvaluation", description = "A decision with its reasons.")
record EvaluationJson(ExplanationJson.RequestJson request, Decision decision,
		@Schema(description = "The statements that make it.") List<StatementJson> decidedBy,
		@Schema(description = "Why the others do not match.") List<ReasonJson> reasons,
		@Schema(description = "What can't be decided.") List<String> unsupported) {

	static EvaluationJson of(Request request, Evaluation evaluation) {
		return new EvaluationJson(ExplanationJson.RequestJson.of(request), evaluation.decision(),
				evaluation.decidedBy().stream().map(StatementJson::of).toList(),
				evaluation.mismatches().stream().map(ReasonJson::of).toList(), evaluation.unsupported());
	}

	/**
	 * Which statement.
	 */
	@Schema(name = "StatementReference", description = "Which statement, counted from 0.")
	record StatementJson(int policy, int statement, @Nullable String sid) {

		static StatementJson of(StatementRef reference) {
			return new StatementJson(reference.policy(), reference.statement(), reference.sid());
		}

	}

	/**
	 * Why a statement does not match.
	 */
	@Schema(name = "MismatchReason", description = "The first reason why a statement does not match.")
	record ReasonJson(int policy, int statement, @Nullable String sid, Reason.Kind kind, String text) {

		static ReasonJson of(Mismatch mismatch) {
			StatementRef reference = mismatch.statement();
			return new ReasonJson(reference.policy(), reference.statement(), reference.sid(), mismatch.reason().kind(),
					mismatch.reason().text());
		}

	}

}
