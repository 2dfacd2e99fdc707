package dev.appintegrations.emulator.wire;

import org.jspecify.annotations.Nullable;

/**
 * A service behind the one port.
 */
public interface EmulatedService {

	/**
	 * The signing name by which requests find it.
	 * @return such as {@code app-integrations}
	 */
	String signingName();

	/**
	 * Which operation a request calls.
	 * @param request the request
	 * @return AWS's name of the operation, or {@code null} if there is none at this
	 * method and path
	 * @throws AwsError if the request can't be read
	 */
	@Nullable String operation(AwsRequest request);

	/**
	 * Answers a request whose operation is known.
	 * @param operation as {@link #operation} told
	 * @param request the request
	 * @return the answer
	 * @throws AwsError if AWS would refuse
	 */
	AwsResponse answer(String operation, AwsRequest request);

	/**
	 * Renders an error in the protocol of this service.
	 * @param error the error
	 * @param request the request
	 * @return the answer
	 */
	AwsResponse error(AwsError error, AwsRequest request);

	/**
	 * The error of a request that calls no operation.
	 * @param request the request
	 * @return what services with a REST protocol send, unless this one has another
	 */
	default AwsError unknownOperation(AwsRequest request) {
		return new AwsError(404, AwsError.UNKNOWN_OPERATION, "");
	}

	/**
	 * The error this service sends when a caller is over its rate.
	 * @return code, status and message as this service has them
	 */
	AwsError throttled();

	/**
	 * Forgets everything of an account.
	 * @param account twelve digits, or {@code null} for all accounts
	 */
	void forget(@Nullable String account);

}
