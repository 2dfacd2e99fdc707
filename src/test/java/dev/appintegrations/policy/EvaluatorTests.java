package dev.appintegrations.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.role.DocumentedRole;
import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Principal.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluatorTests {

	private static final String FLOW = "arn:aws:appflow:eu-west-2:111122223333:flow/FlowCreatedByAppIntegrations-1";

	private static final String TAG = "aws:ResourceTag/AppIntegrationsManaged";

	private final Evaluator role = Evaluator.of(PolicyReader.read(DocumentedRole.POLICY));

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			cloudwatch:PutMetricData, *, cloudwatch:namespace, AWS/AppIntegrations, ALLOWED
			CLOUDWATCH:putmetricdata, *, CLOUDWATCH:Namespace, AWS/AppIntegrations, ALLOWED
			cloudwatch:PutMetricData, *, cloudwatch:namespace, Custom, IMPLICIT_DENY
			cloudwatch:PutMetricData, *, -, -, IMPLICIT_DENY
			appflow:DeleteFlow, FLOW, TAG, true, ALLOWED
			appflow:DeleteFlow, FLOW, TAG, True, IMPLICIT_DENY
			appflow:DeleteFlow, FLOW, -, -, IMPLICIT_DENY
			appflow:DeleteFlow, OTHER, TAG, true, IMPLICIT_DENY
			appflow:TagResource, FLOW, aws:TagKeys, AppIntegrationsManaged, ALLOWED
			appflow:TagResource, FLOW, aws:TagKeys, AppIntegrationsManaged;x, IMPLICIT_DENY
			appflow:TagResource, FLOW, -, -, ALLOWED
			appflow:UseConnectorProfile, PROFILE, -, -, IMPLICIT_DENY
			appflow:CreateFlow, FLOW, -, -, IMPLICIT_DENY
			""")
	void decidesForTheRoleAsItsPolicySays(String action, String resource, String key, String values,
			Decision decision) {
		String arn = switch (resource) {
			case "FLOW" -> FLOW;
			case "OTHER" -> FLOW.replace("FlowCreatedByAppIntegrations-1", "other");
			case "PROFILE" -> "arn:aws:appflow:eu-west-2:111122223333:connectorprofile/x";
			default -> resource;
		};
		Map<String, List<String>> context = (key == null) ? Map.of()
				: Map.of("TAG".equals(key) ? TAG : key, Arrays.asList(values.split(";")));
		assertThat(this.role.decide(new Request(action, arn, context))).isEqualTo(decision);
	}

	@Test
	void saysWhichStatementDecidesAndWhyTheOthersDoNotMatch() {
		Evaluation evaluation = this.role
			.evaluate(new Request("appflow:DeleteFlow", FLOW, Map.of(TAG, List.of("true"))));
		assertThat(evaluation.decidedBy()).extracting(StatementRef::statement).containsExactly(3);
		assertThat(evaluation.mismatches()).hasSize(4)
			.allSatisfy((mismatch) -> assertThat(mismatch.reason().kind()).isEqualTo(Reason.Kind.ACTION));
	}

	@Test
	void tellsTheFirstReasonInWords() {
		Evaluation evaluation = this.role
			.evaluate(new Request("appflow:DeleteFlow", FLOW, Map.of(TAG, List.of("True"))));
		Reason reason = evaluation.mismatches().get(3).reason();
		assertThat(reason.kind()).isEqualTo(Reason.Kind.CONDITION);
		assertThat(reason.text())
			.isEqualTo("It wants that " + TAG + " is \u201ctrue\u201d, and the request has \u201cTrue\u201d.");
		assertThat(this.role.evaluate(new Request("appflow:DeleteFlow", FLOW, Map.of()))
			.mismatches()
			.get(3)
			.reason()
			.text()).endsWith("and the request does not have the key.");
		assertThat(this.role.evaluate(new Request("appflow:StopFlow", "arn:x", Map.of()))
			.mismatches()
			.get(3)
			.reason()
			.text()).isEqualTo(
					"It is about arn:aws:appflow:*:*:flow/FlowCreatedByAppIntegrations-*, and the resource is arn:x.");
	}

	@Test
	void letsADenialWinWhateverElseIsUndecided() {
		Evaluator evaluator = evaluator(
				"""
						{"Effect":"Allow","Action":"*","Resource":"*"},
						{"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"},
						{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"aws:x":"${aws:y}"}}}""");
		Map<String, List<String>> undecided = Map.of("aws:x", List.of("1"));
		assertThat(evaluator.decide(new Request("s3:DeleteObject", "*", undecided))).isEqualTo(Decision.EXPLICIT_DENY);
		assertThat(evaluator.decide(new Request("s3:GetObject", "*", undecided))).isEqualTo(Decision.NOT_SUPPORTED);
		assertThat(evaluator.decide(new Request("iam:GetRole", "*", undecided))).isEqualTo(Decision.ALLOWED);
		assertThat(evaluator.evaluate(new Request("s3:DeleteObject", "*", undecided)).decidedBy())
			.extracting(StatementRef::statement)
			.containsExactly(1);
	}

	@ParameterizedTest
	@CsvSource({ "arn:aws:s3:::a*, arn:aws:s3:::a:b/c, ALLOWED", "arn:aws:s3:::a?c, arn:aws:s3:::abc, ALLOWED",
			"arn:aws:s3:::a?c, arn:aws:s3:::ac, IMPLICIT_DENY", "arn:aws:s3:::A, arn:aws:s3:::a, IMPLICIT_DENY",
			"arn:*, arn:aws:s3:::a, ALLOWED", "arn:aws:s3:::${aws:username}/*, arn:aws:s3:::bob/x, ALLOWED",
			"arn:aws:${aws:service}:::x, arn:aws:s3:::x, IMPLICIT_DENY",
			"arn:aws:s3:::${aws:nobody}, arn:aws:s3:::bob, IMPLICIT_DENY",
			"arn:aws:s3:::b/${aws:tag}, arn:aws:s3:::b/*, ALLOWED",
			"arn:aws:s3:::b/${aws:tag}, arn:aws:s3:::b/x, IMPLICIT_DENY",
			"arn:aws:s3:::b/${*}, arn:aws:s3:::b/*, ALLOWED", "arn:aws:s3:::b/${?}, arn:aws:s3:::b/x, IMPLICIT_DENY",
			"arn:aws:s3:::b/${$}{aws:username}, arn:aws:s3:::b/${aws:username}, ALLOWED",
			"'arn:aws:s3:::b/${aws:nobody, ''some one''}', arn:aws:s3:::b/some one, ALLOWED",
			"'arn:aws:s3:::b/${aws:username, ''x''}', arn:aws:s3:::b/x, IMPLICIT_DENY",
			"'arn:aws:s3:::b/${aws:several, ''x''}', arn:aws:s3:::b/x, IMPLICIT_DENY",
			"arn:aws:s3::${aws:username}:b, arn:aws:s3::${aws:username}:b, ALLOWED",
			"arn:aws:s3:::b/${aws:username, arn:aws:s3:::b/bob, NOT_SUPPORTED",
			"arn:aws:s3:::b/${}, arn:aws:s3:::b/, NOT_SUPPORTED",
			"arn:aws:s3:::b/${${aws:username}}, arn:aws:s3:::b/bob, NOT_SUPPORTED" })
	void matchesResources(String pattern, String resource, Decision decision) {
		Evaluator evaluator = evaluator("{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"" + pattern + "\"}");
		assertThat(evaluator.decide(new Request("s3:GetObject", resource, Map.of("aws:username", List.of("bob"),
				"aws:service", List.of("s3"), "aws:tag", List.of("*"), "aws:several", List.of("a", "b")))))
			.isEqualTo(decision);
	}

	@Test
	void doesNotGuessAVariableWithoutValueInNotResource() {
		Evaluator evaluator = evaluator(
				"{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"NotResource\":\"arn:aws:s3:::${aws:nobody}\"}");
		assertThat(evaluator.decide(new Request("s3:x", "arn:aws:s3:::b", Map.of()))).isEqualTo(Decision.NOT_SUPPORTED);
		assertThat(evaluator.decide(new Request("iam:x", "arn:aws:s3:::b", Map.of())))
			.isEqualTo(Decision.IMPLICIT_DENY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Resource", "NotResource" })
	void saysWhichResourceItCanNotRead(String element) {
		Evaluator evaluator = evaluator(
				"{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"" + element + "\":\"arn:aws:s3:::${\"}");
		assertThat(evaluator.evaluate(new Request("s3:x", "arn:aws:s3:::b", Map.of())).unsupported()).containsExactly(
				"not supported: IAM does not document what \u201c${\u201d means in a resource where it begins no policy variable");
	}

	@Test
	void turnsNotActionRound() {
		Evaluator evaluator = evaluator(
				"{\"Effect\":\"Allow\",\"NotAction\":[\"iam:*\",\"s3:Get*\"],\"Resource\":\"*\"}");
		assertThat(evaluator.decide(new Request("ec2:RunInstances", "*", Map.of()))).isEqualTo(Decision.ALLOWED);
		assertThat(evaluator.decide(new Request("IAM:getrole", "*", Map.of()))).isEqualTo(Decision.IMPLICIT_DENY);
	}

	@ParameterizedTest
	@CsvSource({ "SERVICE, app-integrations.amazonaws.com, ALLOWED", "SERVICE, connect.amazonaws.com, IMPLICIT_DENY",
			"AWS, arn:aws:iam::111122223333:root, IMPLICIT_DENY" })
	void letsTheTrustPolicyDecideWhoAssumesTheRole(Type type, String value, Decision decision) {
		Evaluator evaluator = Evaluator.of(List.of(PolicyReader.read(DocumentedRole.POLICY)),
				PolicyReader.read(DocumentedRole.TRUST));
		assertThat(evaluator.decide(new Request("sts:AssumeRole", "*", new Caller(type, value), Map.of())))
			.isEqualTo(decision);
	}

	private static Evaluator evaluator(String statements) {
		return Evaluator.of(PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}"));
	}

}
