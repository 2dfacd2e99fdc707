package dev.appintegrations.emulator.model;

import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.emulator.wire.AwsRequest;

/**
 * A valid call of an operation.
 *
 * @param operation its operation
 * @param account twelve digits
 * @param region region code
 * @param input its members by their names in the model
 */
public record Call(String operation, String account, String region, Map<String, Object> input) {

	/**
	 * The call that a request makes.
	 * @param operation its operation
	 * @param request the request
	 * @param reader reads its members
	 * @return the call
	 * @throws dev.appintegrations.emulator.wire.AwsError if the request breaks a bound
	 */
	public static Call of(String operation, AwsRequest request, RequestReader reader) {
		return new Call(operation, request.account(), request.region(), reader.read(operation, request));
	}

	/**
	 * A member that is a text.
	 * @param member its name
	 * @return its value
	 */
	public String text(String member) {
		return String.valueOf(this.input.get(member));
	}

	/**
	 * Whether a member was sent.
	 * @param member its name
	 * @return whether it was
	 */
	public boolean has(String member) {
		return this.input.containsKey(member);
	}

	/** What tells this call from others, leaving some members out. */
	String scope(String... without) {
		Map<String, Object> parameters = new TreeMap<>(this.input);
		for (String member : without) {
			parameters.remove(member);
		}
		return String.join("|", this.operation, this.account, this.region, parameters.toString());
	}

}
