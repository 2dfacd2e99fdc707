package dev.appintegrations.console.role;

import org.jspecify.annotations.Nullable;

/**
 * What the service-linked role of Amazon AppIntegrations is called everywhere (Amazon
 * Connect administrator guide, "Use service-linked roles for Amazon AppIntegrations").
 */
public final class RoleNames {

	/** The role's name, the same in every account. */
	public static final String ROLE = "AWSServiceRoleForAppIntegrations";

	/** The service that may assume it. */
	public static final String PRINCIPAL = "app-integrations.amazonaws.com";

	/** The role's path. */
	public static final String PATH = "/aws-service-role/" + PRINCIPAL + "/";

	/** The managed policy that is attached to it, and can be attached to nothing else. */
	public static final String POLICY = "AppIntegrationsServiceLinkedRolePolicy";

	/** The managed policy's ARN. */
	public static final String POLICY_ARN = "arn:aws:iam::aws:policy/aws-service-role/" + POLICY;

	private RoleNames() {
	}

	/**
	 * The role's ARN in an account.
	 * @param accountId twelve digits, or {@code null} if they are not known
	 * @return the ARN, without an account id if that is not known
	 */
	public static String arn(@Nullable String accountId) {
		return "arn:aws:iam::" + ((accountId != null) ? accountId : "") + ":role" + PATH + ROLE;
	}

}
