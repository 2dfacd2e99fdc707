package dev.appintegrations.policy.compare;

import java.util.List;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.compare.Comparison.Relation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables of pairs of policies: statements without {@code Effect} allow, without
 * {@code Action} or {@code Resource} are about all of them.
 */
class PolicyComparisonTests {

	@ParameterizedTest(name = "{0} → {1}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'Action':'s3:GetObject'} | {'Action':'S3:getobject'} | EQUAL
			{'Action':'s3:GetObject'} | {'Action':['s3:GetObject']} | EQUAL
			{'Action':['s3:A','s3:B']} | {'Action':['s3:B','s3:A','s3:b']} | EQUAL
			{'Action':['s3:A','s3:B']} | {'Action':'s3:A'},{'Action':'s3:B'} | EQUAL
			{'Action':'s3:*'} | {'Action':'s3:*'},{'Action':'s3:Get*'} | EQUAL
			{'Action':'s3:*'} | {'Sid':'All','Action':'s3:*'} | EQUAL
			{'Action':'s3:**'} | {'Action':'s3:*'} | EQUAL
			{'Action':'s3:*'} | {'Action':'s3:Get*'} | NARROWER
			{'Action':'s3:Get*'} | {'Action':'s3:Get?*'} | NARROWER
			{'Action':'s3:Get*'} | {'Action':'s3:*'} | WIDER
			{'Action':'s3:a*b'} | {'Action':'s3:a*'} | WIDER
			{'Action':'s3:a*b'} | {'Action':'s3:*b'},{'Effect':'Deny','NotAction':'s3:a*'} | EQUAL
			{'Action':'s3:a*'} | {'Action':'s3:*b'} | DIFFERENT
			{'Action':'s3:a*b*'} | {'Action':['s3:ab*','s3:a?*b*']} | EQUAL
			{'Action':'s3:a*b*'} | {'Action':['s3:ab*','s3:a??*b*']} | NARROWER
			{'Action':'s3:?*'} | {'Action':'s3:*'} | EQUAL
			{'Action':'*'} | {'Action':['s3:*','iam:*']} | NARROWER
			{'NotAction':'s3:*'} | {'Action':'*'},{'Effect':'Deny','Action':'s3:*'} | EQUAL
			{'NotAction':'s3:*'} | {'Action':'*'},{'Effect':'Deny','Action':'s3:Get*'} | WIDER
			{'NotAction':'s3:*'} | {'NotAction':['s3:*','iam:*']} | NARROWER
			{'NotAction':'s3:*'},{'Action':'s3:*'} | {'Action':'*'} | EQUAL
			{'Action':'s3:*'},{'Effect':'Deny','Action':'*'} | {'Effect':'Deny','Action':'iam:*'} | EQUAL
			{'Action':'s3:Get*'},{'Effect':'Deny','Action':'s3:GetObject'} | {'Action':'s3:Get*'} | WIDER
			{'Action':'s3:*'} | {'Action':'iam:*'} | DIFFERENT
			{'Effect':'Deny'} | {'Effect':'Deny','Action':'s3:*'} | EQUAL
			""")
	void comparesActions(String before, String after, Relation relation) {
		assertThat(compare(before, after).relation()).isEqualTo(relation);
	}

	@ParameterizedTest(name = "{0} → {1}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'Resource':'arn:aws:s3:::a'} | {'Resource':'arn:aws:s3:::A'} | DIFFERENT
					{'Resource':'arn:aws:s3:::a*'} | {'Resource':['arn:aws:s3:::ab','arn:aws:s3:::a*']} | EQUAL
					{'Resource':'arn:aws:s3:::a*b'} | {'Resource':'arn:aws:s3:::a*'} | WIDER
					{'Resource':'*'} | {'Resource':'arn:*'} | NARROWER
					{'Resource':'arn:*'} | {'Resource':'arn:*:*:*:*:*'} | EQUAL
					{'Resource':'arn:aws:s3:::*'} | {'Resource':'arn:aws:s3:::?*'} | EQUAL
					{'Resource':'arn:aws:s3:*'} | {'Resource':'arn:aws:s3:::*'} | NARROWER
					{'Resource':'arn:aws:s3:*'} | {'Resource':'arn:aws:s3:*:*:*'} | EQUAL
					{'Resource':'arn:aws:s3:*/b'} | {'Resource':'arn:aws:s3:*:*:*/b'} | EQUAL
					{'NotResource':'arn:aws:s3:::a'} | {'Resource':'*'},{'Effect':'Deny','Resource':'arn:aws:s3:::a'} | EQUAL
					{'NotResource':'arn:aws:s3:::a'} | {'NotResource':'arn:aws:s3:::a*'} | NARROWER
					{'NotResource':['arn:aws:s3:::a','arn:aws:s3:::b']} | {'NotResource':'arn:aws:s3:::a'},{'NotResource':'arn:aws:s3:::b'} | WIDER
					{'Action':'s3:A','Resource':'arn:aws:s3:::a'},{'Action':'s3:B','Resource':'arn:aws:s3:::b'} | {'Action':['s3:A','s3:B'],'Resource':['arn:aws:s3:::a','arn:aws:s3:::b']} | WIDER
					{'Action':['s3:A','s3:B'],'Resource':['arn:aws:s3:::a','arn:aws:s3:::b']} | {'Action':['s3:A','s3:B'],'Resource':'arn:aws:s3:::a'},{'Action':['s3:A','s3:B'],'Resource':'arn:aws:s3:::b'} | EQUAL
					{'Resource':'arn:aws:s3:::${*}'} | {'Resource':'arn:aws:s3:::*'} | WIDER
					""")
	void comparesResources(String before, String after, Relation relation) {
		assertThat(compare(before, after).relation()).isEqualTo(relation);
	}

