package dev.appintegrations.emulator.wire;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whom access keys belong to: twelve digits are an account's own, the keys that
 * AssumeRole issued belong to the role's account, all others to
 * {@value #UNKNOWN_ACCOUNT}.
 */
@Component
public class Credentials {

	/** The account of keys that tell nothing. */
	public static final String UNKNOWN_ACCOUNT = "000000000000";

	private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

	private final Map<String, Session> sessions = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final Conditions conditions;

	Credentials(Conditions conditions) {
		this.conditions = conditions;
	}

	/**
	 * Issues keys for an assumed role, and forgets those that ended long ago.
	 * @param account the role's account
	 * @param roleArn the role's ARN, with its path
	 * @param arn the assumed-role ARN
	 * @param id the assumed-role id
	 * @param expiration when they end
	 * @return the keys
	 */
	public Session issue(String account, String roleArn, String arn, String id, Instant expiration) {
		Session session = new Session("ASIA" + hex(8).toUpperCase(Locale.ROOT), hex(20), hex(64), account, roleArn, arn,
				id, expiration);
		this.sessions.values().removeIf((each) -> expired(each, FORGOTTEN_AFTER));
		this.sessions.put(session.accessKeyId(), session);
		return session;
	}

	/**
	 * The session that a key belongs to.
	 * @param accessKeyId an access key id
	 * @return {@code null} if AssumeRole did not issue it
	 */
	public @Nullable Session session(String accessKeyId) {
		return this.sessions.get(accessKeyId);
	}

	/**
	 * A session of a role, which proves that the role exists.
	 * @param account the role's account
	 * @param name the role's name
	 * @return empty if nobody has assumed such a role
	 */
	public Optional<Session> ofRole(String account, String name) {
		return this.sessions.values()
			.stream()
			.filter((each) -> each.account().equals(account) && each.roleArn().endsWith("/" + name))
			.findAny();
	}

	/**
	 * Who makes a request, as AWS names them when it denies.
	 * @param request the request
	 * @return the ARN of an assumed role or of a user
	 */
	public String callerArn(AwsRequest request) {
		Session session = session(request.accessKeyId());
		return (session != null) ? session.arn() : "arn:aws:iam::" + request.account() + ":user/operator";
	}

	String account(String accessKeyId, @Nullable String token) {
		if (accessKeyId.matches("\\d{12}")) {
			return accessKeyId;
		}
		Session session = this.sessions.get(accessKeyId);
		if (session == null) {
			return UNKNOWN_ACCOUNT;
		}
		if (!session.token().equals(token)) {
			throw AwsError.unrecognizedClient();
		}
		if (expired(session, Duration.ZERO)) {
			throw new AwsError(403, AwsError.EXPIRED_TOKEN, "The security token included in the request is expired");
		}
		return session.account();
	}

	private boolean expired(Session session, Duration since) {
		return !session.expiration().plus(since).isAfter(this.conditions.now(session.account()));
	}

	private String hex(int bytes) {
		byte[] value = new byte[bytes];
		this.random.nextBytes(value);
		return HexFormat.of().formatHex(value);
	}

	/**
	 * Keys that AssumeRole issued.
	 *
	 * @param accessKeyId the access key id
	 * @param secretAccessKey the secret
	 * @param token the session token
	 * @param account twelve digits
	 * @param roleArn the role's ARN
	 * @param arn the assumed-role ARN
	 * @param id role id and session name
	 * @param expiration when they end
	 */
	public record Session(String accessKeyId, String secretAccessKey, String token, String account, String roleArn,
			String arn, String id, Instant expiration) {

	}

}
