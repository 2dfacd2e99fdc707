package dev.appintegrations.emulator.wire;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads Signature Version 4 requests. The signature itself is not checked, since the
 * emulator knows no secrets; everything else about it is.
 */
@Component
class SignedRequests {

	/** AWS refuses requests whose time differs by more (IAM user guide, SigV4). */
	private static final Duration MAX_SKEW = Duration.ofMinutes(5);

	private static final Pattern AUTHORIZATION = Pattern
		.compile("AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request,\\s*"
				+ "SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})");

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Credentials credentials;

	private final Clock clock;

	SignedRequests(Credentials credentials, Clock clock) {
		this.credentials = credentials;
		this.clock = clock;
	}

	/**
	 * Reads a request.
	 * @param http the request as Tomcat has it
	 * @return the request, signed by a known account
	 * @throws AwsError as AWS refuses an unsigned or badly signed request
	 */
	AwsRequest read(HttpServletRequest http) throws IOException {
		String authorization = http.getHeader("Authorization");
		if (authorization == null) {
			throw new AwsError(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
		}
		Matcher matcher = AUTHORIZATION.matcher(authorization);
		if (!matcher.matches()) {
			throw new AwsError(403, "IncompleteSignatureException",
					"'" + authorization + "' not a valid key=value pair (missing equal-sign) in Authorization header.");
		}
		checkDate(http.getHeader("X-Amz-Date"), matcher.group(2));
		String accessKeyId = matcher.group(1);
		String account = this.credentials.account(accessKeyId, http.getHeader("X-Amz-Security-Token"));
		return new AwsRequest(matcher.group(4), matcher.group(3), account, accessKeyId, UUID.randomUUID().toString(),
				http.getMethod(), segments(http.getRequestURI()), query(http.getQueryString()), headers(http),
				http.getInputStream().readAllBytes());
	}

	private void checkDate(@Nullable String date, String scopeDate) {
		if (date == null || !date.startsWith(scopeDate)) {
			throw new AwsError(403, "IncompleteSignatureException",
					"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
		}
		Instant signed;
		try {
			signed = AMZ_DATE.parse(date, Instant::from);
		}
		catch (DateTimeException ex) {
			throw new AwsError(403, "IncompleteSignatureException",
					"Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
		}
		Instant now = this.clock.instant();
		if (signed.plus(MAX_SKEW).isBefore(now)) {
			throw new AwsError(403, "InvalidSignatureException", "Signature expired: " + date + " is now earlier than "
					+ AMZ_DATE.format(now.minus(MAX_SKEW)) + " (" + AMZ_DATE.format(now) + " - 5 min.)");
		}
		if (signed.minus(MAX_SKEW).isAfter(now)) {
			throw new AwsError(403, "InvalidSignatureException",
					"Signature not yet current: " + date + " is still later than " + AMZ_DATE.format(now.plus(MAX_SKEW))
							+ " (" + AMZ_DATE.format(now) + " + 5 min.)");
		}
	}

	private static List<String> segments(String rawPath) {
		String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
		List<String> segments = new ArrayList<>();
		for (String segment : path.split("/", -1)) {
			segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
		}
		return List.copyOf(segments);
	}

	/**
	 * Decodes a query string or form.
	 * @param encoded name-value pairs, or {@code null}
	 * @return values by name, in order
	 */
	static Map<String, List<String>> query(@Nullable String encoded) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		if (encoded != null && !encoded.isEmpty()) {
			for (String pair : encoded.split("&")) {
				int equals = pair.indexOf('=');
				String name = (equals < 0) ? pair : pair.substring(0, equals);
				String value = (equals < 0) ? "" : pair.substring(equals + 1);
				query.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), (key) -> new ArrayList<>())
					.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
			}
		}
		return Collections.unmodifiableMap(query);
	}

	private static Map<String, String> headers(HttpServletRequest http) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : Collections.list(http.getHeaderNames())) {
			headers.put(name.toLowerCase(Locale.ROOT), http.getHeader(name));
		}
		return Collections.unmodifiableMap(headers);
	}

}
