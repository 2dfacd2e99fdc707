package dev.appintegrations.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Request;

/**
 * As long as a managed policy can be: 6,144 characters, white space not counted. Its
 * statements take turns in what policies are made of: lists of actions, patterns, policy
 * variables, conditions on tags, on addresses and on ARNs, and denials.
 */
final class LongPolicy {

	static final int LENGTH = 6144;

	private static final List<String> STATEMENTS = List.of(
			"""
					{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:ListBucket"],"Resource":["arn:aws:s3:::team-%d-*","arn:aws:s3:::team-%d-*/${aws:PrincipalTag/team}/*"]}""",
			"""
					{"Effect":"Allow","Action":"appflow:*Flow*","Resource":"arn:aws:appflow:*:*:flow/team-%d-*","Condition":{"StringEquals":{"aws:ResourceTag/team":"%d"}}}""",
			"""
					{"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey*"],"Resource":"arn:aws:kms:*:11112222333%d:key/*","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/team-%d-*"}}}""",
			"""
					{"Effect":"Deny","Action":"connect:Delete*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"10.%d.0.0/16"},"StringLike":{"aws:ResourceTag/team":"%d*"}}}""");

	private LongPolicy() {
	}

	static String document() {
		StringBuilder document = new StringBuilder("{\"Version\":\"2012-10-17\",\"Id\":\"\",\"Statement\":[");
		for (int i = 0;; i++) {
			String statement = STATEMENTS.get(i % STATEMENTS.size()).replace("%d", Integer.toString(i));
			int rest = LENGTH - document.length() - 2;
			if (statement.length() > rest) {
				String id = "x".repeat(rest + 1);
				return document.deleteCharAt(document.length() - 1)
					.append("]}")
					.insert(document.indexOf("\"Id\":\"") + 6, id)
					.toString();
			}
			document.append(statement).append(',');
		}
	}

	/** About statements from the first to the last, every other one not as they say. */
	static List<Request> requests() {
		List<Request> requests = new ArrayList<>();
		for (int i = 0; i < 32; i++) {
			boolean fits = i % 8 < 4;
			String team = Integer.toString(fits ? i : i + 100);
			Map<String, List<String>> context = Map.of("aws:ResourceTag/team", List.of(team), "aws:PrincipalTag/team",
					List.of("blue"), "aws:PrincipalArn",
					List.of("arn:aws:iam::111122223333:role/team-" + team + "-reader"), "aws:SourceIp",
					List.of("10.200.3.4"));
			requests.add(switch (i % 4) {
				case 0 -> new Request("s3:GetObject", "arn:aws:s3:::team-" + team + "-data/blue/report.csv", context);
				case 1 -> new Request("appflow:StartFlow",
						"arn:aws:appflow:eu-west-2:111122223333:flow/team-" + team + "-orders", context);
				case 2 -> new Request("kms:Decrypt", "arn:aws:kms:eu-west-2:11112222333" + team + ":key/1234", context);
				default -> new Request("connect:DeleteIntegrationAssociation",
						"arn:aws:connect:eu-west-2:111122223333:instance/1/integration-association/2", context);
			});
		}
		return requests;
	}

}
