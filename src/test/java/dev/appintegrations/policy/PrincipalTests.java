package dev.appintegrations.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Principal.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom a trust policy is about.
 */
class PrincipalTests {

	private static final String ACCOUNT = "111122223333";

	private static final String ROOT = "arn:aws:iam::111122223333:root";

	@ParameterizedTest
	@CsvSource({ "111122223333, arn:aws:iam::111122223333:user/x, ALLOWED", "111122223333, 111122223333, ALLOWED",
			"111122223333, arn:aws:iam::111122223333:root, ALLOWED",
			"arn:aws:iam::111122223333:root, 111122223333, ALLOWED",
			"arn:aws:iam::111122223333:root, arn:aws:iam::111122223333:root, ALLOWED",
			"111122223333, arn:aws:iam::444455556666:user/x, IMPLICIT_DENY",
			"111122223333, arn:aws-cn:iam::111122223333:user/x, ALLOWED",
			"arn:aws:iam::111122223333:root, arn:aws:iam::111122223333:role/y, ALLOWED",
			"arn:aws:iam::111122223333:root, arn:aws:sts::111122223333:assumed-role/r/s, ALLOWED",
			"arn:aws:iam::111122223333:root, arn:aws:iam::444455556666:role/y, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:root, arn:aws-cn:iam::111122223333:role/y, IMPLICIT_DENY",
			"arn:aws-cn:iam::111122223333:root, arn:aws-cn:iam::111122223333:role/y, ALLOWED",
			"arn:aws-us-gov:iam::111122223333:root, arn:aws:iam::111122223333:root, IMPLICIT_DENY",
			"arn:aws-us-gov:iam::111122223333:root, 111122223333, ALLOWED",
			"arn:aws:s3::111122223333:root, arn:aws:iam::111122223333:user/x, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:user/x, 111122223333, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:user/x, arn:aws:iam::111122223333:user/x, ALLOWED",
			"arn:aws:iam::111122223333:user/x, arn:aws:iam::111122223333:user/y, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:role/*, arn:aws:iam::111122223333:role/r, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:role/team/R, arn:aws:iam::111122223333:role/team/R, ALLOWED",
			"arn:aws:iam::111122223333:role/team/R, arn:aws:sts::111122223333:assumed-role/R/session, ALLOWED",
			"arn:aws:iam::111122223333:role/team/R, arn:aws:sts::111122223333:assumed-role/RR/session, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:role/R, arn:aws:sts::111122223333:assumed-role/S/R, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:role/R, arn:aws:sts::444455556666:assumed-role/R/s, IMPLICIT_DENY",
			"arn:aws:iam::111122223333:role/R, arn:aws-cn:sts::111122223333:assumed-role/R/s, IMPLICIT_DENY",
			"arn:aws-us-gov:iam::111122223333:role/R, arn:aws-us-gov:sts::111122223333:assumed-role/R/s, ALLOWED",
			"arn:aws:sts::111122223333:assumed-role/r/s, arn:aws:sts::111122223333:assumed-role/r/t, IMPLICIT_DENY",
			"*, arn:aws:iam::1:user/x, ALLOWED" })
	void knowsWhomAPrincipalNames(String named, String caller, Decision decision) {
		assertThat(decide("Allow", "Principal", named, Type.AWS, caller)).isEqualTo(decision);
	}

	@ParameterizedTest
	@CsvSource({ "SERVICE, ec2.amazonaws.com, ALLOWED", "SERVICE, s3.amazonaws.com, IMPLICIT_DENY",
			"FEDERATED, ec2.amazonaws.com, IMPLICIT_DENY", "AWS, 111122223333, IMPLICIT_DENY" })
	void tellsKindsOfPrincipalsApart(Type type, String caller, Decision decision) {
		Policy trust = policy("Allow", "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},");
		assertThat(decide(trust, new Caller(type, caller))).isEqualTo(decision);
	}

