package dev.appintegrations.console;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells an operator that the database is too old, without a stack trace.
 */
class OldDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<OldDatabaseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, OldDatabaseException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Upgrade it, or set spring.datasource.url to a newer one. Nothing was changed in it.", cause);
	}

}