	@ParameterizedTest(name = "{0} → {1}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					'StringEquals':{'k':['a','b']} | 'StringEquals':{'K':['b','a','a']} | EQUAL
					'StringEquals':{'k':'a'} | 'StringEquals':{'k':'A'} | DIFFERENT
					'StringEquals':{'k':'a'} | 'StringEqualsIgnoreCase':{'k':'A'} | WIDER
					'StringEqualsIgnoreCase':{'k':'ab'} | 'StringEquals':{'k':['ab','aB','Ab','AB']} | EQUAL
					'StringEquals':{'k':'a'} | 'StringLike':{'k':'a'} | EQUAL
					'StringEquals':{'k':'a*'} | 'StringLike':{'k':'a*'} | WIDER
					'StringLike':{'k':'a*'} | 'StringLike':{'k':['a','a?*']} | EQUAL
					'StringEquals':{'k':'a'} | 'StringEqualsIfExists':{'k':'a'} | WIDER
					'StringEquals':{'k':'a'} | 'StringNotEquals':{'k':'a'} | DIFFERENT
					'StringNotEquals':{'k':'a'} | 'StringNotEqualsIfExists':{'k':'a'} | EQUAL
					'StringNotEquals':{'k':['a','b']} | 'StringNotEquals':{'k':'a'} | WIDER
					'StringNotLike':{'k':'a*'} | 'StringNotEquals':{'k':'a'} | WIDER
					'StringLike':{'k':'*'} | 'Null':{'k':'false'} | EQUAL
					'StringNotLike':{'k':'*'} | 'Null':{'k':'true'} | EQUAL
					'Null':{'k':'true'} | 'Null':{'k':'false'} | DIFFERENT
					'Null':{'k':'true'} | 'Null':{'k':['true','false']} | WIDER
					'Bool':{'k':'true'} | 'Bool':{'k':'TRUE'} | EQUAL
					'Bool':{'k':true} | 'Bool':{'k':'false'} | DIFFERENT
					'Bool':{'k':'true'} | 'BoolIfExists':{'k':'true'} | WIDER
					'Bool':{'k':'true'} | 'StringEquals':{'k':'true'} | NARROWER
					'Bool':{'k':'true'} | 'StringEqualsIgnoreCase':{'k':'True'} | EQUAL
					'ArnEquals':{'k':'arn:aws:s3:::a*'} | 'ArnLike':{'k':'arn:aws:s3:::a*'} | EQUAL
					'ArnLike':{'k':'arn:aws:s3:::a*'} | 'StringLike':{'k':'arn:aws:s3:::a*'} | EQUAL
					'ArnLike':{'k':'arn:aws:s3:*:*:a'} | 'StringLike':{'k':'arn:aws:s3:*:*:a'} | WIDER
					'ArnLike':{'k':'arn:aws:s3:*:*:*a'} | 'ArnLike':{'k':'arn:aws:s3:*:*:?*a'} | NARROWER
					'ArnNotLike':{'k':'arn:aws:s3:::a'} | 'ArnNotEquals':{'k':'arn:aws:s3:::a'} | EQUAL
					'ForAllValues:StringEquals':{'k':'a'} | 'StringEquals':{'k':'a'} | NARROWER
					'ForAllValues:StringEquals':{'k':'a'} | 'ForAllValues:StringEquals':{'k':['a','b']} | WIDER
					'ForAllValues:StringEquals':{'k':'a'} | 'ForAnyValue:StringEquals':{'k':'a'} | DIFFERENT
					'ForAllValues:StringEquals':{'k':'a'},'Null':{'k':'false'} | 'ForAllValues:StringEquals':{'k':'a'} | WIDER
					'ForAllValues:StringEquals':{'k':'a'},'ForAnyValue:StringEquals':{'k':'a'} | 'ForAllValues:StringEquals':{'k':'a'},'Null':{'k':'false'} | EQUAL
					'ForAnyValue:StringEquals':{'k':'a'} | 'StringEquals':{'k':'a'} | EQUAL
					'ForAnyValue:StringEquals':{'k':['a','b']} | 'ForAnyValue:StringEquals':{'k':'a'},'ForAnyValue:StringLike':{'k':'b'} | NARROWER
					'ForAllValues:StringNotEquals':{'k':'a'} | 'ForAnyValue:StringNotEquals':{'k':'a'} | DIFFERENT
					'StringEquals':{'k':'a'},'StringLike':{'k':'b'} | 'StringEquals':{'k':'c'},'StringLike':{'k':'d'} | EQUAL
					'StringEquals':{'k':'a','l':'b'} | 'StringEquals':{'l':'b','k':'a'} | EQUAL
					'StringEquals':{'k':'a','l':'b'} | 'StringEquals':{'k':'a'} | WIDER
					'StringEquals':{'k':'a','l':'b'} | 'StringEquals':{'k':'a','m':'b'} | DIFFERENT
					""")
	void comparesConditions(String before, String after, Relation relation) {
		assertThat(compare("{'Condition':{" + before + "}}", "{'Condition':{" + after + "}}").relation())
			.isEqualTo(relation);
	}

	@ParameterizedTest(name = "{0} → {1}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					'NumericLessThan':{'k':10} | 'NumericLessThan':{'k':'10.0'} | EQUAL
					'NumericLessThan':{'k':10} | 'NumericLessThanEquals':{'k':10} | WIDER
					'NumericLessThan':{'k':10} | 'NumericLessThan':{'k':9} | NARROWER
					'NumericGreaterThan':{'k':10} | 'NumericLessThan':{'k':10} | DIFFERENT
					'NumericLessThan':{'k':10},'NumericGreaterThan':{'k':11} | 'NumericEquals':{'k':1},'NumericEqualsIfExists':{'k':2} | EQUAL
					'NumericEquals':{'k':[1,2]} | 'NumericEquals':{'k':[2,1]} | EQUAL
					'DateGreaterThan':{'k':'2026-01-01T00:00:00Z'} | 'DateGreaterThan':{'k':'2026-01-01T01:00:00+01:00'} | EQUAL
					'DateGreaterThan':{'k':'2026-01-01T00:00:00Z'} | 'DateGreaterThan':{'k':'2026-01-02T00:00:00Z'} | NARROWER
					'DateGreaterThan':{'k':'2026-01-01T00:00:00Z'} | 'DateGreaterThanEquals':{'k':'2026-01-01T00:00:00Z'} | WIDER
					'IpAddress':{'k':'10.0.0.0/8'} | 'IpAddress':{'k':['10.0.0.0/9','10.128.0.0/9']} | EQUAL
					'IpAddress':{'k':'10.0.0.0/8'} | 'IpAddress':{'k':['10.0.0.0/9','10.128.0.0/10']} | NARROWER
					'IpAddress':{'k':'10.0.0.0/8'} | 'IpAddress':{'k':'11.0.0.0/8'} | DIFFERENT
					'IpAddress':{'k':'2001:db8::/32'} | 'IpAddress':{'k':'2001:db8::/33'} | NARROWER
					'IpAddress':{'k':'10.0.0.0/8'} | 'NotIpAddress':{'k':'10.0.0.0/8'} | DIFFERENT
					'NumericEquals':{'k':1} | 'StringEquals':{'k':'1'} | NOT_SUPPORTED
					'NumericEquals':{'k':1},'StringEquals':{'k':'1'} | 'StringEquals':{'k':'1'},'NumericEquals':{'k':1} | EQUAL
					""")
	void comparesConditionsOnNumbersDatesAndAddresses(String before, String after, Relation relation) {
		assertThat(compare("{'Condition':{" + before + "}}", "{'Condition':{" + after + "}}").relation())
			.isEqualTo(relation);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "arn:aws:s3:::*a??????????????????????????????", "arn:aws:s3:::*b????????????????????????a*" })
	void saysWhatIsTooMuchToLookAt(String pattern) {
		Comparison comparison = compare("{'Resource':'" + pattern + "'}", "{'Resource':'" + pattern + "c'}");
		assertThat(comparison.relation()).isEqualTo(Relation.NOT_SUPPORTED);
		assertThat(comparison.notSupported()).anySatisfy((text) -> assertThat(text).contains("too many", pattern));
	}

	@Test
	void saysThatLongPatternsAreTooMuchToLookAt() {
		String alternating = "arn:aws:s3:::*" + "?a".repeat(60_000);
		String border = "arn:aws:s3:::*" + "a".repeat(60_000);
		assertThat(Stream.of(alternating, border)).allSatisfy((pattern) -> assertThat(
				compare("{'Resource':'" + pattern + "b'}", "{'Resource':'" + pattern + "c'}").relation())
			.isEqualTo(Relation.NOT_SUPPORTED));
	}

	@Test
	void saysThatThousandsOfStatementsAreTooMuchToLookAt() {
		String statements = IntStream.range(0, 2000)
			.mapToObj((i) -> "{'Action':'s3:Get*%d','Resource':'arn:aws:s3:::b%d/*'}".formatted(i, i))
			.collect(Collectors.joining(","));
		assertThat(compare(statements, "{'Resource':'arn:aws:s3:::b'}").relation()).isEqualTo(Relation.NOT_SUPPORTED);
	}

	@Test
	void provesEqualWhatIsTooMuchToLookAtIfItIsWrittenAlike() {
		String pattern = "{'Resource':'arn:aws:s3:::*a??????????????????????????????'}";
		assertThat(compare(pattern, pattern + "," + pattern).relation()).isEqualTo(Relation.EQUAL);
	}

	@Test
	void looksThroughPatternsThatAreMadeToBeSlow() {
		String slow = "arn:aws:s3:::" + "*a".repeat(1_000);
		assertThat(compare("{'Resource':'" + slow + "'}", "{'Resource':'" + slow + "*'}").relation())
			.isEqualTo(Relation.WIDER);
	}

	@Test
	void takesAnyTextForAResourceIfAPatternIsNoArn() {
		assertThat(PolicyComparison.compare(onText("x*"), onText("x*y")).relation()).isEqualTo(Relation.NARROWER);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"Service": "a.amazonaws.com"} | {"Service": ["a.amazonaws.com"]} | EQUAL
					{"Service": ["a.amazonaws.com", "b.amazonaws.com"]} | {"Service": ["b.amazonaws.com", "a.amazonaws.com"]} | EQUAL
					{"Service": "a.amazonaws.com"} | {"Service": "b.amazonaws.com"} | NOT_SUPPORTED
					{"Service": "a.amazonaws.com"} | {"AWS": "a.amazonaws.com"} | NOT_SUPPORTED
					""")
	void comparesStatementsWithPrincipalsOnlyIfTheseAreTheSame(String before, String after, Relation relation) {
		String trust = """
				{"Statement": {"Effect": "Allow", "Principal": %s, "Action": "sts:AssumeRole"}}""";
		assertThat(PolicyComparison
			.compare(PolicyReader.read(trust.formatted(before)),
					PolicyReader.read(trust.formatted(after).replace("sts:A", "STS:a")))
			.relation()).isEqualTo(relation);
	}

	private static Policy onText(String resource) {
		return new Policy(Policy.Version.V2012_10_17, null, List.of(new Statement(null, Statement.Effect.ALLOW, null,
				new Patterns(false, List.of("*")), new Patterns(false, List.of(resource)), List.of())));
	}

	@Test
	void seesThroughADenyThatIsTheComplementOfACondition() {
		String allow = "{'Condition':{'StringEquals':{'k':'a'}}}";
		String deny = "{},{'Effect':'Deny','Condition':{'StringNotEquals':{'k':'a'}}}";
		assertThat(compare(allow, deny)).isEqualTo(new Comparison(Relation.EQUAL, List.of(), List.of()));
	}

	@Test
	void namesARequestThatLooksReal() {
		Comparison comparison = compare("{'Action':'s3:*','Resource':'arn:aws:s3:::docs/*'}",
				"{'Action':'s3:*','Resource':'arn:aws:s3:::docs/*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}");
		assertThat(comparison.witnesses().getFirst().request().toString()).contains("s3:GetObject")
			.contains("arn:aws:s3:::docs/example");
		assertThat(comparison.witnesses().getFirst().after()).isEqualTo(Decision.IMPLICIT_DENY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'Resource':'arn:aws:s3:::${aws:username}'} | {'Resource':'arn:aws:s3:::${aws:username}'} | EQUAL
					{'Resource':['arn:aws:s3:::a','arn:aws:s3:::${aws:username}']} | {'Resource':'arn:aws:s3:::${aws:username}'},{'Resource':'arn:aws:s3:::a'} | EQUAL
					{},{'Resource':'arn:aws:s3:::${aws:username}'} | {} | EQUAL
					{'Resource':'arn:aws:s3:::a'} | {'Resource':'arn:aws:s3:::${aws:username}'} | NOT_SUPPORTED
					{'NotResource':'arn:aws:s3:::${aws:username}'} | {'NotResource':'arn:aws:s3:::${aws:userid}'} | NOT_SUPPORTED
					{'Condition':{'StringEquals':{'k':'${aws:username}'}}} | {'Condition':{'StringEquals':{'k':['${aws:username}']}}} | EQUAL
					{'Condition':{'StringEquals':{'k':'${aws:username}'}}} | {'Condition':{'StringEquals':{'k':'${aws:userid}'}}} | NOT_SUPPORTED
					{'Condition':{'BinaryEquals':{'k':'YQ=='}}} | {'Condition':{'BinaryEquals':{'k':'YQ=='}}} | EQUAL
					{'Condition':{'BinaryEquals':{'k':'YQ=='}}} | {'Condition':{'BinaryEquals':{'k':'Yg=='}}} | NOT_SUPPORTED
					""")
	void supposesNothingOfWhatItCannotDecide(String before, String after, Relation relation) {
		Comparison comparison = compare(before, after);
		assertThat(comparison.relation()).isEqualTo(relation);
		assertThat(comparison.notSupported().isEmpty()).isEqualTo(relation != Relation.NOT_SUPPORTED);
	}

	private static Comparison compare(String before, String after) {
		Policy one = policy(before);
		Policy other = policy(after);
		Comparison comparison = PolicyComparison.compare(one, other);
		assertThat(comparison.witnesses()).allSatisfy((witness) -> {
			assertThat(Evaluator.of(one).decide(witness.request())).isEqualTo(witness.before());
			assertThat(Evaluator.of(other).decide(witness.request())).isEqualTo(witness.after());
			assertThat(witness.before() == Decision.ALLOWED).isNotEqualTo(witness.after() == Decision.ALLOWED);
		});
		return comparison;
	}

	private static Policy policy(String statements) {
		String whole = statements
			.replaceAll("\\{(?=[}]|'(Sid|Effect|Action|NotAction|Resource|NotResource|Condition)')", "{§");
		StringBuilder json = new StringBuilder();
		for (String statement : whole.split("(?=\\{§)")) {
			String defaults = (statement.contains("'Effect'") ? "" : "'Effect':'Allow',")
					+ (statement.contains("Action'") ? "" : "'Action':'*',")
					+ (statement.contains("Resource'") ? "" : "'Resource':'*',");
			json.append(statement.replace("{§", "{" + defaults).replace(",}", "}"));
		}
		return PolicyReader.read(("{'Version':'2012-10-17','Statement':[" + json + "]}").replace('\'', '"'));
	}

}
