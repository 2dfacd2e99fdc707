package dev.appintegrations.policy;

/**
 * The documented policies of the role.
 */
public final class RolePolicies {

	private RolePolicies() {
	}

	/**
	 * Its permissions: version v1 of the managed policy
	 * {@code AppIntegrationsServiceLinkedRolePolicy}.
	 * @return the policy of five statements
	 */
	public static Policy permissions() {
		return PolicyReader
			.read("""
					{"Version": "2012-10-17", "Statement": [
					 {"Effect": "Allow", "Action": ["cloudwatch:PutMetricData"], "Resource": "*",
					  "Condition": {"StringEquals": {"cloudwatch:namespace": "AWS/AppIntegrations"}}},
					 {"Effect": "Allow", "Action": ["appflow:DescribeConnectorEntity", "appflow:ListConnectorEntities"],
					  "Resource": "*"},
					 {"Effect": "Allow", "Action": ["appflow:DescribeConnectorProfiles", "appflow:UseConnectorProfile"],
					  "Resource": "arn:aws:appflow:*:*:connector-profile/*"},
					 {"Effect": "Allow", "Action": ["appflow:DeleteFlow", "appflow:DescribeFlow",
					   "appflow:DescribeFlowExecutionRecords", "appflow:StartFlow", "appflow:StopFlow", "appflow:UpdateFlow"],
					  "Condition": {"StringEquals": {"aws:ResourceTag/AppIntegrationsManaged": "true"}},
					  "Resource": "arn:aws:appflow:*:*:flow/FlowCreatedByAppIntegrations-*"},
					 {"Effect": "Allow", "Action": ["appflow:TagResource"],
					  "Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": ["AppIntegrationsManaged"]}},
					  "Resource": "arn:aws:appflow:*:*:flow/FlowCreatedByAppIntegrations-*"}]}
					""");
	}

	/**
	 * Its trust policy.
	 * @return the policy
	 */
	public static Policy trust() {
		return PolicyReader.read("""
				{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
				  "Principal": {"Service": "app-integrations.amazonaws.com"}}]}
				""");
	}

}
