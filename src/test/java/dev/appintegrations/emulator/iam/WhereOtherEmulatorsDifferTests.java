package dev.appintegrations.emulator.iam;

import java.util.List;

import dev.appintegrations.emulator.RoleTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.PATH;
import static dev.appintegrations.emulator.iam.IamCaller.POLICY;
import static dev.appintegrations.emulator.iam.IamCaller.assertProtected;
import static dev.appintegrations.emulator.iam.IamCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What public emulators are known to answer in another way than AWS about this role.
 */
@RoleTest
class WhereOtherEmulatorsDifferTests {

	private final IamCaller caller = IamCaller.fresh();

	@Test
	void createsTheRoleUnderItsRealNameWithItsPolicyAttached() {
		Role role = this.caller.create();
		assertThat(role.roleName()).isEqualTo("AWSServiceRoleForAppIntegrations");
		assertThat(role.path()).isEqualTo("/aws-service-role/app-integrations.amazonaws.com/");
		assertThat(role.arn()).isEqualTo("arn:aws:iam::" + this.caller.account()
				+ ":role/aws-service-role/app-integrations.amazonaws.com/AWSServiceRoleForAppIntegrations");
		assertThat(this.caller.sdk().listAttachedRolePolicies((request) -> request.roleName(NAME)).attachedPolicies())
			.extracting("policyName", "policyArn")
			.containsExactly(tuple("AppIntegrationsServiceLinkedRolePolicy", POLICY));
	}

	@Test
	void refusesASecondCreationAsTaken() {
		this.caller.create();
		assertRefused(this.caller::create, 400, "InvalidInput",
				"Service role name " + NAME + " has been taken in this account, please try a different suffix.");
	}

	@Test
	void findsTheRoleByItsNameAfterCreation() {
		String id = this.caller.create().roleId();
		assertThat(this.caller.get().roleId()).isEqualTo(id).matches("AROA[A-Z2-7]{17}");
	}

	@Test
	void findsTheRoleByItsPath() {
		this.caller.create();
		assertThat(this.caller.sdk().listRoles((request) -> request.pathPrefix(PATH)).roles())
			.extracting(Role::roleName)
			.containsExactly(NAME);
		assertThat(this.caller.sdk().listRoles((request) -> request.pathPrefix("/service-role/")).roles()).isEmpty();
	}

	@Test
	void hasThePolicyWithItsFiveStatements() {
		String document = this.caller.sdk()
			.getPolicyVersion((request) -> request.policyArn(POLICY).versionId("v1"))
			.policyVersion()
			.document();
		assertThat(document).startsWith("%7B").doesNotContain("{", "*", " ", "+");
		JsonNode statements = JsonMapper.shared().readTree(IamCaller.decoded(document)).path("Statement");
		assertThat(statements).hasSize(5);
		assertThat(statements).flatExtracting((statement) -> texts(statement.path("Action")))
			.containsExactly("cloudwatch:PutMetricData", "appflow:DescribeConnectorEntity",
					"appflow:ListConnectorEntities", "appflow:DescribeConnectorProfiles", "appflow:UseConnectorProfile",
					"appflow:DeleteFlow", "appflow:DescribeFlow", "appflow:DescribeFlowExecutionRecords",
					"appflow:StartFlow", "appflow:StopFlow", "appflow:UpdateFlow", "appflow:TagResource");
		assertThat(statements).flatExtracting((statement) -> texts(statement.path("Resource")))
			.containsExactly("*", "*", "arn:aws:appflow:*:*:connector-profile/*",
					"arn:aws:appflow:*:*:flow/FlowCreatedByAppIntegrations-*",
					"arn:aws:appflow:*:*:flow/FlowCreatedByAppIntegrations-*");
	}

