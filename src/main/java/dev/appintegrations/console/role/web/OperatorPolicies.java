package dev.appintegrations.console.role.web;

import java.util.Objects;

import dev.appintegrations.console.role.RoleNames;
import org.jspecify.annotations.Nullable;

/**
 * Policies that people attach to whoever runs the console.
 */
final class OperatorPolicies {

	private OperatorPolicies() {
	}

	/**
	 * What creating the role needs (IAM user guide, "Service-linked role permissions").
	 */
	static String create(@Nullable String accountId) {
		return """
				{
				  "Version": "2012-10-17",
				  "Statement": [
				    {
				      "Effect": "Allow",
				      "Action": "iam:CreateServiceLinkedRole",
				      "Resource": "%s*",
				      "Condition": { "StringLike": { "iam:AWSServiceName": "%s" } }
				    }
				  ]
				}""".formatted(RoleNames.arn(Objects.requireNonNullElse(accountId, "*")), RoleNames.PRINCIPAL);
	}

}
