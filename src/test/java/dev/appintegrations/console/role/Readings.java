package dev.appintegrations.console.role;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.role.ServiceLinkedRole.LastUse;
import dev.appintegrations.console.role.ServiceLinkedRole.ManagedPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Readings of the role to show on pages.
 */
public final class Readings {

	private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

	private Readings() {
	}

	/** As AWS makes it. */
	public static RoleReading present() {
		return present(List.of(), DocumentedRole.POLICY, DocumentedRole.TRUST);
	}

	/** With something that AWS does not make. */
	public static RoleReading present(List<String> inline, String policy, String trust) {
		return new RoleReading(RoleState.PRESENT, role(inline, policy, trust), List.of(), AT);
	}

	/** Present, but its policy may not be read. */
	public static RoleReading withoutPolicy() {
		return new RoleReading(RoleState.PRESENT, role(null, null, DocumentedRole.TRUST),
				List.of(denied("GetPolicyVersion")), AT);
	}

	public static RoleReading absent() {
		return new RoleReading(RoleState.ABSENT, null, List.of(), AT);
	}

	public static RoleReading denied() {
		return new RoleReading(RoleState.UNKNOWN, null, List.of(denied("GetRole")), AT);
	}

	public static RoleReading timedOut() {
		return new RoleReading(RoleState.UNKNOWN, null,
				List.of(new AwsFailure.TimedOut(new AwsFailure.Call("iam", "GetRole", "TIMED_OUT", null),
						"No answer within 10 seconds", "Try again.")),
				AT);
	}

	private static AwsFailure denied(String operation) {
		return new AwsFailure.Denied(new AwsFailure.Call("iam", operation, "AccessDenied", "request-" + operation),
				"not authorized to perform: iam:" + operation, "Allow iam:" + operation + ".",
				AwsFailure.DeniedBy.IDENTITY_POLICY, "iam:" + operation, null);
	}

	private static ServiceLinkedRole role(@Nullable List<String> inline, @Nullable String policy, String trust) {
		return new ServiceLinkedRole(RoleNames.arn("111122223333"), "AROAEXAMPLE", RoleNames.PATH,
				Instant.parse("2023-05-06T07:08:09Z"), "<b>ours</b>", 3600,
				new LastUse(Instant.parse("2026-11-20T00:00:00Z"), "eu-west-2"), trust, Map.of("team", "<i>x</i>"),
				(inline != null) ? List.of(RoleNames.POLICY_ARN) : null, inline,
				(policy != null) ? new ManagedPolicy(RoleNames.POLICY_ARN, "v1", DocumentedRole.SINCE,
						DocumentedRole.SINCE, false, policy) : null);
	}

}
