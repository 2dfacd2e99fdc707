package dev.appintegrations.emulator.iam;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.RawRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleUsageType;
import software.amazon.awssdk.services.iam.model.Tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ServiceLinkedRoleTests {

	private static final String NAME = "AWSServiceRoleForAppIntegrations";

	private static final String PATH = "/aws-service-role/app-integrations.amazonaws.com/";

	private static final String PRINCIPAL = "app-integrations.amazonaws.com";

	private static final String POLICY = "arn:aws:iam::aws:policy/aws-service-role/AppIntegrationsServiceLinkedRolePolicy";

	private final String account = EmulatorServer.freshAccount();

	private final IamClient iam = EmulatorServer.iam(this.account);

	@Test
	void createsTheRoleWithItsRealNamePathTrustAndPolicy() {
		create();
		Role role = get();
		assertThat(role.roleName()).isEqualTo(NAME);
		assertThat(role.path()).isEqualTo(PATH);
		assertThat(role.arn()).isEqualTo("arn:aws:iam::" + this.account + ":role" + PATH + NAME);
		assertThat(role.roleId()).matches("AROA[A-Z2-7]{17}");
		assertThat(role.maxSessionDuration()).isEqualTo(3600);
		assertThat(role.roleLastUsed().lastUsedDate()).isNull();
		assertThat(URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8))
			.contains("\"Service\":\"" + PRINCIPAL + "\"", "\"sts:AssumeRole\"");
		assertThat(this.iam.listAttachedRolePolicies((request) -> request.roleName(NAME)).attachedPolicies())
			.extracting("policyArn")
			.containsExactly(POLICY);
		assertThat(this.iam.listRolePolicies((request) -> request.roleName(NAME)).policyNames()).isEmpty();
	}

	@Test
	void encodesDocumentsAsTheyComeFromIam() {
		create();
		assertThat(get().assumeRolePolicyDocument()).startsWith("%7B%22Version%22%3A%222012-10-17%22")
			.doesNotContain("{", " ", "+");
	}

	@Test
	void refusesASecondCreationAsTaken() {
		create();
		assertRefused(this::create, 400, "InvalidInput",
				"Service role name " + NAME + " has been taken in this account, please try a different suffix.");
	}

	@Test
	void givesARecreatedRoleAnotherId() {
		create();
		String first = get().roleId();
		this.iam.deleteServiceLinkedRole((request) -> request.roleName(NAME));
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", 1000));
		create();
		assertThat(get().roleId()).isNotEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "App-Integrations.amazonaws.com", "appintegrations.amazonaws.com", "example.com" })
	void knowsThePrincipalByItsExactName(String principal) {
		assertRefused(() -> this.iam.createServiceLinkedRole((request) -> request.awsServiceName(principal)), 404,
				"NoSuchEntity", principal);
	}

	@Test
	void findsTheRoleByItsPath() {
		create();
		assertThat(this.iam.listRoles((request) -> request.pathPrefix(PATH)).roles()).extracting(Role::roleName)
			.containsExactly(NAME);
		assertThat(this.iam.listRoles((request) -> request.pathPrefix("/other/")).roles()).isEmpty();
		assertThat(this.iam.listRoles((request) -> request.pathPrefix(PATH)).roles().getFirst().roleLastUsed())
			.isNull();
	}

	@Test
	void hasTheDocumentedPolicyInItsOnlyVersion() {
		var policy = this.iam.getPolicy((request) -> request.policyArn(POLICY)).policy();
		assertThat(policy.isAttachable()).isFalse();
		assertThat(policy.defaultVersionId()).isEqualTo("v1");
		assertThat(policy.createDate()).isEqualTo("2022-09-30T19:42:56Z");
		assertThat(policy.attachmentCount()).isZero();
		create();
		assertThat(this.iam.getPolicy((request) -> request.policyArn(POLICY)).policy().attachmentCount()).isOne();
		String document = URLDecoder
			.decode(this.iam.getPolicyVersion((request) -> request.policyArn(POLICY).versionId("v1"))
				.policyVersion()
				.document(), StandardCharsets.UTF_8);
		assertThat(document).contains("connector-profile/*", "ForAllValues:StringEquals", "AWS/AppIntegrations");
		assertThat(this.iam.listPolicyVersions((request) -> request.policyArn(POLICY)).versions()).hasSize(1);
		assertRefused(() -> this.iam.getPolicyVersion((request) -> request.policyArn(POLICY).versionId("v2")), 404,
				"NoSuchEntity", "v2");
	}

	@Test
	void changesNothingOfItButTheDescription() {
		create();
		this.iam.updateRoleDescription((request) -> request.roleName(NAME).description("first"));
		assertThat(get().description()).isEqualTo("first");
		this.iam.updateRole((request) -> request.roleName(NAME).description("second"));
		assertThat(get().description()).isEqualTo("second");
		protectedRole(() -> this.iam.updateRole((request) -> request.roleName(NAME).maxSessionDuration(7200)));
		protectedRole(() -> this.iam.deleteRole((request) -> request.roleName(NAME)));
		protectedRole(() -> this.iam.attachRolePolicy((request) -> request.roleName(NAME).policyArn(POLICY)));
		protectedRole(() -> this.iam.detachRolePolicy((request) -> request.roleName(NAME).policyArn(POLICY)));
		protectedRole(
				() -> this.iam.putRolePolicy((request) -> request.roleName(NAME).policyName("x").policyDocument("{}")));
		protectedRole(() -> this.iam.updateAssumeRolePolicy((request) -> request.roleName(NAME).policyDocument("{}")));
		assertThat(get().maxSessionDuration()).isEqualTo(3600);
	}

	@Test
	void takesTags() {
		create();
		this.iam.tagRole((request) -> request.roleName(NAME)
			.tags(Tag.builder().key("team").value("one").build(), Tag.builder().key("stage").value("").build()));
		this.iam.untagRole((request) -> request.roleName(NAME).tagKeys("stage"));
		assertThat(get().tags()).extracting(Tag::key).containsExactly("team");
		assertThat(this.iam.listRoleTags((request) -> request.roleName(NAME)).tags()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "1000, true", "1001, false" })
	void boundsTheDescription(int length, boolean taken) {
		create();
		ThrowingCallable call = () -> this.iam
			.updateRoleDescription((request) -> request.roleName(NAME).description("x".repeat(length)));
		if (taken) {
			assertThatNoException().isThrownBy(call);
		}
		else {
			assertRefused(call, 400, "ValidationError", "less than or equal to 1000");
		}
	}

	@Test
	void takesLatinLettersOnlyInTheDescription() {
		create();
		this.iam.updateRoleDescription((request) -> request.roleName(NAME).description("caf\u00e9 \u00ff\n\t"));
		assertRefused(() -> this.iam.updateRoleDescription((request) -> request.roleName(NAME).description("\u0160")),
				400, "ValidationError", "regular expression pattern");
	}

	@Test
	void attachesThePolicyToNothingElse() {
		assertRefused(() -> this.iam.attachRolePolicy((request) -> request.roleName("mine").policyArn(POLICY)), 400,
				"PolicyNotAttachable", "Service Role Policy");
	}

	@Test
	void knowsNoOtherRole() {
		assertRefused(() -> this.iam.getRole((request) -> request.roleName("other")), 404, "NoSuchEntity", "other");
		assertRefused(() -> this.iam.deleteServiceLinkedRole((request) -> request.roleName(NAME)), 404, "NoSuchEntity",
				NAME);
		assertRefused(() -> this.iam.getRole((request) -> request.roleName("x".repeat(65))), 400, "ValidationError",
				"less than or equal to 64");
	}

	@Test
	void appearsWithTheFirstIntegration() {
		EmulatorServer.client(this.account, "eu-west-2")
			.createEventIntegration((request) -> request.name("orders")
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com")));
		assertThat(get().roleName()).isEqualTo(NAME);
	}

	@Test
	void deletesAsATask() {
		create();
		EmulatorServer.set(this.account, "lags", Map.of("roleDeletionMs", 60_000));
		String task = delete();
		assertThat(task).startsWith("task" + PATH + NAME + "/");
		assertThat(status(task).status()).isEqualTo(DeletionTaskStatusType.NOT_STARTED);
		assertThat(delete()).isEqualTo(task);
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", 30_000));
		assertThat(status(task).status()).isEqualTo(DeletionTaskStatusType.IN_PROGRESS);
		assertThat(get().roleName()).isEqualTo(NAME);
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", 30_000));
		assertThat(status(task).status()).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
		assertThat(status(task).reason()).isNull();
		assertRefused(this::get, 404, "NoSuchEntity", NAME);
	}

	@Test
	void failsToDeleteWhileAnythingUsesItAndNamesWhat() {
		EmulatorServer.reset(this.account, "sandbox");
		GetServiceLinkedRoleDeletionStatusResponse status = status(delete());
		assertThat(status.status()).isEqualTo(DeletionTaskStatusType.FAILED);
		assertThat(status.reason().reason()).isNotBlank();
		assertThat(status.reason().roleUsageList()).extracting(RoleUsageType::region)
			.containsExactly("eu-west-2", "us-east-1");
		assertThat(status.reason().roleUsageList().getLast().resources())
			.allMatch((arn) -> arn.startsWith("arn:aws:app-integrations:us-east-1:" + this.account + ":"))
			.anyMatch((arn) -> arn.contains(":event-integration-association/"))
			.noneMatch((arn) -> arn.contains(":application"));
		assertThat(get().roleName()).isEqualTo(NAME);
		assertThat(delete()).startsWith("task/");
	}

	@ParameterizedTest
	@CsvSource({ "false, SUCCEEDED", "true, FAILED" })
	void isKeptByApplicationsOrNotAsSwitched(boolean blocks, DeletionTaskStatusType status) {
		EmulatorServer.set(this.account, "behaviour", Map.of("applicationsBlockRole", blocks));
		EmulatorServer.client(this.account, "eu-west-2")
			.createApplication((request) -> request.name("desk")
				.namespace("example.desk")
				.applicationSourceConfig(
						(source) -> source.externalUrlConfig((url) -> url.accessUrl("https://desk.example.com/"))));
		assertThat(status(delete()).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "true, FAILED", "false, SUCCEEDED" })
	void isKeptByBulkExportsOrNotAsSwitched(boolean blocks, DeletionTaskStatusType status) {
		EmulatorServer.set(this.account, "behaviour", Map.of("exportsBlockRole", blocks));
		AppIntegrationsClient client = EmulatorServer.client(this.account, "eu-west-2");
		String id = client
			.createDataIntegration((request) -> request.name("export")
				.kmsKey("arn:aws:kms:eu-west-2:" + this.account + ":key/1")
				.sourceURI("AmazonConnect://AppIntegrations"))
			.id();
		client.createDataIntegrationAssociation((request) -> request.dataIntegrationIdentifier(id)
			.destinationURI("s3://bucket")
			.executionConfiguration((execution) -> execution.executionMode("ON_DEMAND")
				.onDemandConfiguration((demand) -> demand.startTime("1761955200000").endTime("1764547200000"))));
		assertThat(status(delete()).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "usageNamesOtherRegion, eu-north-1, arn:aws:app-integrations:us-east-1:",
			"usageNamesBareIds, eu-west-2, segment-tracks" })
	void namesUsageAsUnreliablyAsIamDoes(String behaviour, String region, String resource) {
		EmulatorServer.reset(this.account, "sandbox");
		EmulatorServer.set(this.account, "behaviour", Map.of(behaviour, true));
		List<RoleUsageType> usage = status(delete()).reason().roleUsageList();
		assertThat(usage.getFirst().region()).isEqualTo(region);
		assertThat(usage.getFirst().resources()).anyMatch((each) -> each.startsWith(resource));
	}

	@Test
	void mayFailWithoutNamingAnyUsage() {
		EmulatorServer.reset(this.account, "sandbox");
		EmulatorServer.set(this.account, "behaviour", Map.of("usageIsEmpty", true));
		GetServiceLinkedRoleDeletionStatusResponse status = status(delete());
		assertThat(status.status()).isEqualTo(DeletionTaskStatusType.FAILED);
		assertThat(status.reason().roleUsageList()).isEmpty();
	}

	@Test
	void forgetsTasksSoonAfterSuccessWhereSwitched() {
		EmulatorServer.set(this.account, "behaviour", Map.of("taskRecordsVanish", true));
		create();
		String task = delete();
		assertRefused(() -> status(task), 404, "NoSuchEntity", task);
	}

	@Test
	void refusesTaskIdsThatAreNone() {
		assertRefused(() -> status("nonsense"), 400, "InvalidInput", "nonsense");
		assertRefused(() -> status("task/x/y"), 404, "NoSuchEntity", "task/x/y");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void goesWithTheLastDataIntegrationWhereSwitched(boolean goes) {
		EmulatorServer.set(this.account, "behaviour", Map.of("lastDataIntegrationDeletesRole", goes));
		AppIntegrationsClient client = EmulatorServer.client(this.account, "eu-west-2");
		for (String name : List.of("one", "two")) {
			client.createDataIntegration((request) -> request.name(name)
				.kmsKey("arn:aws:kms:eu-west-2:" + this.account + ":key/1")
				.sourceURI("s3://bucket"));
		}
		client.deleteDataIntegration((request) -> request.dataIntegrationIdentifier("one"));
		assertThat(get().roleName()).isEqualTo(NAME);
		client.deleteDataIntegration((request) -> request.dataIntegrationIdentifier("two"));
		if (goes) {
			assertRefused(this::get, 404, "NoSuchEntity", NAME);
		}
		else {
			assertThat(get().roleName()).isEqualTo(NAME);
		}
	}

	@Test
	void showsCreationAndDeletionLate() {
		EmulatorServer.set(this.account, "lags", Map.of("readAfterWriteMs", 5000));
		create();
		assertRefused(this::get, 404, "NoSuchEntity", NAME);
		assertRefused(this::create, 400, "InvalidInput", "has been taken");
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", 5000));
		get();
		delete();
		assertThat(get().roleName()).isEqualTo(NAME);
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", 5000));
		assertRefused(this::get, 404, "NoSuchEntity", NAME);
	}

	@Test
	void isSignedForOneRegion() throws Exception {
		RawRequest.Answer answer = RawRequest.signed("POST", "/", this.account, "iam", "eu-west-2")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.body("Action=GetRole&Version=2010-05-08&RoleName=" + NAME)
			.send();
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>",
				"Credential should be scoped to a valid region");
	}

	@Test
	void throttlesInItsOwnWay() {
		EmulatorServer.set(this.account, "rates", Map.of("iam", Map.of("perSecond", 0.001, "burst", 1)));
		this.iam.listRoles();
		assertRefused(() -> this.iam.listRoles(), 400, "Throttling", "Rate exceeded");
	}

	@Test
	void simulatesWhatTheControlApiGrants() {
		String arn = "arn:aws:iam::" + this.account + ":user/operator";
		assertThat(decisions(arn)).containsExactly("allowed", "allowed");
		EmulatorServer.set(this.account, "grants",
				Map.of("allowed", List.of("iam:Get*"), "denied", List.of("app-integrations:*")));
		assertThat(decisions(arn)).containsExactly("allowed", "explicitDeny");
		EmulatorServer.set(this.account, "grants", Map.of("allowed", List.of("s3:*")));
		assertThat(decisions(arn)).containsExactly("implicitDeny", "implicitDeny");
		assertRefused(() -> decisions("arn:aws:sts::" + this.account + ":assumed-role/x/y"), 400, "InvalidInput",
				"does not clearly define entity type");
	}

	private List<String> decisions(String arn) {
		return this.iam
			.simulatePrincipalPolicy((request) -> request.policySourceArn(arn)
				.actionNames("iam:GetRole", "app-integrations:ListApplications"))
			.evaluationResults()
			.stream()
			.map((result) -> result.evalDecisionAsString())
			.toList();
	}

	private void create() {
		this.iam.createServiceLinkedRole((request) -> request.awsServiceName(PRINCIPAL));
	}

	private Role get() {
		return this.iam.getRole((request) -> request.roleName(NAME)).role();
	}

	private String delete() {
		return this.iam.deleteServiceLinkedRole((request) -> request.roleName(NAME)).deletionTaskId();
	}

	private GetServiceLinkedRoleDeletionStatusResponse status(String task) {
		return this.iam.getServiceLinkedRoleDeletionStatus((request) -> request.deletionTaskId(task));
	}

	private static void protectedRole(ThrowingCallable call) {
		assertRefused(call, 400, "UnmodifiableEntity", "Cannot perform the operation on the protected role '" + NAME
				+ "' - this role is only modifiable by AWS");
	}

	private static void assertRefused(ThrowingCallable call, int status, String code, String text) {
		assertThatExceptionOfType(IamException.class).isThrownBy(call).satisfies((refusal) -> {
			assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
			assertThat(refusal.statusCode()).isEqualTo(status);
			assertThat(refusal.awsErrorDetails().errorMessage()).contains(text);
		});
	}

}
