package dev.appintegrations.emulator.wire;

/**
 * An error that AWS would answer with. Errors that all services share are named as the
 * REST-JSON services name them; {@link AwsQuery} has the names of the query protocol.
 */
public final class AwsError extends RuntimeException {

	/** No Authorization header at all. */
	public static final String MISSING_TOKEN = "MissingAuthenticationTokenException";

	/** An Authorization header that is not Signature Version 4. */
	public static final String INCOMPLETE_SIGNATURE = "IncompleteSignatureException";

	/** A signature that does not hold, or no longer. */
	public static final String INVALID_SIGNATURE = "InvalidSignatureException";

	/** Keys that AWS, or this region, does not know. */
	public static final String UNRECOGNIZED_CLIENT = "UnrecognizedClientException";

	/** Keys whose time is over. */
	public static final String EXPIRED_TOKEN = "ExpiredTokenException";

	/** A method and path that no operation has. */
	public static final String UNKNOWN_OPERATION = "UnknownOperationException";

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	public AwsError(int status, String code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	/**
	 * The refusal of keys that are not known.
	 * @return AWS's error, whose words are the same for a region that is not enabled
	 */
	public static AwsError unrecognizedClient() {
		return new AwsError(403, UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
	}

	public int status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	public String message() {
		return String.valueOf(getMessage());
	}

}
