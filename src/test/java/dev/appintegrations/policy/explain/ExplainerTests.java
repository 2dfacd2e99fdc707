package dev.appintegrations.policy.explain;

import java.util.List;
import java.util.stream.LongStream;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.RandomPolicies;
import dev.appintegrations.policy.RolePolicies;
import dev.appintegrations.policy.catalog.AccessLevel;
import dev.appintegrations.policy.explain.ActionExplanation.KnownAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What policies read like in plain words.
 */
class ExplainerTests {

	@Test
	void explainsTheFiveStatementsOfTheRole() {
		assertThat(sentences(RolePolicies.permissions(), "the role")).containsExactly(
				"The role may publish metrics (cloudwatch:PutMetricData) on any resource, but only if cloudwatch:namespace is exactly “AWS/AppIntegrations”.",
				"The role may read the fields of objects in a connection (appflow:DescribeConnectorEntity) and list the objects in a connection (appflow:ListConnectorEntities), on any resource.",
				"The role may list connections (appflow:DescribeConnectorProfiles) and use a connection in a flow (appflow:UseConnectorProfile), on any resource whose ARN matches arn:aws:appflow:*:*:connector-profile/*.",
				"The role may delete flows (appflow:DeleteFlow), read the settings of flows (appflow:DescribeFlow), read the run history of flows (appflow:DescribeFlowExecutionRecords), start flows (appflow:StartFlow), stop flows (appflow:StopFlow) and change flows (appflow:UpdateFlow), on any Amazon AppFlow flow in any Region and account whose name begins with “FlowCreatedByAppIntegrations-”, but only if the resource's tag AppIntegrationsManaged (aws:ResourceTag/AppIntegrationsManaged) is exactly “true”.",
				"The role may set tags (appflow:TagResource) on any Amazon AppFlow flow in any Region and account whose name begins with “FlowCreatedByAppIntegrations-”, but only if every tag key in the request (aws:TagKeys), if there is any, is exactly “AppIntegrationsManaged”.");
	}

	@Test
	void explainsTheTrustPolicyOfTheRole() {
		assertThat(sentences(RolePolicies.trust(), "whoever")).containsExactly(
				"The service Amazon AppIntegrations (app-integrations.amazonaws.com) may assume the role (sts:AssumeRole).");
	}

	@Test
	void tellsOfEachActionWhatIsKnown() {
		ActionExplanation tag = Explainer.explain(RolePolicies.permissions()).statements().get(4).actions().getFirst();
		assertThat(tag.path()).isEqualTo("$.Statement[4].Action");
		assertThat(tag.matches()).isOne();
		KnownAction known = tag.known().getFirst();
		assertThat(known.id()).isEqualTo("appflow:TagResource");
		assertThat(known.words()).isEqualTo("set tags");
		assertThat(known.facts()).isNotNull();
		assertThat(known.facts().accessLevel()).isEqualTo(AccessLevel.TAGGING);
		assertThat(known.facts().conditionKeys()).contains("aws:TagKeys");
		assertThat(known.facts().resources()).extracting((use) -> use.type().name())
			.containsExactly("connector", "flow");
	}

