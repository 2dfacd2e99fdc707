package dev.appintegrations.policy;

/**
 * A text is not a policy document.
 */
public final class PolicySyntaxException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String path;

	private final String problem;

	/**
	 * A problem at a place.
	 * @param path where, such as {@code $.Statement[1].Condition.StringEquals}
	 * @param problem what is wrong there, a sentence for people without its full stop
	 */
	PolicySyntaxException(String path, String problem) {
		super(path + ": " + problem);
		this.path = path;
		this.problem = problem;
	}

	/**
	 * Where it is.
	 * @return a JSON path, such as {@code $.Statement[1].Condition.StringEquals}; it
	 * starts with {@code $}, the document
	 */
	public String path() {
		return this.path;
	}

	/**
	 * What is wrong there.
	 * @return words for people
	 */
	public String problem() {
		return this.problem;
	}

}
