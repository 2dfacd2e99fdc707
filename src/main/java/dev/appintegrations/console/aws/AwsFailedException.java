package dev.appintegrations.console.aws;

/**
 * A call to AWS that failed, with the reason as a value.
 */
public class AwsFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient AwsFailure failure;

	public AwsFailedException(AwsFailure failure, Throwable cause) {
		super(failure.message(), cause);
		this.failure = failure;
	}

	public AwsFailure failure() {
		return this.failure;
	}

}