	@Test
	void countsWhatAWildcardMatches() {
		List<ActionExplanation> actions = explain("""
				"Effect": "Allow", "Resource": "*", "Action": ["*", "appflow:Describe*", "ec2:*", "ec2:Nothing*"]""")
			.actions();
		assertThat(actions.get(0).matches()).isGreaterThan(20_000);
		assertThat(actions.get(0).known()).isEmpty();
		assertThat(actions.get(1).known()).hasSize(9).extracting(KnownAction::id).contains("appflow:DescribeFlow");
		assertThat(actions.get(2).known()).isNotEmpty().allMatch((action) -> action.facts() == null);
		assertThat(actions.get(3).matches()).isZero();
		assertThat(actions).extracting(ActionExplanation::text)
			.containsExactly("do everything (*)", "use the 9 known actions that match appflow:Describe*",
					"do everything in Amazon EC2 (ec2:*)", "use actions that match ec2:Nothing*");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"Effect": "Deny", "Action": ["appflow:DeleteFlow", "appflow:StopFlow"], "Resource": "*" | Whoever has this policy may not delete flows (appflow:DeleteFlow) or stop flows (appflow:StopFlow), on any resource.
					"Effect": "Deny", "Action": "*", "Resource": "*" | Whoever has this policy may not do anything (*) on any resource.
					"Effect": "Allow", "NotAction": "iam:*", "Resource": "*" | Whoever has this policy may do everything except everything in IAM (iam:*) on any resource.
					"Effect": "Allow", "Action": ["connect:DeleteUseCase", "appflow:StopFlow", "connect:ListUseCases"], "Resource": "*" | Whoever has this policy may stop flows (appflow:StopFlow), use connect:DeleteUseCase and connect:ListUseCases, on any resource.
					"Effect": "Allow", "Action": "appflow:StopFlow", "NotResource": ["arn:aws:appflow:*:*:flow/a", "arn:aws:appflow:*:*:flow/b"] | Whoever has this policy may stop flows (appflow:StopFlow) on any resource except the Amazon AppFlow flow “a” in any Region and account and the Amazon AppFlow flow “b” in any Region and account.
					"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" | Everybody may assume the role (sts:AssumeRole).
					"Effect": "Allow", "Principal": {"AWS": ["111122223333", "arn:aws:iam::444455556666:role/Ops"]}, "Action": "sts:AssumeRole" | Anyone whom account 111122223333 permits and the role Ops of account 444455556666 may assume the role (sts:AssumeRole).
					"Effect": "Allow", "Principal": {"Service": "nobody.example.com"}, "Action": "sts:AssumeRole" | The service nobody.example.com may assume the role (sts:AssumeRole).
					"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/anna"}, "Action": "s3:*", "Resource": "*" | Everybody except the user anna of account 111122223333 may not do anything in Amazon S3 (s3:*) on any resource.
					""")
	void explainsStatements(String statement, String sentence) {
		assertThat(explain(statement).sentence()).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					arn:aws:appflow:us-east-1:111122223333:flow/x | the Amazon AppFlow flow “x” in us-east-1 of account 111122223333
					arn:aws:appflow:us-east-1:*:flow/*-x | any Amazon AppFlow flow in us-east-1 of any account whose name ends with “-x”
					arn:aws:appflow:*:111122223333:flow/*x* | any Amazon AppFlow flow in any Region of account 111122223333 whose name contains “x”
					arn:aws:appflow:*:*:flow/a*b | any Amazon AppFlow flow in any Region and account whose name matches “a*b”
					arn:aws:app-integrations:*:*:data-integration-association/* | any Amazon AppIntegrations data integration association in any Region and account
					arn:aws:app-integrations:*:*:data-integration/1* | any Amazon AppIntegrations data integration in any Region and account whose ID begins with “1”
					arn:aws:iam::111122223333:user/anna | the IAM user “anna” of account 111122223333
					arn:aws:appflow:*:*:connector-profile/* | any resource whose ARN matches arn:aws:appflow:*:*:connector-profile/*
					arn:aws:s3:::bucket/${aws:username}/* | any resource whose ARN matches arn:aws:s3:::bucket/${aws:username}/*
					arn:aws:connect:*:111122223333:instance/* | any resource whose ARN matches arn:aws:connect:*:111122223333:instance/*
					arn:aws:s3:::bucket | the resource arn:aws:s3:::bucket
					arn:* | any resource whose ARN matches arn:*
					* | any resource
					""")
	void explainsResources(String resource, String words) {
		assertThat(
				explain("\"Effect\": \"Allow\", \"Action\": \"appflow:StopFlow\", \"Resource\": \"" + resource + "\"")
					.resources())
			.singleElement()
			.extracting(ResourceExplanation::text)
			.isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"StringEquals": {"k": ["a", "b"]} | k is exactly “a” or “b” | does not meet
					"StringNotEquals": {"k": ["a", "b"]} | k is missing or is neither “a” nor “b” | meets
					"StringNotEquals": {"k": ["a", "b", "c"]} | k is missing or is none of “a”, “b” and “c” | meets
					"StringEqualsIfExists": {"k": "a"} | k is missing or is exactly “a” | meets
					"StringEqualsIgnoreCase": {"k": "a"} | k is “a” in any letter case | does not meet
					"StringLike": {"aws:PrincipalTag/Team": "a*"} | the principal's tag Team (aws:PrincipalTag/Team) matches “a*” | does not meet
					"ForAllValues:StringLike": {"aws:TagKeys": ["a*", "b"]} | every tag key in the request (aws:TagKeys), if there is any, matches “a*” or “b” | meets
					"ForAnyValue:StringEquals": {"aws:CalledVia": "x"} | at least one value of aws:CalledVia is exactly “x” | does not meet
					"ForAnyValue:StringNotEquals": {"aws:TagKeys": "x"} | at least one tag key in the request (aws:TagKeys) is not “x” | does not meet
					"ForAnyValue:StringEqualsIfExists": {"aws:CalledVia": "x"} | aws:CalledVia is missing or at least one value of aws:CalledVia is exactly “x” | meets
					"StringLike": {"k": ["a", "b"]} | k is exactly “a” or “b” | does not meet
					"StringNotLike": {"k": "a?"} | k is missing or does not match “a?” | meets
					"NumericLessThanEquals": {"k": "5"} | k is at most “5” | does not meet
					"DateGreaterThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"} | aws:CurrentTime is after “2026-01-01T00:00:00Z” | does not meet
					"Bool": {"aws:SecureTransport": "false"} | aws:SecureTransport is “false” | does not meet
					"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "192.0.2.1"]} | aws:SourceIp is an address in “10.0.0.0/8” or “192.0.2.1” | does not meet
					"NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"} | aws:SourceIp is missing or is an address outside “10.0.0.0/8” | meets
					"ArnNotLike": {"aws:SourceArn": "arn:aws:sns:*:*:x"} | aws:SourceArn is missing or does not match “arn:aws:sns:*:*:x” | meets
					"Null": {"aws:TagKeys": "true"} | aws:TagKeys is missing | asks only
					"Null": {"aws:TagKeys": "false"} | aws:TagKeys is present | asks only
					""")
	void explainsConditions(String condition, String words, String whenMissing) {
		ConditionExplanation explained = explain("""
				"Effect": "Allow", "Action": "appflow:StopFlow", "Resource": "*", "Condition": {%s}"""
			.formatted(condition)).conditions().getFirst();
		assertThat(explained.text()).isEqualTo(words);
		assertThat(explained.whenMissing()).contains(whenMissing);
	}

	@Test
	void joinsConditionsAndSaysWhenADenialApplies() {
		assertThat(explain("""
				"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*",
				"Condition": {"Null": {"aws:SourceVpc": "true"}, "Bool": {"aws:SecureTransport": "false"}}""")
			.sentence()).isEqualTo(
					"Whoever has this policy may not use s3:PutObject on any resource, if aws:SourceVpc is missing, and if aws:SecureTransport is “false”.");
	}

	@Test
	void cutsLongListsShortInTheSentenceOnly() {
		StatementExplanation explained = explain("""
				"Effect": "Allow", "Resource": "*", "Action": ["sqs:A", "sqs:B", "sqs:C", "sqs:D", "sqs:E", "sqs:F",
				"sqs:G", "sqs:H", "sqs:I"]""");
		assertThat(explained.sentence()).endsWith("sqs:F, sqs:G and 2 more, on any resource.");
		assertThat(explained.actions()).hasSize(9);
	}

	@Test
	void warnsOfNotElementsAndOfEverybody() {
		assertThat(
				explain("""
						"Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "NotAction": "iam:*", "NotResource": "*\"""")
					.cautions())
			.hasSize(3)
			.anyMatch((caution) -> caution.startsWith("NotAction allows every action that is not listed"))
			.anyMatch((caution) -> caution.startsWith("NotResource allows"))
			.anyMatch((caution) -> caution.startsWith("NotPrincipal allows"));
		assertThat(explain("""
				"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole\"""").cautions())
			.containsExactly("Everybody includes people of other accounts and anonymous ones.");
		assertThat(Explainer.explain(RolePolicies.permissions()).statements().get(4).cautions())
			.containsExactly("ForAllValues is met by a request that has no value of the key at all.");
	}

	@Test
	void tellsWhereEverythingStands() {
		StatementExplanation explained = explain("""
				"Effect": "Allow", "NotAction": ["iam:*", "sts:*"], "Resource": "*",
				"Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": "x"}}""");
		assertThat(explained.path()).isEqualTo("$.Statement[0]");
		assertThat(explained.actions()).extracting(ActionExplanation::path)
			.containsExactly("$.Statement[0].NotAction[0]", "$.Statement[0].NotAction[1]");
		assertThat(explained.resources()).extracting(ResourceExplanation::path)
			.containsExactly("$.Statement[0].Resource");
		assertThat(explained.conditions()).extracting(ConditionExplanation::path)
			.containsExactly("$.Statement[0].Condition[\"ForAllValues:StringEquals\"][\"aws:TagKeys\"]");
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void explainsEveryPolicyThereIs(long seed) {
		Policy policy = RandomPolicies.of(seed);
		Explanation explanation = Explainer.explain(policy);
		assertThat(explanation.statements()).hasSameSizeAs(policy.statements())
			.allSatisfy((explained) -> assertThat(explained.sentence()).matches("(?s)\\P{Ll}.* may (not )?\\S.*\\."))
			.extracting(StatementExplanation::statement)
			.containsExactlyElementsOf(policy.statements());
	}

	static LongStream seeds() {
		return LongStream.range(0, 500);
	}

	private static List<String> sentences(Policy policy, String holder) {
		return Explainer.explain(policy, holder).statements().stream().map(StatementExplanation::sentence).toList();
	}

	private static StatementExplanation explain(String elements) {
		return Explainer.explain(PolicyReader.read("{\"Version\": \"2012-10-17\", \"Statement\": {" + elements + "}}"))
			.statements()
			.getFirst();
	}

}
