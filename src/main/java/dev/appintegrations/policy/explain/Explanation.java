package dev.appintegrations.policy.explain;

import java.util.List;

/**
 * A policy in plain words.
 *
 * @param statements its statements, in order
 */
public record Explanation(List<StatementExplanation> statements) {

	public Explanation {
		statements = List.copyOf(statements);
	}

}
