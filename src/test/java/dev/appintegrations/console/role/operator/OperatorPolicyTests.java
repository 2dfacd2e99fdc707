package dev.appintegrations.console.role.operator;

import java.util.List;
import java.util.stream.IntStream;

import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.Statement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorPolicyTests {

	private static final String ACCOUNT = "111122223333";

	@Test
	void fillsInTheAccountAndLeavesRegionsOpen() {
		assertThat(resource(ACCOUNT)).containsExactly("arn:aws:connect:*:111122223333:instance/*");
		assertThat(resource(null)).containsExactly("arn:aws:connect:*:*:instance/*");
	}

	private static List<String> resource(String account) {
		Statement statement = only(List.of(RequiredActions.required("connect", "DeleteUseCase")
			.on("arn:aws:connect:{region}:{account}:instance/*")), account).statements().getFirst();
		return statement.resources().values();
	}

	@Test
	void gathersActionsOnTheSameResources() {
		Policy policy = only(List.of(RequiredActions.required("iam", "GetRole").on("arn:aws:iam::1:role/a"),
				RequiredActions.required("iam", "ListRolePolicies", "GetRole").on("arn:aws:iam::1:role/a"),
				RequiredActions.required("iam", "GetRole").on("arn:aws:iam::1:role/b")), ACCOUNT);
		assertThat(policy.statements()).extracting(Statement::sid).containsExactly("Iam", "Iam2");
		assertThat(policy.statements().getFirst().actions().values()).containsExactly("iam:GetRole",
				"iam:ListRolePolicies");
	}

	@Test
	void namesWhatCanBeLeftOutAndComesLastWithIt() {
		Policy policy = only(List.of(RequiredActions.optional("account", "ListRegions"),
				RequiredActions.permissionOnly("ds", "DescribeDirectories"),
				RequiredActions.required("app-integrations", "ListApplications")), ACCOUNT);
		assertThat(policy.statements()).extracting(Statement::sid)
			.containsExactly("AppIntegrations", "DsBehindCalls", "AccountOptional");
	}

	@Test
	void grantsOnceWhatOneTaskRequiresAndAnotherCanDoWithout() {
		Policy policy = only(List.of(RequiredActions.optional("connect", "ListInstances"),
				RequiredActions.required("connect", "ListInstances")), ACCOUNT);
		assertThat(policy.statements()).extracting(Statement::sid).containsExactly("Connect");
	}

	@Test
	void writesConditions() {
		String document = OperatorPolicy.of(List.of(RequiredActions.required("iam", "CreateServiceLinkedRole")
			.when("StringLike", "iam:AWSServiceName", "x.amazonaws.com")), ACCOUNT).getFirst().document();
		assertThat(document).containsIgnoringWhitespaces(
				"\"Condition\": {\"StringLike\": {\"iam:AWSServiceName\": \"x.amazonaws.com\"}}");
	}

	@Test
	void isNotNeededForWhatAwsNeverChecks() {
		assertThat(OperatorPolicy.of(List.of(RequiredActions.unchecked("sts", "GetCallerIdentity")), ACCOUNT))
			.isEmpty();
	}

	@Test
	void isNeverLongerThanIamTakes() {
		List<RequiredActions> many = IntStream.range(0, 150)
			.mapToObj((i) -> RequiredActions.required("iam", "GetRole").on("arn:aws:iam::{account}:role/number-" + i))
			.toList();
		List<OperatorPolicy> policies = OperatorPolicy.of(many, ACCOUNT);
		assertThat(policies).hasSizeGreaterThan(1).allSatisfy((policy) -> {
			assertThat(policy.size()).isLessThanOrEqualTo(6144)
				.isEqualTo(policy.document().replaceAll("\\s", "").length());
			assertThat(PolicyReader.read(policy.document()).statements()).isNotEmpty();
		});
		assertThat(policies.stream().flatMap((policy) -> PolicyReader.read(policy.document()).statements().stream()))
			.hasSize(150)
			.extracting(Statement::sid)
			.doesNotHaveDuplicates();
	}

	private static Policy only(List<RequiredActions> declared, String account) {
		List<OperatorPolicy> policies = OperatorPolicy.of(declared, account);
		assertThat(policies).hasSize(1);
		return PolicyReader.read(policies.getFirst().document());
	}

}