	/** Named principals are separated by {@code |}. */
	@ParameterizedTest
	@CsvSource({ "ROOT, ACCOUNT, IMPLICIT_DENY", "ROOT, ROOT, IMPLICIT_DENY", "ACCOUNT, ROOT, IMPLICIT_DENY",
			"ACCOUNT, ACCOUNT, IMPLICIT_DENY", "ROOT, 444455556666, EXPLICIT_DENY",
			"ROOT, arn:aws-cn:iam::111122223333:root, EXPLICIT_DENY", "USER jo|ROOT, USER jo, IMPLICIT_DENY",
			"USER jo|ACCOUNT, USER jo, IMPLICIT_DENY", "USER jo|ROOT, USER al, EXPLICIT_DENY",
			"USER jo, USER al, EXPLICIT_DENY", "USER jo, USER jo, NOT_SUPPORTED", "USER jo, ROOT, EXPLICIT_DENY",
			"ROOT, USER jo, NOT_SUPPORTED", "arn:aws-cn:iam::111122223333:root, USER jo, EXPLICIT_DENY",
			"ROLE r|ROOT, SESSION r/s, IMPLICIT_DENY", "ROLE r|ROOT, SESSION q/s, EXPLICIT_DENY",
			"SESSION r/s|ROOT, SESSION r/s, NOT_SUPPORTED", "ROLE r, SESSION r/s, NOT_SUPPORTED",
			"SESSION r/s|ROLE r|ROOT, SESSION r/s, IMPLICIT_DENY", "*, USER jo, IMPLICIT_DENY" })
	void exceptsWhomNotPrincipalNamesWithTheirAccount(String named, String caller, Decision decision) {
		assertThat(decide("Deny", "NotPrincipal", arn(named), Type.AWS, arn(caller))).isEqualTo(decision);
	}

	@Test
	void leavesOpenWhomNotPrincipalAllows() {
		assertThat(decide("Allow", "NotPrincipal", ACCOUNT, Type.AWS, "444455556666"))
			.isEqualTo(Decision.NOT_SUPPORTED);
		assertThat(decide("Allow", "NotPrincipal", ACCOUNT, Type.AWS, ROOT)).isEqualTo(Decision.IMPLICIT_DENY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Allow", "Deny" })
	void isAboutNobodyWithoutPrincipal(String effect) {
		Caller caller = new Caller(Type.AWS, ACCOUNT);
		Evaluation evaluation = Evaluator.of(List.of(), policy(effect, ""))
			.evaluate(new Request("sts:AssumeRole", "*", caller, Map.of()));
		assertThat(evaluation.decision()).isEqualTo(Decision.IMPLICIT_DENY);
		Reason reason = evaluation.mismatches().getFirst().reason();
		assertThat(reason.kind()).isEqualTo(Reason.Kind.PRINCIPAL);
		assertThat(reason.text()).isEqualTo(
				"It names no principal, as a statement of a trust policy must: IAM refuses it, and it is about nobody.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sts:AssumeRole", "STS:assumerolewithsaml", "sts:AssumeRoleWithWebIdentity" })
	void asksTheTrustPolicyAloneWhoMayAssumeTheRole(String action) {
		Policy identity = PolicyReader
			.read("{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}");
		Evaluator evaluator = Evaluator.of(List.of(identity),
				policy("Allow", "\"Principal\":{\"AWS\":\"" + ACCOUNT + "\"},"));
		Caller caller = new Caller(Type.AWS, ACCOUNT);
		assertThat(evaluator.decide(new Request(action, "*", caller, Map.of()))).isEqualTo(Decision.ALLOWED);
		assertThat(evaluator.decide(new Request("sts:TagSession", "*", caller, Map.of())))
			.isEqualTo(Decision.EXPLICIT_DENY);
		assertThat(evaluator.decide(new Request(action, "*", Map.of()))).isEqualTo(Decision.EXPLICIT_DENY);
	}

	private static String arn(String brief) {
		return Arrays.stream(brief.split("\\|"))
			.map((one) -> one.replaceFirst("^ROOT$", ROOT)
				.replaceFirst("^ACCOUNT$", ACCOUNT)
				.replaceFirst("^USER ", "arn:aws:iam::111122223333:user/")
				.replaceFirst("^ROLE ", "arn:aws:iam::111122223333:role/")
				.replaceFirst("^SESSION ", "arn:aws:sts::111122223333:assumed-role/"))
			.collect(Collectors.joining("|"));
	}

	private static Decision decide(String effect, String element, String named, Type type, String caller) {
		String names = Arrays.stream(named.split("\\|"))
			.map((name) -> "\"" + name + "\"")
			.collect(Collectors.joining(","));
		return decide(policy(effect, "\"" + element + "\":{\"AWS\":[" + names + "]},"), new Caller(type, caller));
	}

	private static Decision decide(Policy trust, Caller caller) {
		return Evaluator.of(List.of(), trust).decide(new Request("sts:AssumeRole", "*", caller, Map.of()));
	}

	private static Policy policy(String effect, String principal) {
		return PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"" + effect + "\"," + principal
				+ "\"Action\":\"sts:AssumeRole*\"}}");
	}

}
