package dev.appintegrations.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The query protocol of AWS: a form in, XML out.
 */
public final class AwsQuery {

	private static final Map<String, String> HEADERS = Map.of("Content-Type", "text/xml");

	/** Errors that all services share and that this protocol names differently. */
	private static final Map<String, AwsErrorName> NAMES = Map.of(AwsError.MISSING_TOKEN,
			new AwsErrorName(403, "MissingAuthenticationToken"), AwsError.INCOMPLETE_SIGNATURE,
			new AwsErrorName(400, "IncompleteSignature"), AwsError.INVALID_SIGNATURE,
			new AwsErrorName(403, "SignatureDoesNotMatch"), AwsError.UNRECOGNIZED_CLIENT,
			new AwsErrorName(403, "InvalidClientTokenId"), AwsError.EXPIRED_TOKEN,
			new AwsErrorName(403, "ExpiredToken"));

	private static final Pattern NOT_IN_XML = Pattern
		.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

	private AwsQuery() {
	}

	/**
	 * The parameters of a request, from its form or its query string.
	 * @param request the request
	 * @return values by name
	 */
	public static Map<String, String> parameters(AwsRequest request) {
		Map<String, String> parameters = new LinkedHashMap<>();
		request.query().forEach((name, values) -> parameters.put(name, values.getFirst()));
		SignedRequests.query(new String(request.body(), StandardCharsets.UTF_8))
			.forEach((name, values) -> parameters.put(name, values.getFirst()));
		return parameters;
	}

	/**
	 * A successful answer.
	 * @param operation the operation
	 * @param namespace the service's XML namespace
	 * @param result XML of the result
	 * @param request the request
	 * @return the answer
	 */
	public static AwsResponse answer(String operation, String namespace, String result, AwsRequest request) {
		return xml(200,
				"<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>"
					.formatted(operation, namespace, result, request.requestId()));
	}

	/**
	 * An error, under the name it has in this protocol.
	 * @param error the error
	 * @param namespace the service's XML namespace
	 * @param request the request
	 * @return the answer
	 */
	public static AwsResponse error(AwsError error, String namespace, AwsRequest request) {
		AwsErrorName name = NAMES.getOrDefault(error.code(), new AwsErrorName(error.status(), error.code()));
		return xml(name.status(),
				"<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
					.formatted(namespace, (name.status() < 500) ? "Sender" : "Receiver", escape(name.code()),
							escape(error.message()), request.requestId()));
	}

	/**
	 * Text as XML has it; readers would take a bare carriage return for a line feed.
	 * @param text any text
	 * @return the text with markup escaped
	 */
	public static String escape(String text) {
		return NOT_IN_XML.matcher(text)
			.replaceAll("\uFFFD")
			.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("\r", "&#xD;");
	}

	private static AwsResponse xml(int status, String xml) {
		return new AwsResponse(status, HEADERS, xml.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * What an error is called.
	 *
	 * @param status HTTP status
	 * @param code error code
	 */
	private record AwsErrorName(int status, String code) {

	}

}
