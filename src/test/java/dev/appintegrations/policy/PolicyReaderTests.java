package dev.appintegrations.policy;

import java.util.List;
import java.util.stream.Stream;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PolicyReaderTests {

	@Test
	void readsEveryElement() {
		Policy policy = PolicyReader.read("""
				{"Version": "2012-10-17", "Id": "my id", "Statement": [{
				  "Sid": "One", "Effect": "Allow",
				  "Principal": {"AWS": ["111122223333", "*"], "Service": "ec2.amazonaws.com",
				    "Federated": "accounts.google.com", "CanonicalUser": "79a59d"},
				  "Action": ["s3:Get*", "*"], "Resource": "arn:aws:s3:::b/*",
				  "Condition": {
				    "StringEquals": {"aws:username": ["a", "b"]},
				    "ForAnyValue:NumericLessThanIfExists": {"s3:max-keys": 10},
				    "Bool": {"aws:SecureTransport": true}}},
				 {"Effect": "Deny", "NotPrincipal": "*", "NotAction": "iam:*", "NotResource": ["*"]}]}""");
		assertThat(policy)
			.isEqualTo(new Policy(Policy.Version.V2012_10_17, "my id", List.of(
					new Statement("One", Effect.ALLOW,
							new Principals(false, List.of(new Principal(Principal.Type.AWS, "111122223333"),
									new Principal(Principal.Type.AWS,
											"*"),
									new Principal(Principal.Type.SERVICE, "ec2.amazonaws.com"),
									new Principal(Principal.Type.FEDERATED, "accounts.google.com"),
									new Principal(Principal.Type.CANONICAL_USER, "79a59d"))),
							new Patterns(false, List.of("s3:Get*", "*")),
							new Patterns(false, List.of("arn:aws:s3:::b/*")),
							List.of(new Condition(Operator.STRING_EQUALS, Qualifier.NONE, false, "aws:username",
									List.of("a", "b")),
									new Condition(Operator.NUMERIC_LESS_THAN, Qualifier.FOR_ANY_VALUE, true,
											"s3:max-keys", List.of("10")),
									new Condition(Operator.BOOL, Qualifier.NONE, false, "aws:SecureTransport",
											List.of("true")))),
					new Statement(null, Effect.DENY,
							new Principals(true, List.of(new Principal(Principal.Type.ANY, "*"))),
							new Patterns(true, List.of("iam:*")), new Patterns(true, List.of("*")), List.of()))));
	}

	@Test
	void takesAMissingVersionForTheOlderOne() {
		assertThat(PolicyReader.read(with("")).version()).isEqualTo(Policy.Version.V2008_10_17);
		assertThat(PolicyReader.read(with("\"Version\": \"2008-10-17\",")).version())
			.isEqualTo(Policy.Version.V2008_10_17);
	}

	@ParameterizedTest
	@EnumSource
	void readsEveryOperator(Operator operator) {
		for (Qualifier qualifier : Qualifier.values()) {
			for (boolean ifExists : new boolean[] { false, operator != Operator.NULL }) {
				Condition condition = new Condition(operator, qualifier, ifExists, "aws:Key", List.of("true"));
				assertThat(PolicyReader.read(statement("""
						"Condition": {"%s": {"aws:Key": "true"}}""".formatted(condition.operatorText())))
					.statements()
					.getFirst()
					.conditions()).containsExactly(condition);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "s3:GetObject", "S3:get*", "app-integrations:*", "a4b:?et*", "execute-api:Invoke" })
	void takesForAnAction(String action) {
		assertThat(PolicyReader.read(statement("").replace("s3:*", action)).statements().getFirst().actions().values())
			.containsExactly(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "arn:aws:s3:::b", "arn:aws:s3:::b/a:b:c", "arn:aws:iam::111122223333:user/${aws:username}",
			"arn:*", "arn:aws:s3*", "*" })
	void takesForAResource(String resource) {
		assertThat(
				PolicyReader.read(statement("\"Resource\": \"" + resource + "\"")).statements().getFirst().resources())
			.isEqualTo(new Patterns(false, List.of(resource)));
	}

	@Test
	void letsStatementsShareAnEmptySid() {
		assertThat(PolicyReader.read("""
				{"Statement": [{"Sid": "", "Effect": "Allow", "Action": "*", "Resource": "*"},
				  {"Sid": "", "Effect": "Deny", "Action": "*", "Resource": "*"}]}""").statements()).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource
	void refuses(String json, String path, String problem) {
		assertThatExceptionOfType(PolicySyntaxException.class).isThrownBy(() -> PolicyReader.read(json))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo(path))
			.satisfies((ex) -> assertThat(ex.problem()).contains(problem))
			.withMessage("%s: %s", path, problemOf(json));
	}

	private static String problemOf(String json) {
		try {
			PolicyReader.read(json);
			return "";
		}
		catch (PolicySyntaxException ex) {
			return ex.problem();
		}
	}

	static Stream<Arguments> refuses() {
		return Stream.of(arguments("", "$", "is not JSON"), arguments("{", "$", "is not JSON at line 1, column"),
				arguments("hello", "$", "is not JSON at line 1"), arguments("[]", "$", "is not an object"),
				arguments("null", "$", "is not an object"),
				arguments("{\"Statement\": [{", "$.Statement[0]", "is not JSON"),
				arguments(statement("") + " {}", "$", "goes on after"),
				arguments(statement("") + "x", "$", "is not JSON"), arguments("{}", "$", "has no Statement"),
				arguments("{\"Statement\": []}", "$.Statement", "empty list"),
				arguments("{\"Statement\": 1}", "$.Statement", "not an object"),
				arguments("{\"Statement\": [1]}", "$.Statement[0]", "not an object"),
				arguments(with("\"Version\": \"2020-01-01\","), "$.Version", "\"2020-01-01\""),
				arguments(with("\"Version\": 2012,"), "$.Version", "is not a string"),
				arguments(with("\"Id\": {},"), "$.Id", "is not a string"),
				arguments(with("\"Name\": \"x\","), "$.Name", "is not an element of a policy"),
				arguments(with("\"version\": \"2012-10-17\","), "$.version", "is not an element of a policy"),
				arguments(with("\"Id\": \"a\", \"Id\": \"a\","), "$.Id", "appears twice"),
				arguments(with("\"a b\\\"\": 1,"), "$[\"a b\\\"\"]", "is not an element of a policy"),
				arguments(statement("\"Effects\": 1"), "$.Statement.Effects", "is not an element of a statement"),
				arguments(statement("\"Sid\": 7"), "$.Statement.Sid", "is not a string"),
				arguments("{\"Statement\": {\"Action\": \"*\"}}", "$.Statement", "has no Effect"),
				arguments("{\"Statement\": [{\"Effect\": \"Allow\"}]}", "$.Statement[0]",
						"neither Action nor NotAction"),
				arguments(statement("").replace("Allow", "allow"), "$.Statement.Effect", "\"allow\""),
				arguments(statement("\"NotAction\": \"*\""), "$.Statement", "has both Action and NotAction"),
				arguments(statement("\"Resource\": \"*\", \"NotResource\": \"*\""), "$.Statement",
						"has both Resource and NotResource"),
				arguments(statement("\"Principal\": \"*\", \"NotPrincipal\": \"*\""), "$.Statement",
						"has both Principal and NotPrincipal"),
				arguments(statement("").replace("\"s3:*\"", "[]"), "$.Statement.Action", "empty list"),
				arguments(statement("").replace("\"s3:*\"", "[\"s3:*\", 5]"), "$.Statement.Action[1]",
						"is not a string"),
				arguments(statement("").replace("s3:*", "s3"), "$.Statement.Action", "\"s3\""),
				arguments(statement("").replace("s3:*", "s*:Get"), "$.Statement.Action", "without wildcards"),
				arguments(statement("").replace("s3:*", "*:*"), "$.Statement.Action", "without wildcards"),
				arguments(statement("").replace("s3:*", "s3:a:b"), "$.Statement.Action", "\"s3:a:b\""),
				arguments(statement("").replace("s3:*", "s3: Get"), "$.Statement.Action", "\"s3: Get\""),
				arguments(statement("").replace("s3:*", ""), "$.Statement.Action", "\"\""),
				arguments(statement("\"Resource\": []"), "$.Statement.Resource", "empty list"),
				arguments(statement("\"Resource\": null"), "$.Statement.Resource", "is not a string"),
				arguments(statement("\"NotResource\": [\"*\", \"b/*\"]"), "$.Statement.NotResource[1]", "\"b/*\""),
				arguments(statement("\"Resource\": \"arn:aws:s3\""), "$.Statement.Resource", "an ARN of six parts"),
				arguments(statement("\"Principal\": \"me\""), "$.Statement.Principal", "\"me\""),
				arguments(statement("\"Principal\": [\"*\"]"), "$.Statement.Principal", "is not an object"),
				arguments(statement("\"Principal\": {}"), "$.Statement.Principal", "names nobody"),
				arguments(statement("\"Principal\": {\"AWS\": []}"), "$.Statement.Principal.AWS", "empty list"),
				arguments(statement("\"Principal\": {\"AWS\": \" \"}"), "$.Statement.Principal.AWS", "is empty"),
				arguments(statement("\"Principal\": {\"aws\": \"*\"}"), "$.Statement.Principal.aws",
						"AWS, CanonicalUser, Federated, Service"),
				arguments(statement("\"Condition\": []"), "$.Statement.Condition", "is not an object"),
				arguments(statement("\"Condition\": {\"StringIs\": {\"k\": \"v\"}}"), "$.Statement.Condition.StringIs",
						"is not a condition operator"),
				arguments(statement("\"Condition\": {\"stringEquals\": {\"k\": \"v\"}}"),
						"$.Statement.Condition.stringEquals", "is not a condition operator"),
				arguments(statement("\"Condition\": {\"ForSome:Bool\": {\"k\": \"v\"}}"),
						"$.Statement.Condition[\"ForSome:Bool\"]", "is not a condition operator"),
				arguments(statement("\"Condition\": {\"NullIfExists\": {\"k\": \"true\"}}"),
						"$.Statement.Condition.NullIfExists", "Null with IfExists"),
				arguments(statement("\"Condition\": {\"Bool\": {}}"), "$.Statement.Condition.Bool", "has no key"),
				arguments(statement("\"Condition\": {\"Bool\": {\" \": true}}"), "$.Statement.Condition.Bool[\" \"]",
						"without a name"),
				arguments(statement("\"Condition\": {\"Bool\": {\"k\": []}}"), "$.Statement.Condition.Bool.k",
						"empty list"),
				arguments(statement("\"Condition\": {\"Bool\": {\"aws:k\": [true, null]}}"),
						"$.Statement.Condition.Bool[\"aws:k\"][1]", "is not a string, number or boolean"),
				arguments(statement("\"Condition\": {\"Bool\": {\"k\": true, \"K\": true}}"),
						"$.Statement.Condition.Bool.K", "appears twice"),
				arguments("""
						{"Statement": [{"Sid": "A", "Effect": "Allow", "Action": "*"},
						  {"Sid": "A", "Effect": "Deny", "Action": "*"}]}""", "$.Statement[1].Sid",
						"of another statement"));
	}

	private static String with(String elements) {
		return "{" + elements + "\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}";
	}

	private static String statement(String elements) {
		return "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\"" + (elements.isEmpty() ? "" : ", ")
				+ elements + "}}";
	}

}
