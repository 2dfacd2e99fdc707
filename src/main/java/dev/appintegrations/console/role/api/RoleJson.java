package dev.appintegrations.console.role.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.RoleState;
import dev.appintegrations.console.role.ServiceLinkedRole;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The role, as programs see it.
 */
@Schema(name = "Role", description = "The service-linked role as IAM shows it; what is not known is null.")
record RoleJson(RoleState state, @Nullable String arn, @Nullable String roleId, @Nullable String path,
		@Nullable Instant createdAt, @Nullable String description, @Nullable Integer maxSessionSeconds,
		@Schema(description = "Its last use in the trailing 400 days; null if there was none.") @Nullable LastUsed lastUsed,
		@Schema(description = "Its trust policy.", type = "object") @Nullable JsonNode trust,
		@Nullable Policies policies, Map<String, String> tags,
		@Schema(description = "Whether its documents are as documented.") DriftSummary drift,
		@Schema(description = "Calls that failed.") List<Failure> failures,
		@Schema(description = "When IAM was asked.") Instant readAt, String href, String page) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static RoleJson of(Account account, RoleReading reading) {
		List<Failure> failures = reading.failures().stream().map(Failure::of).toList();
		ServiceLinkedRole role = reading.role();
		if (role == null) {
			return new RoleJson(reading.state(), null, null, null, null, null, null, null, null, null, Map.of(),
					DriftSummary.of(account, reading), failures, reading.at(), href(account), page(account));
		}
		return new RoleJson(reading.state(), role.arn(), role.roleId(), role.path(), role.createdAt(),
				role.description(), role.maxSessionSeconds(),
				(role.lastUsed() != null) ? new LastUsed(role.lastUsed().at(), role.lastUsed().region()) : null,
				json(role.trustDocument()), Policies.of(role), role.tags(), DriftSummary.of(account, reading), failures,
				reading.at(), href(account), page(account));
	}

	static String href(Account account) {
		return "/api/v1/accounts/" + account.alias() + "/role";
	}

	static String page(Account account) {
		return "/accounts/" + account.alias() + "/role";
	}

	private static @Nullable JsonNode json(String document) {
		try {
			return JSON.readTree(document);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * A last use.
	 */
	@Schema(name = "RoleLastUsed", description = "IAM takes up to four hours to show a use.")
	record LastUsed(Instant at, @Nullable String region) {

	}

	/**
	 * The drift in a word.
	 */
	@Schema(name = "RoleDriftSummary", description = "Whether the live documents are the documented ones.")
	record DriftSummary(@Schema(description = "UNKNOWN if there is nothing to compare.") DriftJson.State state,
			@Schema(description = "The differences.") String href) {

		static DriftSummary of(Account account, RoleReading reading) {
			return new DriftSummary(DriftJson.of(reading).state(), RoleJson.href(account) + "/drift");
		}

	}

	/**
	 * Its policies.
	 */
	@Schema(name = "RolePolicies", description = "Its policies; null where they could not be listed.")
	record Policies(@Nullable List<String> attached, @Nullable List<String> inline,
			@Schema(description = "The default version of the managed policy.") @Nullable String version,
			@Nullable Instant changedAt,
			@Schema(description = "Its document.", type = "object") @Nullable JsonNode document) {

		static Policies of(ServiceLinkedRole role) {
			ServiceLinkedRole.ManagedPolicy policy = role.policy();
			return new Policies(role.attachedPolicies(), role.inlinePolicies(),
					(policy != null) ? policy.versionId() : null, (policy != null) ? policy.changedAt() : null,
					(policy != null) ? json(policy.document()) : null);
		}

	}

	/**
	 * A call that failed.
	 */
	@Schema(name = "RoleFailure", description = "A call to IAM that failed.")
	record Failure(String operation, String code, String message, String advice, @Nullable String requestId,
			@Schema(description = "The denied IAM action, if AWS names it.") @Nullable String action) {

		static Failure of(AwsFailure failure) {
			AwsFailure.Call call = failure.call();
			return new Failure(call.operation(), call.code(), failure.message(), failure.advice(), call.requestId(),
					(failure instanceof AwsFailure.Denied denied) ? denied.action() : null);
		}

	}

}
