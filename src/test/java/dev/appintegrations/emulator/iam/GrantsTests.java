package dev.appintegrations.emulator.iam;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.RoleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.PATH;
import static dev.appintegrations.emulator.iam.IamCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@RoleTest
class GrantsTests {

	private static final String LONDON = "arn:aws:app-integrations:eu-west-2:111122223333:application/one";

	private static final String VIRGINIA = "arn:aws:app-integrations:us-east-1:111122223333:application/one";

	private final IamCaller caller = IamCaller.fresh();

	private final String operator = "arn:aws:iam::" + this.caller.account() + ":user/operator";

	@Test
	void allowEverythingUntilTheyAreSet() {
		assertThat(decide("iam:GetRole", "*")).isEqualTo("allowed");
		grant(List.of(), List.of());
		assertThat(decide("iam:GetRole", "*")).isEqualTo("implicitDeny");
		EmulatorServer.set(this.caller.account(), "grants", Map.of());
		assertThat(decide("iam:GetRole", "*")).isEqualTo("allowed");
	}

	@ParameterizedTest
	@CsvSource({ "iam:GetRole, iam:GetRole, allowed", "iam:GetRole, IAM:getrole, allowed",
			"iam:GetRole, iam:GetRolePolicy, implicitDeny", "iam:Get*, iam:GetRolePolicy, allowed",
			"iam:GetRol?, iam:GetRole, allowed", "iam:*, sts:GetCallerIdentity, implicitDeny",
			"*, sts:GetCallerIdentity, allowed" })
	void allowActionsByName(String granted, String action, String decision) {
		grant(List.of(granted), List.of());
		assertThat(decide(action, "*")).isEqualTo(decision);
	}

	@ParameterizedTest
	@CsvSource({ LONDON + ", allowed", VIRGINIA + ", implicitDeny", "*, implicitDeny" })
	void allowActionsOnSomeResources(String resource, String decision) {
		grant(List.of("app-integrations:Delete* arn:aws:app-integrations:eu-west-2:*"), List.of());
		assertThat(decide("app-integrations:DeleteApplication", resource)).isEqualTo(decision);
	}

	@ParameterizedTest
	@CsvSource({ LONDON + ", explicitDeny", VIRGINIA + ", allowed" })
	void denyBeforeTheyAllow(String resource, String decision) {
		grant(List.of("*"), List.of("app-integrations:* arn:aws:app-integrations:eu-west-2:*"));
		assertThat(decide("app-integrations:DeleteApplication", resource)).isEqualTo(decision);
	}

	@Test
	void areOfOneAccount() {
		grant(List.of(), List.of());
		IamCaller other = IamCaller.fresh();
		assertThat(other.sdk()
			.simulatePrincipalPolicy(
					(request) -> request.policySourceArn("arn:aws:iam::" + other.account() + ":role/mine")
						.actionNames("iam:GetRole"))
			.evaluationResults()
			.getFirst()
			.evalDecisionAsString()).isEqualTo("allowed");
	}

	@Test
	void areForgottenByAReset() {
		grant(List.of(), List.of());
		EmulatorServer.reset(this.caller.account(), "empty");
		assertThat(decide("iam:GetRole", "*")).isEqualTo("allowed");
	}

	@Test
	void answerEachActionOnEachResource() {
		grant(List.of("app-integrations:Get* arn:aws:app-integrations:eu-west-2:*"), List.of());
		List<EvaluationResult> results = this.caller.sdk()
			.simulatePrincipalPolicy((request) -> request.policySourceArn(this.operator)
				.actionNames("app-integrations:GetApplication", "app-integrations:DeleteApplication")
				.resourceArns(LONDON, VIRGINIA))
			.evaluationResults();
		assertThat(results).extracting(EvaluationResult::evalActionName, EvaluationResult::evalDecisionAsString)
			.containsExactly(tuple("app-integrations:GetApplication", "implicitDeny"),
					tuple("app-integrations:DeleteApplication", "implicitDeny"));
		assertThat(results.getFirst().resourceSpecificResults())
			.extracting(ResourceSpecificResult::evalResourceName, ResourceSpecificResult::evalResourceDecisionAsString)
			.containsExactly(tuple(LONDON, "allowed"), tuple(VIRGINIA, "implicitDeny"));
	}

	@Test
	void areAnsweredAHundredToAPage() {
		List<String> actions = IntStream.range(0, 101).mapToObj((i) -> "iam:Get" + i).toList();
		SimulatePrincipalPolicyResponse first = this.caller.sdk()
			.simulatePrincipalPolicy((request) -> request.policySourceArn(this.operator).actionNames(actions));
		assertThat(first.isTruncated()).isTrue();
		assertThat(first.evaluationResults()).hasSize(100);
		assertThat(this.caller.sdk()
			.simulatePrincipalPolicyPaginator(
					(request) -> request.policySourceArn(this.operator).actionNames(actions).maxItems(40))
			.evaluationResults()).extracting(EvaluationResult::evalActionName).containsExactlyElementsOf(actions);
	}

	@Test
	void refuseSessionsAndStrangers() {
		assertRefused(() -> simulate("arn:aws:sts::" + this.caller.account() + ":assumed-role/x/y"), 400,
				"InvalidInput", "does not clearly define entity type and name.");
		assertRefused(() -> simulate("arn:aws:iam::999988887777:role/other"), 404, "NoSuchEntity", "999988887777");
	}

	@Test
	void areNotTheRoles() {
		assertRefused(() -> simulate("arn:aws:iam::" + this.caller.account() + ":role" + PATH + NAME), 500,
				"PolicyEvaluation", "callers only");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GetRole", "iam:Get*", "iam:", "iam:Get Role" })
	void refuseWhatIsNoAction(String action) {
		assertRefused(() -> decide(action, "*"), 400, "InvalidInput", "Invalid Action: " + action);
	}

	private void grant(List<String> allowed, List<String> denied) {
		EmulatorServer.set(this.caller.account(), "grants", Map.of("allowed", allowed, "denied", denied));
	}

	private void simulate(String principal) {
		this.caller.sdk()
			.simulatePrincipalPolicy((request) -> request.policySourceArn(principal).actionNames("iam:GetRole"));
	}

	private String decide(String action, String resource) {
		return this.caller.sdk()
			.simulatePrincipalPolicy(
					(request) -> request.policySourceArn(this.operator).actionNames(action).resourceArns(resource))
			.evaluationResults()
			.getFirst()
			.evalDecisionAsString();
	}

}
