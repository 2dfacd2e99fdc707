package dev.appintegrations.emulator.sts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
 * AWS Security Token Service: GetCallerIdentity and AssumeRole. Every role exists and
 * trusts everyone, since the emulator has no IAM.
 */
@Component
class StsService implements EmulatedService {

	private static final String VERSION = "2011-06-15";

	private static final String NAMESPACE = "https://sts.amazonaws.com/doc/" + VERSION + "/";

	private static final List<String> OPERATIONS = List.of("GetCallerIdentity", "AssumeRole");

	private static final Pattern ROLE_ARN = Pattern
		.compile("arn:aws:iam::(\\d{12}):role/(?:[\\x21-\\x7e]*/)?([\\w+=,.@-]{1,64})");

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
		if (!request.segments().equals(List.of("")) || !List.of("GET", "POST").contains(request.method())) {
			return null;
		}
		Map<String, String> parameters = AwsQuery.parameters(request);
		String action = parameters.get("Action");
		return (VERSION.equals(parameters.get("Version")) && OPERATIONS.contains(action)) ? action : null;
	}

	@Override
	public AwsError unknownOperation(AwsRequest request) {
		Map<String, String> parameters = AwsQuery.parameters(request);
		return new AwsError(400, "InvalidAction",
				"Could not find operation %s for version %s".formatted(
						parameters.getOrDefault("Action", "NO_ACTION_SPECIFIED"),
						parameters.getOrDefault("Version", "NO_VERSION_SPECIFIED")));
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
		String userId = (session != null) ? session.id() : "AIDA" + request.account() + "00000";
		return AwsQuery
			.answer("GetCallerIdentity", NAMESPACE,
					"<Arn>" + AwsQuery.escape(this.credentials.callerArn(request)) + "</Arn><UserId>"
							+ AwsQuery.escape(userId) + "</UserId><Account>" + request.account() + "</Account>",
					request);
	}

	private AwsResponse assumeRole(AwsRequest request) {
		boolean chained = this.credentials.session(request.accessKeyId()) != null;
		AssumeRoleInput input = AssumeRoleInput.read(AwsQuery.parameters(request), chained);
		Matcher role = ROLE_ARN.matcher(input.roleArn());
		if (!role.matches()) {
			throw new AwsError(400, "ValidationError", "Request ARN is invalid");
		}
		String account = role.group(1);
		String roleName = role.group(2);
		Instant expiration = this.conditions.now(account)
			.plus(Duration.ofSeconds(input.durationSeconds()))
			.truncatedTo(ChronoUnit.SECONDS);
		String arn = "arn:aws:sts::" + account + ":assumed-role/" + roleName + "/" + input.sessionName();
		String id = roleId(account, roleName) + ":" + input.sessionName();
		Credentials.Session session = this.credentials.issue(account, input.roleArn(), arn, id, expiration);
		return AwsQuery.answer("AssumeRole", NAMESPACE,
				"<AssumedRoleUser><AssumedRoleId>" + AwsQuery.escape(id) + "</AssumedRoleId><Arn>"
						+ AwsQuery.escape(arn) + "</Arn></AssumedRoleUser><Credentials><AccessKeyId>"
						+ session.accessKeyId() + "</AccessKeyId><SecretAccessKey>" + session.secretAccessKey()
						+ "</SecretAccessKey><SessionToken>" + session.token() + "</SessionToken><Expiration>"
						+ expiration + "</Expiration></Credentials>",
				request);
	}

	private static String roleId(String account, String roleName) {
		long hash = UUID.nameUUIDFromBytes((account + "/" + roleName).getBytes(StandardCharsets.UTF_8))
			.getMostSignificantBits();
		return "AROA" + "%017d".formatted(Math.floorMod(hash, 100_000_000_000_000_000L));
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
