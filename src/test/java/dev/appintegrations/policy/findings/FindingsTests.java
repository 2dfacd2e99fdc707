package dev.appintegrations.policy.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.RandomPolicies;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.RolePolicies;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is found wrong, or not what it seems, in policies.
 */
class FindingsTests {

	private static final String TYPES = "connectorprofile (arn:${Partition}:appflow:${Region}:${Account}:connectorprofile/${ProfileName})";

	@Test
	void findsTheThreeOdditiesOfTheRoleAndNothingElse() {
		assertThat(Findings.of(RolePolicies.permissions()))
			.extracting(Finding::kind, Finding::path, Finding::effect, Finding::evidence)
			.containsExactly(tuple(Kind.ACTION_WITHOUT_RESOURCE_LEVEL, "$.Statement[2].Action[0]", Effect.UNKNOWN,
					"appflow:DescribeConnectorProfiles has no resource types: AWS authorises it on *, which arn:aws:appflow:*:*:connector-profile/* does not match. By the documentation the statement allows it on nothing."),
					tuple(Kind.RESOURCE_OF_NO_DOCUMENTED_TYPE, "$.Statement[2].Resource", Effect.UNKNOWN,
							"arn:aws:appflow:*:*:connector-profile/* matches no ARN of the types that the statement's actions act on: "
									+ TYPES + ". By the documentation the statement allows nothing on it."),
					tuple(Kind.FOR_ALL_VALUES_WITHOUT_VALUE,
							"$.Statement[4].Condition[\"ForAllValues:StringEquals\"][\"aws:TagKeys\"]",
							Effect.ALLOWS_MORE,
							"ForAllValues holds for a request that has no value of aws:TagKeys, so the statement also allows appflow:TagResource without it. A Null condition with the value false on the same key would prevent that."));
	}

	@Test
	void provesTheFindingsOfTheRoleWithRequests() {
		Evaluator evaluator = Evaluator.of(RolePolicies.permissions());
		List<Finding> findings = Findings.of(RolePolicies.permissions());
		Request tagging = findings.getLast().counterExample();
		assertThat(tagging).isEqualTo(new Request("appflow:TagResource",
				"arn:aws:appflow:us-east-1:111122223333:flow/FlowCreatedByAppIntegrations-example", Map.of()));
		assertThat(evaluator.decide(tagging)).isEqualTo(Decision.ALLOWED);
		Request listing = findings.getFirst().counterExample();
		assertThat(listing).isEqualTo(new Request("appflow:DescribeConnectorProfiles", "*", Map.of()));
		assertThat(evaluator.decide(listing)).isEqualTo(Decision.IMPLICIT_DENY);
	}

	@Test
	void namesItsSources() {
		assertThat(Findings.of(RolePolicies.permissions())).extracting(Finding::source)
			.allMatch((source) -> source.matches(".*(20\\d\\d-\\d\\d-\\d\\d|autumn 20\\d\\d)"));
	}

