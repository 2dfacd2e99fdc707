package dev.appintegrations.emulator.wire;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads Signature Version 4. The signature itself is not checked, since the emulator
 * knows no secrets; everything else about it is, in the words that AWS uses (seen in
 * public reports of these errors).
 */
@Component
class SignatureVersion4 {

	private static final String ALGORITHM = "AWS4-HMAC-SHA256";

	private static final String TERMINATOR = "aws4_request";

	/** AWS refuses requests whose time differs by more (IAM user guide, SigV4). */
	private static final Duration MAX_SKEW = Duration.ofMinutes(5);

	private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d{1,2}");

	private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	SignatureVersion4(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Reads who signed a request for what.
	 * @param headers its headers, names in lower case
	 * @return the credential scope
	 * @throws AwsError as AWS refuses an unsigned or badly signed request
	 */
	Scope read(Map<String, String> headers) {
		String authorization = headers.getOrDefault("authorization", "").strip();
		if (authorization.isEmpty()) {
			throw new AwsError(403, AwsError.MISSING_TOKEN, "Missing Authentication Token");
		}
		String date = headers.get("x-amz-date");
		Map<String, String> parameters = parameters(authorization);
		requireAll(authorization, parameters, date);
		Scope scope = scope(parameters.getOrDefault("Credential", ""));
		checkDate(String.valueOf(date), scope.date());
		List<String> signedHeaders = List.of(parameters.getOrDefault("SignedHeaders", "").split(";"));
		if (!signedHeaders.contains("host")) {
			throw invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
		}
		if (!SIGNATURE.matcher(parameters.getOrDefault("Signature", "")).matches()) {
			throw invalid("The request signature we calculated does not match the signature you provided. "
					+ "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
		}
		return scope;
	}

	private static Map<String, String> parameters(String authorization) {
		Map<String, String> parameters = new LinkedHashMap<>();
		String[] parts = authorization.split("[,\\s]+");
		int first = ALGORITHM.equals(parts[0]) ? 1 : 0;
		for (String part : Arrays.copyOfRange(parts, first, parts.length)) {
			int equals = part.indexOf('=');
			if (equals < 0) {
				throw incomplete(
						"'" + part + "' not a valid key=value pair (missing equal-sign) in Authorization header: '"
								+ authorization + "'.");
			}
			parameters.put(part.substring(0, equals), part.substring(equals + 1));
		}
		return parameters;
	}

	private static void requireAll(String authorization, Map<String, String> parameters, @Nullable String date) {
		StringBuilder missing = new StringBuilder();
		for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
			if (parameters.getOrDefault(name, "").isEmpty()) {
				missing.append("Authorization header requires '").append(name).append("' parameter. ");
			}
		}
		if (date == null) {
			missing.append("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
		}
		if (!missing.isEmpty()) {
			throw incomplete(missing + "Authorization=" + authorization);
		}
	}

	private static Scope scope(String credential) {
		String[] parts = credential.split("/", -1);
		if (parts.length != 5 || parts[0].isEmpty()) {
			throw incomplete("Credential must have exactly 5 slash-delimited elements, "
					+ "e.g. keyid/date/region/service/term, got '" + credential + "'");
		}
		if (!REGION.matcher(parts[2]).matches()) {
			throw invalid("Credential should be scoped to a valid region.");
		}
		if (!TERMINATOR.equals(parts[4])) {
			throw invalid("Credential should be scoped with a valid terminator: '" + TERMINATOR + "', not '" + parts[4]
					+ "'.");
		}
		return new Scope(parts[0], parts[1], parts[2], parts[3]);
	}

	private void checkDate(String date, String scopeDate) {
		Instant signed;
		try {
			signed = AMZ_DATE.parse(date, Instant::from);
		}
		catch (DateTimeException ex) {
			throw incomplete("Date must be in ISO-8601 'basic format'. Got '" + date
					+ "'. See http://en.wikipedia.org/wiki/ISO_8601");
		}
		if (!date.startsWith(scopeDate + "T")) {
			throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
					+ scopeDate + "' != '" + date.substring(0, 8) + "', from '" + date + "'.");
		}
		Instant now = this.clock.instant();
		if (signed.plus(MAX_SKEW).isBefore(now)) {
			throw invalid("Signature expired: " + date + " is now earlier than " + AMZ_DATE.format(now.minus(MAX_SKEW))
					+ " (" + AMZ_DATE.format(now) + " - 5 min.)");
		}
		if (signed.minus(MAX_SKEW).isAfter(now)) {
			throw invalid("Signature not yet current: " + date + " is still later than "
					+ AMZ_DATE.format(now.plus(MAX_SKEW)) + " (" + AMZ_DATE.format(now) + " + 5 min.)");
		}
	}

	private static AwsError incomplete(String message) {
		return new AwsError(403, AwsError.INCOMPLETE_SIGNATURE, message);
	}

	private static AwsError invalid(String message) {
		return new AwsError(403, AwsError.INVALID_SIGNATURE, message);
	}

	/**
	 * A credential scope.
	 *
	 * @param accessKeyId who signed
	 * @param date the day, as {@code yyyyMMdd}
	 * @param region region code
	 * @param service signing name
	 */
	record Scope(String accessKeyId, String date, String region, String service) {

	}

}
