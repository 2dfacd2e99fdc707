package dev.appintegrations.policy;

import java.util.List;

/**
 * A decision and its reasons.
 *
 * @param decision the decision
 * @param decidedBy the statements that make it: those that deny, those that allow, or
 * those that can't be decided; none for an implicit deny
 * @param mismatches every statement that does not match, or can't be said to, in order
 * @param unsupported what can't be decided, in words, whether or not the decision depends
 * on it
 */
public record Evaluation(Decision decision, List<StatementRef> decidedBy, List<Mismatch> mismatches,
		List<String> unsupported) {

	public Evaluation {
		decidedBy = List.copyOf(decidedBy);
		mismatches = List.copyOf(mismatches);
		unsupported = List.copyOf(unsupported);
	}

}