	@Test
	void findsNothingInTheTrustPolicyOfTheRole() {
		assertThat(Findings.of(RolePolicies.trust())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					appflow:DescribFlow | appflow:DescribFlow is none of the actions that AWS documents for Amazon AppFlow. Did you mean appflow:DescribeFlow?
					appflow:Describf* | appflow:Describf* matches none of the actions that AWS documents for Amazon AppFlow.
					appintegrations:GetApplication | AWS documents no service with the prefix appintegrations. Did you mean app-integrations:GetApplication?
					ec2:RunInstance | ec2:RunInstance is none of the actions that AWS documents for Amazon EC2. Did you mean ec2:RunInstances?
					""")
	void findsUnknownActions(String action, String evidence) {
		assertThat(findings(
				"\"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\", \"" + action + "\"], \"Resource\": \"*\""))
			.extracting(Finding::kind, Finding::path, Finding::evidence)
			.containsExactly(tuple(Kind.UNKNOWN_ACTION, "$.Statement[0].Action[1]", evidence));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"appflow:DescribeFlow" | "arn:aws:appflow:*:*:flow/x" |
					"appflow:DescribeFlow" | ["arn:aws:appflow:*:*:flow/x", "arn:aws:appflow:*:*:flows/x"] | RESOURCE_OF_NO_DOCUMENTED_TYPE $.Statement[0].Resource[1]
					["appflow:DescribeFlow", "appflow:DescribeConnectorEntity"] | "arn:aws:appflow:*:*:flow/x" | ACTION_WITHOUT_ITS_RESOURCE $.Statement[0].Action[1]
					"appflow:*" | "arn:aws:appflow:*:*:flow/x" | ACTION_WITHOUT_RESOURCE_LEVEL $.Statement[0].Action
					["appflow:CreateFlow"] | "arn:aws:appflow:*:*:flow/x" | ACTION_WITHOUT_RESOURCE_LEVEL $.Statement[0].Action
					["appflow:CreateFlow"] | ["arn:aws:appflow:*:*:flow/x", "*"] |
					["appflow:DescribeFlow", "ec2:RunInstances"] | "arn:aws:appflow:*:*:flows/x" |
					"connect:DescribeUser" | "arn:aws:connect:*:*:instnce/*" | RESOURCE_OF_NO_DOCUMENTED_TYPE $.Statement[0].Resource
					"s3:GetObject" | "arn:aws:s3:::bucket" | RESOURCE_OF_NO_DOCUMENTED_TYPE $.Statement[0].Resource
					["s3:GetObject", "s3:ListBucket"] | ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/${aws:username}/*"] |
					"iam:PassRole" | "arn:aws:iam::111122223333:role/x/*" |
					"cloudwatch:PutMetricData" | "*" |
					""")
	void findsResourcesThatDoNotFitTheActions(String actions, String resources, String expected) {
		assertThat(findings("\"Effect\": \"Allow\", \"Action\": " + actions + ", \"Resource\": " + resources))
			.extracting((finding) -> finding.kind() + " " + finding.path())
			.containsExactlyElementsOf((expected != null) ? List.of(expected) : List.of());
	}

	@Test
	void saysThatOnlyANameWithAColonWouldMatch() {
		assertThat(findings("""
				"Effect": "Deny", "Action": "connect:DescribeUser", "Resource": "arn:aws:connect:*:*:instnce/*\"""")
			.getFirst()
			.evidence()).endsWith(
					"Only a resource with a colon in its name would match. By the documentation the statement denies nothing on it.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"appflow:DescribeFlow" | "StringEquals": {"aws:ResourceTag/x": "y"} |
					"appflow:DescribeFlow" | "StringEquals": {"aws:RequestTag/x": "y"} | AWS does not document aws:RequestTag/x for appflow:DescribeFlow. If AWS sends no such key, the condition never holds.
					["appflow:DescribeFlow", "appflow:CreateFlow"] | "StringNotEquals": {"aws:RequestTag/x": "y"} | AWS does not document aws:RequestTag/x for appflow:DescribeFlow. If AWS sends no such key, the condition always holds.
					"appflow:*" | "StringEquals": {"aws:RequestTag/x": "y"} |
					"cloudwatch:PutMetricData" | "StringEquals": {"cloudwatch:namespaces": "y"} | AWS documents no condition key cloudwatch:namespaces. Did you mean cloudwatch:namespace? If AWS sends no such key, the condition never holds.
					"cloudwatch:ListMetrics" | "StringEquals": {"cloudwatch:namespace": "y"} | AWS does not document cloudwatch:namespace for cloudwatch:ListMetrics. If AWS sends no such key, the condition never holds.
					"*" | "StringEquals": {"aws:SourceVpcs": "y"} | AWS documents no condition key aws:SourceVpcs. Did you mean aws:SourceVpc or aws:SourceVpce? If AWS sends no such key, the condition never holds.
					"*" | "Null": {"namespace": "true"} | namespace has no prefix, as every condition key does. If AWS sends no such key, the condition always holds.
					"*" | "StringEquals": {"ec2:Anything": "y"} |
					"sts:AssumeRoleWithWebIdentity" | "StringEquals": {"oidc.example.com/id/1:sub": "y"} |
					"ec2:RunInstances" | "StringEquals": {"aws:RequestTag/x": "y"} |
					"appflow:DescribeFlow" | "Bool": {"aws:SecureTransport": "true"} |
					""")
	void findsUnknownConditionKeys(String actions, String condition, String evidence) {
		assertThat(findings("\"Effect\": \"Allow\", \"Action\": " + actions + ", \"Resource\": \"*\", \"Condition\": {"
				+ condition + "}"))
			.filteredOn((finding) -> finding.kind() == Kind.UNKNOWN_CONDITION_KEY)
			.extracting(Finding::evidence)
			.containsExactlyElementsOf((evidence != null) ? List.of(evidence) : List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					Allow | "ForAllValues:StringEquals": {"aws:TagKeys": "x"} | ALLOWS_MORE
					Deny | "ForAllValues:StringEquals": {"aws:TagKeys": "x"} | ALLOWS_LESS
					Allow | "ForAllValues:StringEquals": {"aws:TagKeys": "x"}, "Null": {"AWS:tagkeys": "false"} |
					Allow | "ForAllValues:StringEquals": {"aws:TagKeys": "x"}, "ForAnyValue:StringLike": {"aws:TagKeys": "*"} |
					Allow | "ForAllValues:StringEquals": {"aws:TagKeys": "x"}, "Null": {"aws:TagKeys": "true"} | ALLOWS_MORE
					Allow | "ForAllValues:StringEquals": {"aws:TagKeys": "x"}, "NumericLessThan": {"aws:MultiFactorAuthAge": "100"} | ALLOWS_MORE
					Allow | "ForAnyValue:StringEquals": {"aws:TagKeys": "x"} |
					""")
	void findsForAllValuesThatHoldsWithoutAValue(String effect, String conditions, Effect expected) {
		Policy policy = policy("\"Effect\": \"" + effect
				+ "\", \"Action\": \"appflow:Tag*\", \"Resource\": \"arn:aws:appflow:*:*:flow/*\", \"Condition\": {"
				+ conditions + "}");
		List<Finding> findings = Findings.of(policy);
		assertThat(findings).extracting(Finding::effect)
			.containsExactlyElementsOf((expected != null) ? List.of(expected) : List.of());
		assertThat(findings).allSatisfy((finding) -> {
			assertThat(finding.counterExample()).isNotNull();
			assertThat(finding.counterExample().context()).doesNotContainKey("aws:tagkeys");
			assertThat(Evaluator.of(policy).decide(finding.counterExample()))
				.isEqualTo("Allow".equals(effect) ? Decision.ALLOWED : Decision.EXPLICIT_DENY);
		});
	}

	@Test
	void isSilentWhereAnotherStatementDeniesRequestsWithoutTheKey() {
		assertThat(Findings.of(PolicyReader.read("""
				{"Version": "2012-10-17", "Statement": [
				 {"Effect": "Allow", "Action": "appflow:TagResource", "Resource": "*",
				  "Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": "x"}}},
				 {"Effect": "Deny", "Action": "appflow:TagResource", "Resource": "*",
				  "Condition": {"Null": {"aws:TagKeys": "true"}}}]}"""))).isEmpty();
	}

	@Test
	void findsKeysOfSeveralValuesWithoutQualifier() {
		assertThat(findings("""
				"Effect": "Allow", "Action": "appflow:TagResource", "Resource": "*",
				"Condition": {"StringEquals": {"aws:TagKeys": "x"}}""")).extracting(Finding::kind)
			.containsExactly(Kind.MULTI_VALUED_KEY_WITHOUT_QUALIFIER);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					2008-10-17 | Allow | "Resource": "arn:aws:s3:::b/${aws:username}/*" | ALLOWS_LESS $.Statement[0].Resource
					2008-10-17 | Deny | "Resource": "arn:aws:s3:::b/${aws:username}/*" | ALLOWS_MORE $.Statement[0].Resource
					2008-10-17 | Deny | "NotResource": ["arn:aws:s3:::b/*", "arn:aws:s3:::b/${aws:username}/*"] | ALLOWS_LESS $.Statement[0].NotResource[1]
					2008-10-17 | Allow | "Resource": "*", "Condition": {"StringLike": {"s3:prefix": ["a", "${aws:username}/*"]}} | ALLOWS_LESS $.Statement[0].Condition.StringLike["s3:prefix"]
					2012-10-17 | Allow | "Resource": "arn:aws:s3:::b/${aws:username}/*" |
					""")
	void findsVariablesInTheOlderVersion(String version, String effect, String rest, String expected) {
		assertThat(Findings.of(PolicyReader.read("{\"Version\": \"" + version + "\", \"Statement\": {\"Effect\": \""
				+ effect + "\", \"Action\": \"s3:*\", " + rest + "}}")))
			.filteredOn((finding) -> finding.kind() == Kind.VARIABLE_TAKEN_LITERALLY)
			.extracting((finding) -> finding.effect() + " " + finding.path())
			.containsExactlyElementsOf((expected != null) ? List.of(expected) : List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"Action": "s3:GetObject", "Resource": "*" | "Action": "s3:*", "Resource": "*" | 0
					"Action": "s3:*", "Resource": "*" | "Action": "S3:getobject", "Resource": "arn:aws:s3:::b/*" | 1
					"Action": "s3:*", "Resource": "*" | "Action": "s3:*", "Resource": "*" | 1
					"Action": ["s3:Get*", "s3:Put*"], "Resource": "*" | "Action": ["s3:PutObject", "s3:GetObject"], "Resource": "*" | 1
					"Action": "s3:Get*", "Resource": "*" | "Action": "s3:*Object", "Resource": "*" |
					"Action": "s3:*", "Resource": "arn:aws:s3:::a/*" | "Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}" | 1
					"Action": "s3:*", "Resource": "arn:aws:s3:::a/?" | "Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}" |
					"Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}} | "Action": "s3:*", "Resource": "*" | 0
					"Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}} | "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"AWS:securetransport": "true"}, "StringEquals": {"s3:prefix": "x"}} | 1
					"Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}} | "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}} |
					"Action": "s3:*", "Resource": "*" | "NotAction": "s3:*", "Resource": "*" |
					"Action": "s3:*", "NotResource": "arn:aws:s3:::a" | "Action": "s3:Get*", "NotResource": "arn:aws:s3:::a" | 1
					""")
	void findsRedundantStatements(String first, String second, Integer redundant) {
		List<Finding> findings = Findings
			.of(PolicyReader.read("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", " + first
					+ "}, {\"Effect\": \"Deny\", " + second + "}]}"));
		assertThat(findings).filteredOn((finding) -> finding.kind() == Kind.REDUNDANT_STATEMENT)
			.extracting(Finding::statement)
			.containsExactlyElementsOf((redundant != null) ? List.of(redundant) : List.of());
	}

	@Test
	void findsAllowWithNotElements() {
		assertThat(findings("""
				"Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "NotAction": "iam:*",
				"NotResource": "arn:aws:iam::111122223333:role/x\""""))
			.extracting(Finding::kind, Finding::path, Finding::effect)
			.containsExactly(tuple(Kind.ALLOW_WITH_NOT_ELEMENT, "$.Statement[0].NotAction", Effect.ALLOWS_MORE),
					tuple(Kind.ALLOW_WITH_NOT_ELEMENT, "$.Statement[0].NotResource", Effect.ALLOWS_MORE),
					tuple(Kind.ALLOW_WITH_NOT_ELEMENT, "$.Statement[0].NotPrincipal", Effect.ALLOWS_MORE));
		assertThat(findings("""
				"Effect": "Deny", "NotAction": "iam:*", "Resource": "*\"""")).isEmpty();
	}

	@Test
	void stopsAfterAHundred() {
		String actions = IntStream.range(0, 500)
			.mapToObj((i) -> "\"appflow:Odd" + i + "\"")
			.collect(Collectors.joining(","));
		assertThat(findings("\"Effect\": \"Allow\", \"Resource\": \"*\", \"Action\": [" + actions + "]"))
			.hasSize(Findings.MOST);
	}

	@Test
	void saysWhatItDoesNotLookAt() {
		String resources = IntStream.range(0, 1000)
			.mapToObj((i) -> "\"arn:aws:appflow:*:*:flows/" + i + "\"")
			.collect(Collectors.joining(","));
		assertThat(findings(
				"\"Effect\": \"Allow\", \"Action\": \"appflow:DescribeFlow\", \"Resource\": [" + resources + "]"))
			.singleElement()
			.extracting(Finding::kind)
			.isEqualTo(Kind.NOT_EXAMINED);
		String statement = "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}";
		assertThat(
				Findings.of(PolicyReader.read("{\"Statement\": [" + (statement + ",").repeat(200) + statement + "]}")))
			.singleElement()
			.extracting(Finding::kind)
			.isEqualTo(Kind.NOT_EXAMINED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::%s\"",
			"\"Action\": \"s3:%s\", \"Resource\": \"*\"" })
	void comparesNoStatementsOfPatternsThatWouldTakeLong(String elements) {
		String statement = "{\"Effect\": \"Allow\", " + elements + "}";
		String as = "a".repeat(60_000);
		assertThat(Findings.of(PolicyReader.read("{\"Statement\": [" + statement.formatted("*" + as + "b") + ","
				+ statement.formatted(as + "c") + "]}")))
			.extracting(Finding::kind)
			.contains(Kind.NOT_EXAMINED)
			.doesNotContain(Kind.REDUNDANT_STATEMENT);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void findsOnlyWhatTheEvaluatorConfirms(long seed) {
		Policy policy = RandomPolicies.of(seed);
		assertThat(Findings.of(policy)).filteredOn((finding) -> finding.kind() == Kind.FOR_ALL_VALUES_WITHOUT_VALUE)
			.allSatisfy((finding) -> {
				Request example = finding.counterExample();
				boolean trust = policy.statements().get(finding.statement()).principals() != null;
				Evaluator evaluator = trust ? Evaluator.of(List.of(), policy) : Evaluator.of(policy);
				assertThat((example == null) ? null : evaluator.decide(example)).isIn(null, Decision.ALLOWED,
						Decision.EXPLICIT_DENY);
			});
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void callsOnlyStatementsRedundantThatChangeNothing(long seed) {
		Policy made = RandomPolicies.of(seed);
		List<Statement> statements = new ArrayList<>(made.statements());
		Statement first = statements.getFirst();
		statements.add(new Statement(null, first.effect(), first.principals(), first.actions(), first.resources(),
				Stream
					.concat(first.conditions().stream(),
							RandomPolicies.of(seed + 1).statements().getFirst().conditions().stream())
					.toList()));
		Policy policy = new Policy(made.version(), null, statements);
		assertThat(Findings.of(policy)).filteredOn((finding) -> finding.kind() == Kind.REDUNDANT_STATEMENT)
			.isNotEmpty()
			.allSatisfy((finding) -> {
				List<Statement> rest = new ArrayList<>(statements);
				rest.remove(finding.statement());
				Evaluator with = Evaluator.of(policy);
				Evaluator without = Evaluator.of(new Policy(policy.version(), null, rest));
				assertThat(RandomPolicies.requests(seed, 50))
					.allSatisfy((request) -> assertThat(without.decide(request)).isEqualTo(with.decide(request)));
			});
	}

	static LongStream seeds() {
		return LongStream.range(0, 500);
	}

	private static List<Finding> findings(String statement) {
		return Findings.of(policy(statement));
	}

	private static Policy policy(String statement) {
		return PolicyReader.read("{\"Version\": \"2012-10-17\", \"Statement\": {" + statement + "}}");
	}

}
