package dev.appintegrations.console.aws;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells an operator what is wrong with the configured accounts, without a stack trace.
 */
class InvalidAccountsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidAccountsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidAccountsException cause) {
		String description = "The configured accounts cannot be used:%n%n    %s"
			.formatted(String.join("%n    ".formatted(), cause.problems()));
		return new FailureAnalysis(description, "Correct console.accounts; README.md explains every key.", cause);
	}

}
