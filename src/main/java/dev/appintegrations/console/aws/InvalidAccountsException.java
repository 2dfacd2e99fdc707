package dev.appintegrations.console.aws;

import java.util.List;

/**
 * The configuration of the accounts makes no sense; the console does not start with it.
 */
class InvalidAccountsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	InvalidAccountsException(List<String> problems) {
		super(String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	List<String> problems() {
		return this.problems;
	}

}