	@Test
	void changesTheDescriptionAndNothingElse() {
		this.caller.create();
		var iam = this.caller.sdk();
		iam.updateRoleDescription((request) -> request.roleName(NAME).description("first"));
		assertThat(this.caller.get().description()).isEqualTo("first");
		iam.updateRole((request) -> request.roleName(NAME).description("second"));
		assertThat(this.caller.get().description()).isEqualTo("second");
		assertProtected(() -> iam
			.updateRole((request) -> request.roleName(NAME).description("third").maxSessionDuration(7200)));
		assertThat(this.caller.get().description()).isEqualTo("second");
		assertThat(this.caller.get().maxSessionDuration()).isEqualTo(3600);
	}

	@Test
	void refusesDeleteRole() {
		this.caller.create();
		assertProtected(() -> this.caller.sdk().deleteRole((request) -> request.roleName(NAME)));
		assertThat(this.caller.get().roleName()).isEqualTo(NAME);
	}

	@Test
	void deletesInItsOwnTime() {
		this.caller.create();
		this.caller.lag("roleDeletionMs", 60_000);
		assertThat(this.caller.delete()).matches("task" + PATH + NAME + "/[0-9a-f-]{36}");
		assertThat(this.caller.get().roleName()).isEqualTo(NAME);
		this.caller.advance(60_000);
		this.caller.assertNoRole();
	}

	@Test
	void failsToDeleteWhatIsInUseAndNamesTheUsage() {
		IamCaller sandbox = IamCaller.withScenario("sandbox");
		var status = sandbox.status(sandbox.delete());
		assertThat(status.status()).isEqualTo(DeletionTaskStatusType.FAILED);
		assertThat(status.reason().roleUsageList()).isNotEmpty();
	}

	@Test
	void answersTheDeletionOfNoRoleWith404() {
		assertRefused(this.caller::delete, 404, "NoSuchEntity", NAME);
	}

	@Test
	void tellsTheRealStatusOfADeletion() {
		this.caller.create();
		this.caller.lag("roleDeletionMs", 60_000);
		String task = this.caller.delete();
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.NOT_STARTED);
		this.caller.advance(30_000);
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.IN_PROGRESS);
		this.caller.advance(30_000);
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
		assertRefused(() -> this.caller.status(task + "0"), 404, "NoSuchEntity", task + "0");
	}

	@Test
	void simulatesWithoutResources() {
		assertThat(
				this.caller.sdk()
					.simulatePrincipalPolicy((request) -> request
						.policySourceArn("arn:aws:iam::" + this.caller.account() + ":role/operator")
						.actionNames("iam:GetRole"))
					.evaluationResults())
			.singleElement()
			.satisfies((result) -> {
				assertThat(result.evalResourceName()).isEqualTo("*");
				assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
			});
	}

	@Test
	void tellsTheLastUseToGetRoleOnly() {
		IamCaller demo = IamCaller.withScenario("demo");
		assertThat(demo.get().roleLastUsed().region()).isEqualTo("us-east-1");
		assertThat(demo.get().roleLastUsed().lastUsedDate()).isAfterOrEqualTo(demo.get().createDate());
		assertThat(demo.sdk().listRoles((request) -> request.pathPrefix(PATH)).roles().getFirst().roleLastUsed())
			.isNull();
		this.caller.create();
		assertThat(this.caller.get().roleLastUsed().lastUsedDate()).isNull();
	}

	@Test
	void encodesTheTrustPolicyOnceInEveryAnswer() {
		List<String> documents = List.of(this.caller.create().assumeRolePolicyDocument(),
				this.caller.get().assumeRolePolicyDocument(),
				this.caller.sdk()
					.listRoles((request) -> request.pathPrefix(PATH))
					.roles()
					.getFirst()
					.assumeRolePolicyDocument());
		assertThat(documents)
			.containsOnly("%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C"
					+ "%22Principal%22%3A%7B%22Service%22%3A%22app-integrations.amazonaws.com%22%7D%2C"
					+ "%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D");
	}

	private static List<String> texts(JsonNode node) {
		return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
	}

}
