package dev.appintegrations.console.api;

import org.jspecify.annotations.Nullable;

/**
 * Turns a module's own exceptions into problems.
 */
@FunctionalInterface
public interface ProblemSource {

	/**
	 * Explains an exception.
	 * @param exception what was thrown
	 * @return the problem, or {@code null} if the exception is none of this module's
	 */
	@Nullable Problem explain(Throwable exception);

}
