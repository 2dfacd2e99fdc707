package dev.appintegrations.console.role.web;

import java.util.Comparator;
import java.util.List;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluation;
import dev.appintegrations.policy.Mismatch;
import dev.appintegrations.policy.Reason;
import dev.appintegrations.policy.StatementRef;

/**
 * The answer to a what-if question.
 *
 * @param tone of the verdict
 * @param verdict the decision, for people
 * @param decidedBy numbers of the statements that make it, counted from 1
 * @param reasons why the others don't match, those about the action first
 * @param unsupported what can't be decided
 */
record WhatIfView(String tone, String verdict, List<String> decidedBy, List<Miss> reasons, List<String> unsupported) {

	static WhatIfView of(Evaluation evaluation) {
		return new WhatIfView(tone(evaluation.decision()), words(evaluation.decision()),
				evaluation.decidedBy().stream().map(WhatIfView::name).toList(),
				evaluation.mismatches()
					.stream()
					.sorted(Comparator.comparing((Mismatch mismatch) -> mismatch.reason().kind() == Reason.Kind.ACTION))
					.map(WhatIfView::reason)
					.toList(),
				evaluation.unsupported());
	}

	static String words(Decision decision) {
		return switch (decision) {
			case ALLOWED -> "Allowed";
			case EXPLICIT_DENY -> "Denied explicitly";
			case IMPLICIT_DENY -> "Denied: nothing allows it";
			case NOT_SUPPORTED -> "Can't be decided";
		};
	}

	private static String tone(Decision decision) {
		return switch (decision) {
			case ALLOWED -> "good";
			case EXPLICIT_DENY, IMPLICIT_DENY -> "bad";
			case NOT_SUPPORTED -> "warning";
		};
	}

	private static String name(StatementRef statement) {
		return "Statement " + (statement.statement() + 1)
				+ ((statement.sid() != null) ? " (" + statement.sid() + ")" : "");
	}

	private static Miss reason(Mismatch mismatch) {
		return new Miss(name(mismatch.statement()), mismatch.reason().text());
	}

	/**
	 * Why a statement does not match.
	 *
	 * @param statement its name
	 * @param text the reason
	 */
	record Miss(String statement, String text) {

	}

}
