package dev.appintegrations.emulator.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.appintegrations.emulator.iam.DeletionTask.Outcome;
import dev.appintegrations.emulator.iam.IamService.Call;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsQuery;
import dev.appintegrations.emulator.wire.Conditions;
import dev.appintegrations.emulator.wire.Credentials;

import org.springframework.stereotype.Component;

/**
 * The operations on the role. Texts of refusals are those seen in public reports where
 * there are any, otherwise inferred; codes and statuses are the model's.
 */
@Component
class RoleOperations {

	private final Roles roles;

	private final Conditions conditions;

	private final Pages pages;

	private final Credentials credentials;

	RoleOperations(Roles roles, Conditions conditions, Pages pages, Credentials credentials) {
		this.roles = roles;
		this.conditions = conditions;
		this.pages = pages;
		this.credentials = credentials;
	}

	/** A role that somebody has assumed exists too, with a name, an id and a path. */
	String get(Call call) {
		return IamXml.wrap("Role",
				this.credentials.ofRole(call.account(), call.text("RoleName"))
					.map((session) -> IamXml.assumed(session.roleArn(), session.id()))
					.orElseGet(() -> IamXml.whole(visible(call))));
	}

	String list(Call call) {
		String prefix = call.optional("PathPrefix");
		List<String> roles = this.roles.visible(call.account())
			.filter((role) -> prefix == null || IamRole.PATH.startsWith(prefix))
			.map(IamXml::listed)
			.stream()
			.toList();
		return this.pages.page("Roles", roles, call);
	}

	/**
	 * Whether this service takes a custom suffix is unverified; it is refused as IAM
	 * refuses it of services that take none.
	 */
	String create(Call call) {
		if (!IamRole.PRINCIPAL.equals(call.text("AWSServiceName"))) {
			throw new AwsError(404, "NoSuchEntity",
					"The service principal " + call.text("AWSServiceName") + " does not have a service-linked role.");
		}
		if (call.optional("CustomSuffix") != null) {
			throw new AwsError(400, "InvalidInput", "Custom suffix is not allowed for " + call.text("AWSServiceName"));
		}
		return IamXml.wrap("Role", IamXml.created(this.roles.create(call.account(), call.optional("Description"))));
	}

	/** Of a service-linked role only the description can be changed. */
	String update(Call call) {
		if (call.input().containsKey("MaxSessionDuration")) {
			return protect(call);
		}
		String description = call.optional("Description");
		if (description != null) {
			change(call, description);
		}
		else {
			existing(call);
		}
		return "";
	}

	String describe(Call call) {
		return IamXml.wrap("Role", IamXml.described(change(call, call.text("Description"))));
	}

	private IamRole change(Call call, String description) {
		existing(call);
		return this.roles.change(call.account(), call.text("RoleName"), (role) -> role.describedAs(description));
	}

	String protect(Call call) {
		existing(call);
		throw new AwsError(400, "UnmodifiableEntity", "Cannot perform the operation on the protected role '"
				+ IamRole.NAME + "' - this role is only modifiable by AWS");
	}

	String delete(Call call) {
		existing(call);
		return IamXml.element("DeletionTaskId", this.roles.delete(call.account()));
	}

	String deletionStatus(Call call) {
		String id = call.text("DeletionTaskId");
		if (!id.startsWith("task/")) {
			throw new AwsError(400, "InvalidInput", "Invalid deletion task id: " + id);
		}
		DeletionTask task = this.roles.task(call.account(), id);
		Outcome outcome = task.outcome();
		String status = task.status(this.conditions.now(call.account()));
		String reason = (outcome != null && "FAILED".equals(status))
				? IamXml.wrap("Reason", IamXml.element("Reason", outcome.reason()) + usage(outcome.usage())) : "";
		return IamXml.element("Status", status) + reason;
	}

	private static String usage(Map<String, List<String>> usage) {
		return usage.isEmpty() ? ""
				: IamXml.list("RoleUsageList", usage.entrySet()
					.stream()
					.map((entry) -> IamXml.element("Region", entry.getKey())
							+ IamXml.list("Resources", entry.getValue().stream().map(AwsQuery::escape).toList()))
					.toList());
	}

	IamRole visible(Call call) {
		return named(call, this.roles.visible(call.account()));
	}

	void existing(Call call) {
		named(call, this.roles.existing(call.account()));
	}

	/** Names of roles are unique ignoring case, and found as they are written. */
	private static IamRole named(Call call, Optional<IamRole> role) {
		return role.filter((each) -> IamRole.NAME.equals(call.text("RoleName")))
			.orElseThrow(() -> Roles.noSuchRole(call.text("RoleName")));
	}

}
