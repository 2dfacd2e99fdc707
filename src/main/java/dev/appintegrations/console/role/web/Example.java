package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A question that people ask, ready to click.
 *
 * @param words the question
 * @param query asks it
 */
record Example(String words, String query) {

	/**
	 * Actions to complete from: those that the role has, and those that people expect.
	 */
	static final List<String> ACTIONS = List.of("appflow:CreateFlow", "appflow:DeleteFlow",
			"appflow:DescribeConnectorEntity", "appflow:DescribeConnectorProfiles", "appflow:DescribeFlow",
			"appflow:DescribeFlowExecutionRecords", "appflow:ListConnectorEntities", "appflow:ListFlows",
			"appflow:StartFlow", "appflow:StopFlow", "appflow:TagResource", "appflow:UntagResource",
			"appflow:UpdateFlow", "appflow:UseConnectorProfile", "cloudwatch:PutMetricData", "events:PutRule",
			"kms:Decrypt", "s3:GetObject", "secretsmanager:GetSecretValue");

	/** Condition keys that the policy looks at. */
	static final List<String> KEYS = List.of("cloudwatch:namespace", "aws:ResourceTag/AppIntegrationsManaged",
			"aws:TagKeys");

	static List<Example> of(@Nullable String accountId) {
		String flow = "arn:aws:appflow:eu-west-2:" + Objects.requireNonNullElse(accountId, "111122223333")
				+ ":flow/FlowCreatedByAppIntegrations-example";
		String tag = "aws:ResourceTag/AppIntegrationsManaged";
		return List.of(
				example("Publish its metrics?", "cloudwatch:PutMetricData", "*", "cloudwatch:namespace",
						"AWS/AppIntegrations"),
				example("Publish metrics of another namespace?", "cloudwatch:PutMetricData", "*",
						"cloudwatch:namespace", "Custom"),
				example("Delete a flow that it made?", "appflow:DeleteFlow", flow, tag, "true"),
				example("Delete such a flow once its tag is gone?", "appflow:DeleteFlow", flow),
				example("Tag a flow with its own key?", "appflow:TagResource", flow, "aws:TagKeys",
						"AppIntegrationsManaged"),
				example("Tag a flow with another key too?", "appflow:TagResource", flow, "aws:TagKeys",
						"AppIntegrationsManaged", "aws:TagKeys", "team"),
				example("Use a connection?", "appflow:UseConnectorProfile",
						flow.replace("flow/FlowCreatedByAppIntegrations-example", "connectorprofile/salesforce")),
				example("Create a flow?", "appflow:CreateFlow", flow));
	}

	private static Example example(String words, String action, String resource, String... context) {
		return new Example(words, WhatIfForm.of(action, resource, context).query());
	}

}
