package dev.appintegrations.emulator.iam;

import java.util.List;

import dev.appintegrations.emulator.iam.IamService.Call;
import dev.appintegrations.emulator.wire.AwsError;

import org.springframework.stereotype.Component;

/**
 * The operations on the role's policies. The one managed policy is all there is.
 */
@Component
class PolicyOperations {

	private final Roles roles;

	private final RoleOperations role;

	PolicyOperations(Roles roles, RoleOperations role) {
		this.roles = roles;
		this.role = role;
	}

	String get(Call call) {
		known(call);
		return IamXml.wrap("Policy", ManagedPolicy.xml(this.roles.visible(call.account()).isPresent()));
	}

	String version(Call call) {
		known(call);
		if (!ManagedPolicy.VERSION.equals(call.text("VersionId"))) {
			throw new AwsError(404, "NoSuchEntity", "Policy " + ManagedPolicy.ARN + " version " + call.text("VersionId")
					+ " does not exist or is not attachable.");
		}
		return IamXml.wrap("PolicyVersion", ManagedPolicy.versionXml(true));
	}

	String versions(Call call) {
		known(call);
		RoleOperations.refuseMarker(call);
		return IamXml.list("Versions", List.of(ManagedPolicy.versionXml(false))) + IamXml.element("IsTruncated", false);
	}

	String attached(Call call) {
		this.role.visible(call);
		RoleOperations.refuseMarker(call);
		String prefix = call.optional("PathPrefix");
		List<String> policies = (prefix == null || ManagedPolicy.PATH.startsWith(prefix)) ? List
			.of(IamXml.element("PolicyName", ManagedPolicy.NAME) + IamXml.element("PolicyArn", ManagedPolicy.ARN))
				: List.of();
		return IamXml.list("AttachedPolicies", policies) + IamXml.element("IsTruncated", false);
	}

	String noneInline(Call call) {
		this.role.visible(call);
		RoleOperations.refuseMarker(call);
		return IamXml.list("PolicyNames", List.of()) + IamXml.element("IsTruncated", false);
	}

	String inline(Call call) {
		this.role.visible(call);
		throw new AwsError(404, "NoSuchEntity",
				"The role policy with name " + call.text("PolicyName") + " cannot be found.");
	}

	/** The policy of a service-linked role can be attached to nothing else. */
	String attach(Call call) {
		if (ManagedPolicy.ARN.equals(call.text("PolicyArn")) && !IamRole.NAME.equals(call.text("RoleName"))) {
			throw new AwsError(400, "PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.");
		}
		return this.role.protect(call);
	}

	private static void known(Call call) {
		if (!ManagedPolicy.ARN.equals(call.text("PolicyArn"))) {
			throw new AwsError(404, "NoSuchEntity", "Policy " + call.text("PolicyArn") + " was not found.");
		}
	}

}
