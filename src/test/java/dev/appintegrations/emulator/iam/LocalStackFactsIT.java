package dev.appintegrations.emulator.iam;

import dev.appintegrations.containers.Docker;
import dev.appintegrations.containers.LocalStack;
import dev.appintegrations.containers.NeedsDocker;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import tools.jackson.databind.json.JsonMapper;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.PATH;
import static dev.appintegrations.emulator.iam.IamCaller.POLICY;
import static dev.appintegrations.emulator.iam.IamCaller.PRINCIPAL;
import static dev.appintegrations.emulator.iam.IamCaller.decoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where LocalStack differs from AWS about the role, which is why the emulator answers for
 * it. What fails here is something that LocalStack has learnt since.
 */
@NeedsDocker(Docker.LOCALSTACK)
class LocalStackFactsIT {

	private static final String WRONG_NAME = "AWSServiceRoleForApp-integrations";

	private final IamClient iam = EmulatorServer.iam(EmulatorServer.freshAccount(), LocalStack.endpoint());

	@Test
	void givesTheRoleAnotherNameAndNoPolicy() {
		Role role = create();
		assertThat(role.roleName()).isEqualTo(WRONG_NAME);
		assertThat(role.path()).isEqualTo(PATH);
		assertThat(this.iam.listAttachedRolePolicies((request) -> request.roleName(WRONG_NAME)).attachedPolicies())
			.isEmpty();
		assertThatExceptionOfType(NoSuchEntityException.class)
			.isThrownBy(() -> this.iam.getRole((request) -> request.roleName(NAME)));
		assertThat(this.iam.listRoles((request) -> request.pathPrefix(PATH)).roles()).extracting(Role::roleName)
			.containsExactly(WRONG_NAME);
	}

	@Test
	void refusesASecondOneAsAwsDoes() {
		create();
		assertThatExceptionOfType(IamException.class).isThrownBy(this::create).satisfies((refusal) -> {
			assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidInput");
			assertThat(refusal.awsErrorDetails().errorMessage()).contains("has been taken in this account");
		});
	}

	@Test
	void hasTheManagedPolicyOfAws() {
		String document = this.iam.getPolicyVersion((request) -> request.policyArn(POLICY).versionId("v1"))
			.policyVersion()
			.document();
		assertThat(JsonMapper.shared().readTree(decoded(document)).path("Statement")).hasSize(5);
		assertThat(JsonMapper.shared().readTree(decoded(document)))
			.isEqualTo(JsonMapper.shared().readTree(ManagedPolicy.DOCUMENT));
	}

	@Test
	void changesMoreThanTheDescription() {
		create();
		this.iam.updateRole((request) -> request.roleName(WRONG_NAME).maxSessionDuration(7200));
		assertThat(this.iam.getRole((request) -> request.roleName(WRONG_NAME)).role().maxSessionDuration())
			.isEqualTo(7200);
	}

	@Test
	void deletesItAsAnOrdinaryRole() {
		create();
		this.iam.deleteRole((request) -> request.roleName(WRONG_NAME));
		assertGone();
	}

	@Test
	void deletesItAtOnceAndKnowsNoTask() {
		create();
		assertThat(this.iam.deleteServiceLinkedRole((request) -> request.roleName(WRONG_NAME)).deletionTaskId())
			.matches("task" + PATH + WRONG_NAME + "/[0-9a-f-]{36}");
		assertGone();
		assertThat(this.iam
			.getServiceLinkedRoleDeletionStatus((request) -> request.deletionTaskId("task/that/never/was/one"))
			.status()).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
	}

	@Test
	void answersTheDeletionOfNoRoleWith400() {
		assertThatExceptionOfType(NoSuchEntityException.class)
			.isThrownBy(() -> this.iam.deleteServiceLinkedRole((request) -> request.roleName(NAME)))
			.satisfies((refusal) -> assertThat(refusal.statusCode()).isEqualTo(400));
	}

	@Test
	void simulatesNothingWithoutResources() {
		assertThatExceptionOfType(IamException.class)
			.isThrownBy(() -> this.iam.simulatePrincipalPolicy(
					(request) -> request.policySourceArn(create().arn()).actionNames("iam:GetRole")))
			.satisfies((refusal) -> assertThat(refusal.statusCode()).isEqualTo(500));
		assertThatExceptionOfType(IamException.class)
			.isThrownBy(() -> this.iam
				.simulateCustomPolicy((request) -> request.policyInputList("{}").actionNames("iam:GetRole")))
			.satisfies((refusal) -> assertThat(refusal.statusCode()).isEqualTo(501));
	}

	@Test
	void encodesTheTrustPolicyOnceOrNotAtAllOrAsAStringOfJson() {
		assertThat(create().assumeRolePolicyDocument()).startsWith("{");
		assertThat(this.iam.getRole((request) -> request.roleName(WRONG_NAME)).role().assumeRolePolicyDocument())
			.startsWith("%7B");
		assertThat(this.iam.listRoles((request) -> request.pathPrefix(PATH)).roles().getFirst())
			.satisfies((role) -> assertThat(role.assumeRolePolicyDocument()).startsWith("%22%7B%5C%22Version"));
	}

	private Role create() {
		return this.iam.createServiceLinkedRole((request) -> request.awsServiceName(PRINCIPAL)).role();
	}

	private void assertGone() {
		assertThatExceptionOfType(NoSuchEntityException.class)
			.isThrownBy(() -> this.iam.getRole((request) -> request.roleName(WRONG_NAME)));
	}

}
