package dev.appintegrations.emulator.sts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsQuery;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.Conditions;
import dev.appintegrations.emulator.wire.Credentials;
import dev.appintegrations.emulator.wire.EmulatedService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * AWS Security Token Service: GetCallerIdentity and AssumeRole, with the bounds of their
 * API reference.
 */
@Component
class StsService implements EmulatedService {

	private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

	private static final Pattern ROLE_ARN = Pattern
		.compile("arn:aws:iam::(\\d{12}):role/(?:[\\w+=,.@/-]*/)?([\\w+=,.@-]{1,64})");

	private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

	private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

	private static final int MIN_DURATION = 900;

	private static final int MAX_DURATION = 43_200;

	private static final int DEFAULT_DURATION = 3_600;

	private final Credentials credentials;

	private final Conditions conditions;

	StsService(Credentials credentials, Conditions conditions) {
		this.credentials = credentials;
		this.conditions = conditions;
	}

	@Override
	public String signingName() {
		return "sts";
	}

	@Override
	public @Nullable String operation(AwsRequest request) {
		String action = AwsQuery.parameters(request).get("Action");
		return List.of("GetCallerIdentity", "AssumeRole").contains(action) ? action : null;
	}

	@Override
	public AwsResponse answer(String operation, AwsRequest request) {
		return switch (operation) {
			case "GetCallerIdentity" -> getCallerIdentity(request);
			case "AssumeRole" -> assumeRole(request);
			default -> throw new IllegalArgumentException(operation);
		};
	}

	private AwsResponse getCallerIdentity(AwsRequest request) {
		Credentials.Session session = this.credentials.session(request.accessKeyId());
		String arn = (session != null) ? session.arn() : "arn:aws:iam::" + request.account() + ":user/operator";
		String userId = (session != null) ? session.id() : "AIDA" + request.account() + "00000";
		return AwsQuery.answer("GetCallerIdentity", NAMESPACE, "<Arn>" + AwsQuery.escape(arn) + "</Arn><UserId>"
				+ AwsQuery.escape(userId) + "</UserId><Account>" + request.account() + "</Account>", request);
	}

	private AwsResponse assumeRole(AwsRequest request) {
		Map<String, String> parameters = AwsQuery.parameters(request);
		Matcher role = ROLE_ARN.matcher(required(parameters, "RoleArn"));
		check(role.matches(), "roleArn", "a role's ARN");
		String sessionName = required(parameters, "RoleSessionName");
		check(SESSION_NAME.matcher(sessionName).matches(), "roleSessionName", "[\\w+=,.@-]{2,64}");
		String externalId = parameters.get("ExternalId");
		check(externalId == null || EXTERNAL_ID.matcher(externalId).matches(), "externalId", "[\\w+=,.@:\\/-]{2,1224}");
		int seconds = duration(parameters.get("DurationSeconds"));
		String account = role.group(1);
		String roleName = role.group(2);
		Instant expiration = this.conditions.now(account)
			.plus(Duration.ofSeconds(seconds))
			.truncatedTo(ChronoUnit.SECONDS);
		String arn = "arn:aws:sts::" + account + ":assumed-role/" + roleName + "/" + sessionName;
		String id = "AROA" + account + "00000:" + sessionName;
		Credentials.Session session = this.credentials.issue(account, arn, id, expiration);
		return AwsQuery.answer("AssumeRole", NAMESPACE,
				"<AssumedRoleUser><AssumedRoleId>" + AwsQuery.escape(id) + "</AssumedRoleId><Arn>"
						+ AwsQuery.escape(arn) + "</Arn></AssumedRoleUser><Credentials><AccessKeyId>"
						+ session.accessKeyId() + "</AccessKeyId><SecretAccessKey>" + session.secretAccessKey()
						+ "</SecretAccessKey><SessionToken>" + session.token() + "</SessionToken><Expiration>"
						+ expiration + "</Expiration></Credentials>",
				request);
	}

	private static int duration(@Nullable String text) {
		if (text == null) {
			return DEFAULT_DURATION;
		}
		check(text.matches("\\d{1,9}"), "durationSeconds", "an integer");
		int seconds = Integer.parseInt(text);
		check(seconds >= MIN_DURATION, "durationSeconds", "value greater than or equal to " + MIN_DURATION);
		check(seconds <= MAX_DURATION, "durationSeconds", "value less than or equal to " + MAX_DURATION);
		return seconds;
	}

	private static String required(Map<String, String> parameters, String name) {
		String value = parameters.get(name);
		check(value != null, Character.toLowerCase(name.charAt(0)) + name.substring(1), "not null");
		return String.valueOf(value);
	}

	private static void check(boolean right, String member, String wanted) {
		if (!right) {
			throw new AwsError(400, "ValidationError", "1 validation error detected: Value at '" + member
					+ "' failed to satisfy constraint: Member must be " + wanted);
		}
	}

	@Override
	public AwsResponse error(AwsError error, AwsRequest request) {
		return AwsQuery.error(error, NAMESPACE, request);
	}

	@Override
	public AwsError throttled() {
		return new AwsError(400, "Throttling", "Rate exceeded");
	}

	@Override
	public void forget(@Nullable String account) {
		// Issued keys stay good, as they do at AWS.
	}

}
