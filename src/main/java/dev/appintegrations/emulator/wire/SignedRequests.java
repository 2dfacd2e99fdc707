package dev.appintegrations.emulator.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads requests and tells who signed them.
 */
@Component
class SignedRequests {

	/** No operation needs more; AWS's own limit is not published. */
	static final int MAX_BODY = 1024 * 1024;

	private final SignatureVersion4 signatures;

	private final Credentials credentials;

	SignedRequests(SignatureVersion4 signatures, Credentials credentials) {
		this.signatures = signatures;
		this.credentials = credentials;
	}

	/**
	 * Reads a request, whoever sent it.
	 * @param http the request as Tomcat has it
	 * @param requestId the id that its answer will carry
	 * @return the request, without service, region and account
	 * @throws AwsError if it is too large or can't be decoded
	 */
	AwsRequest read(HttpServletRequest http, String requestId) throws IOException {
		byte[] body = http.getInputStream().readNBytes(MAX_BODY + 1);
		if (body.length > MAX_BODY) {
			throw new AwsError(413, "RequestEntityTooLargeException", "Request size is too large");
		}
		return new AwsRequest("", "", "", "", requestId, http.getMethod(), segments(http.getRequestURI()),
				query(http.getQueryString()), headers(http), body);
	}

	/**
	 * Tells who signed a request, and for which service and region.
	 * @param request a request
	 * @return the same with service, region and account
	 * @throws AwsError as AWS refuses an unsigned or badly signed request
	 */
	AwsRequest authenticate(AwsRequest request) {
		SignatureVersion4.Scope scope = this.signatures.read(request.headers());
		String account = this.credentials.account(scope.accessKeyId(), request.headers().get("x-amz-security-token"));
		return new AwsRequest(scope.service(), scope.region(), account, scope.accessKeyId(), request.requestId(),
				request.method(), request.segments(), request.query(), request.headers(), request.body());
	}

	private static List<String> segments(String rawPath) {
		String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
		List<String> segments = new ArrayList<>();
		for (String segment : path.split("/", -1)) {
			segments.add(decode(segment.replace("+", "%2B")));
		}
		return List.copyOf(segments);
	}

	/**
	 * Decodes a query string or form.
	 * @param encoded name-value pairs, or {@code null}
	 * @return values by name, in order
	 * @throws AwsError if a percent sign stands for nothing
	 */
	static Map<String, List<String>> query(@Nullable String encoded) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		if (encoded != null && !encoded.isEmpty()) {
			for (String pair : encoded.split("&")) {
				int equals = pair.indexOf('=');
				String name = (equals < 0) ? pair : pair.substring(0, equals);
				String value = (equals < 0) ? "" : pair.substring(equals + 1);
				query.computeIfAbsent(decode(name), (key) -> new ArrayList<>()).add(decode(value));
			}
		}
		return Collections.unmodifiableMap(query);
	}

	private static String decode(String encoded) {
		try {
			return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, "MalformedQueryString", "The query string contains a syntax error");
		}
	}

	private static Map<String, String> headers(HttpServletRequest http) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : Collections.list(http.getHeaderNames())) {
			headers.put(name.toLowerCase(Locale.ROOT), http.getHeader(name));
		}
		return Collections.unmodifiableMap(headers);
	}

}
