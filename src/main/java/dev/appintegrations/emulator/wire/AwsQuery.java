package dev.appintegrations.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The query protocol of AWS: a form in, XML out.
 */
public final class AwsQuery {

	private static final Map<String, String> HEADERS = Map.of("Content-Type", "text/xml");

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
	 * An error.
	 * @param error the error
	 * @param namespace the service's XML namespace
	 * @param request the request
	 * @return the answer
	 */
	public static AwsResponse error(AwsError error, String namespace, AwsRequest request) {
		return xml(error.status(),
				"<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
					.formatted(namespace, (error.status() < 500) ? "Sender" : "Receiver", escape(error.code()),
							escape(error.message()), request.requestId()));
	}

	/**
	 * Text as XML has it.
	 * @param text any text
	 * @return the text with markup escaped
	 */
	public static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static AwsResponse xml(int status, String xml) {
		return new AwsResponse(status, HEADERS, xml.getBytes(StandardCharsets.UTF_8));
	}

}
