package dev.appintegrations.emulator.wire;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A signed request, as it came over the wire.
 *
 * @param service the signing name in the credential scope, such as
 * {@code app-integrations}
 * @param region the region in the credential scope
 * @param account twelve digits: whose state it concerns
 * @param accessKeyId the caller's access key id
 * @param requestId the id that the answer will carry
 * @param method the HTTP method
 * @param segments the raw path split at slashes, each segment percent-decoded once
 * @param query query parameters, decoded, in order
 * @param headers headers, names in lower case
 * @param body the body, empty if there is none
 */
public record AwsRequest(String service, String region, String account, String accessKeyId, String requestId,
		String method, List<String> segments, Map<String, List<String>> query, Map<String, String> headers,
		byte[] body) {

	/**
	 * A query parameter.
	 * @param name its name
	 * @return its first value, or {@code null}
	 */
	public @Nullable String query(String name) {
		List<String> values = this.query.get(name);
		return (values != null && !values.isEmpty()) ? values.getFirst() : null;
	}

}
