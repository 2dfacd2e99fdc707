package dev.appintegrations.emulator.iam;

import java.util.List;
import java.util.regex.Pattern;

import dev.appintegrations.emulator.iam.IamService.Call;
import dev.appintegrations.emulator.wire.AwsError;

import org.springframework.stereotype.Component;

/**
 * The operations on the role's policies. The one managed policy is all there is.
 */
@Component
class PolicyOperations {

	private static final Pattern POLICY_ARN = Pattern.compile("arn:aws:iam::(?:aws|\\d{12}):policy/\\S+");

	private final Roles roles;

	private final RoleOperations role;

	private final Pages pages;

	PolicyOperations(Roles roles, RoleOperations role, Pages pages) {
		this.roles = roles;
		this.role = role;
		this.pages = pages;
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
		return this.pages.page("Versions", List.of(ManagedPolicy.versionXml(false)), call);
	}

	String attached(Call call) {
		this.role.visible(call);
		String prefix = call.optional("PathPrefix");
		List<String> policies = (prefix == null || ManagedPolicy.PATH.startsWith(prefix)) ? List
			.of(IamXml.element("PolicyName", ManagedPolicy.NAME) + IamXml.element("PolicyArn", ManagedPolicy.ARN))
				: List.of();
		return this.pages.page("AttachedPolicies", policies, call);
	}

	String noneInline(Call call) {
		this.role.visible(call);
		return this.pages.page("PolicyNames", List.of(), call);
	}

	String inline(Call call) {
		this.role.visible(call);
		throw new AwsError(404, "NoSuchEntity",
				"The role policy with name " + call.text("PolicyName") + " cannot be found.");
	}

	/** The policy of a service-linked role can be attached to nothing else. */
	String attach(Call call) {
		if (ManagedPolicy.ARN.equals(policyArn(call)) && !IamRole.NAME.equals(call.text("RoleName"))) {
			throw new AwsError(400, "PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.");
		}
		return this.role.protect(call);
	}

	private static void known(Call call) {
		if (!ManagedPolicy.ARN.equals(policyArn(call))) {
			throw new AwsError(404, "NoSuchEntity", "Policy " + call.text("PolicyArn") + " was not found.");
		}
	}

	/**
	 * What is no ARN, and an ARN of something else, are refused with different codes, as
	 * LocalStack's snapshots of AWS have it (February 2026).
	 */
	private static String policyArn(Call call) {
		String arn = call.text("PolicyArn");
		if (!POLICY_ARN.matcher(arn).matches()) {
			throw new AwsError(400, arn.startsWith("arn:") ? "InvalidInput" : "ValidationError",
					"ARN " + arn + " is not valid.");
		}
		return arn;
	}

}
