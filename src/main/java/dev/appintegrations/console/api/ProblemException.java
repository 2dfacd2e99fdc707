package dev.appintegrations.console.api;

import java.util.List;

/**
 * Ends a request with a problem.
 */
public class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	public ProblemException(Problem problem) {
		super(problem.detail());
		this.problem = problem;
	}

	public ProblemException(ProblemType type, String detail) {
		this(Problem.of(type, detail));
	}

	/**
	 * Refuses a query parameter.
	 * @param name the parameter's name
	 * @param message what is wrong with it, such as {@code must be 1 to 500}
	 * @return an exception to throw
	 */
	public static ProblemException invalidParameter(String name, String message) {
		return new ProblemException(
				Problem.of(ProblemType.INVALID_PARAMETER, List.of(new FieldProblem(name, message))));
	}

	public Problem problem() {
		return this.problem;
	}

}
