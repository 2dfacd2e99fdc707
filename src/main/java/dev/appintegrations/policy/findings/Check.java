package dev.appintegrations.policy.findings;

import java.util.stream.Stream;

/**
 * Looks for findings of one kind.
 */
interface Check {

	/**
	 * Looks at a statement.
	 * @param subject the statement
	 * @return its findings, looked for when they are asked for
	 */
	Stream<Finding> findings(Subject subject);

}
