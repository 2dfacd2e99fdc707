package dev.appintegrations.emulator.iam;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.appintegrations.containers.LocalStack;
import dev.appintegrations.emulator.RoleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.Role;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.PATH;
import static dev.appintegrations.emulator.iam.IamCaller.POLICY;
import static dev.appintegrations.emulator.iam.IamCaller.PRINCIPAL;
import static dev.appintegrations.emulator.iam.IamCaller.assertProtected;
import static dev.appintegrations.emulator.iam.IamCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

@RoleTest
class ServiceLinkedRoleTests {

	private final IamCaller caller = IamCaller.fresh();

	private final IamClient iam = this.caller.sdk();

	@Test
	void tellsNeitherDescriptionNorSessionWhenItCreates() {
		Role created = this.iam
			.createServiceLinkedRole((request) -> request.awsServiceName(PRINCIPAL).description("Mine"))
			.role();
		assertThat(created.description()).isNull();
		assertThat(created.maxSessionDuration()).isNull();
		assertThat(this.caller.get().description()).isEqualTo("Mine");
		assertThat(this.caller.get().maxSessionDuration()).isEqualTo(3600);
	}

	@Test
	void givesARecreatedRoleAnotherId() {
		String first = this.caller.create().roleId();
		this.caller.delete();
		this.caller.advance(1000);
		assertThat(this.caller.create().roleId()).isNotEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "App-Integrations.amazonaws.com", "appintegrations.amazonaws.com", "example.com" })
	void knowsThePrincipalByItsExactName(String principal) {
		assertRefused(() -> this.iam.createServiceLinkedRole((request) -> request.awsServiceName(principal)), 404,
				"NoSuchEntity", principal);
	}

	@Test
	void takesNoCustomSuffix() {
		assertRefused(
				() -> this.iam
					.createServiceLinkedRole((request) -> request.awsServiceName(PRINCIPAL).customSuffix("mine")),
				400, "InvalidInput", "Custom suffix is not allowed for " + PRINCIPAL);
		this.caller.assertNoRole();
	}

	@Test
	void createsOneRoleForManyAtOnce() throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<String>> creations = IntStream.range(0, 8).<Callable<String>>mapToObj((i) -> () -> {
				try {
					return this.caller.create().roleName();
				}
				catch (IamException ex) {
					return ex.awsErrorDetails().errorCode();
				}
			}).toList();
			assertThat(threads.invokeAll(creations)).extracting(Future::get)
				.containsOnlyOnce(NAME)
				.containsOnly(NAME, "InvalidInput");
		}
	}

	@Test
	void hasThePolicyInItsOnlyVersion() {
		var policy = this.iam.getPolicy((request) -> request.policyArn(POLICY)).policy();
		assertThat(policy.isAttachable()).isFalse();
		assertThat(policy.defaultVersionId()).isEqualTo("v1");
		assertThat(policy.createDate()).isEqualTo("2022-09-30T19:42:56Z");
		assertThat(policy.updateDate()).isEqualTo("2022-09-30T19:42:56Z");
		assertThat(this.iam.listPolicyVersions((request) -> request.policyArn(POLICY)).versions()).singleElement()
			.satisfies((version) -> {
				assertThat(version.versionId()).isEqualTo("v1");
				assertThat(version.isDefaultVersion()).isTrue();
				assertThat(version.document()).isNull();
			});
		assertRefused(() -> this.iam.getPolicyVersion((request) -> request.policyArn(POLICY).versionId("v2")), 404,
				"NoSuchEntity", "v2");
	}

	@Test
	void countsAttachmentsWithinTheAccount() {
		assertThat(this.iam.getPolicy((request) -> request.policyArn(POLICY)).policy().attachmentCount()).isZero();
		this.caller.create();
		assertThat(this.iam.getPolicy((request) -> request.policyArn(POLICY)).policy().attachmentCount()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "AmazonConnect_FullAccess, 400, ValidationError, ARN AmazonConnect_FullAccess is not valid.",
			"arn:aws:iam::aws:role/whatever, 400, InvalidInput, ARN arn:aws:iam::aws:role/whatever is not valid.",
			"arn:aws:iam::aws:policy/ReadOnlyAccess, 404, NoSuchEntity, Policy arn:aws:iam::aws:policy/ReadOnlyAccess was not found." })
	void knowsNoOtherPolicy(String arn, int status, String code, String text) {
		assertRefused(() -> this.iam.getPolicy((request) -> request.policyArn(arn)), status, code, text);
		assertRefused(() -> this.iam.listPolicyVersions((request) -> request.policyArn(arn)), status, code, text);
		assertRefused(() -> this.iam.getPolicyVersion((request) -> request.policyArn(arn).versionId("v1")), status,
				code, text);
	}

	@Test
	void listsAttachedPoliciesByPath() {
		this.caller.create();
		assertThat(
				this.iam.listAttachedRolePolicies((request) -> request.roleName(NAME).pathPrefix("/aws-service-role/"))
					.attachedPolicies())
			.hasSize(1);
		assertThat(this.iam.listAttachedRolePolicies((request) -> request.roleName(NAME).pathPrefix("/job-function/"))
			.attachedPolicies()).isEmpty();
	}

	@Test
	void hasNoInlinePolicy() {
		this.caller.create();
		assertThat(this.iam.listRolePolicies((request) -> request.roleName(NAME)).policyNames()).isEmpty();
		assertRefused(() -> this.iam.getRolePolicy((request) -> request.roleName(NAME).policyName("inline")), 404,
				"NoSuchEntity", "The role policy with name inline cannot be found.");
	}

	@Test
	void answersADescriptionWithTheRole() {
		this.caller.create();
		Role role = this.iam.updateRoleDescription((request) -> request.roleName(NAME).description("first")).role();
		assertThat(role.description()).isEqualTo("first");
		assertThat(role.maxSessionDuration()).isNull();
	}

	@Test
	void leavesTheDescriptionWhereNoneIsSent() {
		this.caller.create();
		this.iam.updateRole((request) -> request.roleName(NAME).description("first"));
		this.iam.updateRole((request) -> request.roleName(NAME));
		assertThat(this.caller.get().description()).isEqualTo("first");
	}

	@Test
	void keepsItsPolicies() {
		this.caller.create();
		assertProtected(() -> this.iam.attachRolePolicy((request) -> request.roleName(NAME).policyArn(POLICY)));
		assertProtected(() -> this.iam.detachRolePolicy((request) -> request.roleName(NAME).policyArn(POLICY)));
		assertProtected(
				() -> this.iam.putRolePolicy((request) -> request.roleName(NAME).policyName("x").policyDocument("{}")));
		assertProtected(() -> this.iam.deleteRolePolicy((request) -> request.roleName(NAME).policyName("x")));
		assertProtected(
				() -> this.iam.updateAssumeRolePolicy((request) -> request.roleName(NAME).policyDocument("{}")));
		assertThat(this.iam.listAttachedRolePolicies((request) -> request.roleName(NAME)).attachedPolicies())
			.hasSize(1);
	}

	@Test
	void attachesThePolicyToNothingElse() {
		assertRefused(() -> this.iam.attachRolePolicy((request) -> request.roleName("mine").policyArn(POLICY)), 400,
				"PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.");
		assertRefused(
				() -> this.iam.attachRolePolicy(
						(request) -> request.roleName("mine").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")),
				404, "NoSuchEntity", "mine");
	}

	@Test
	void takesLatinLettersOnlyInTheDescription() {
		this.caller.create();
		String taken = "\t\n\r !~\u00a1\u00ff";
		this.iam.updateRoleDescription((request) -> request.roleName(NAME).description(taken));
		// LocalStack sends a carriage return as it is, which XML takes for a line feed.
		String kept = (LocalStack.wantedForRoles() != null) ? taken.replace('\r', '\n') : taken;
		assertThat(this.caller.get().description()).isEqualTo(kept);
		for (String refused : List.of("\u0160", "\u007f", "\u00a0", "\u2014", "\ud83d\ude00", "\u0430", "\u000b")) {
			assertRefused(() -> this.iam.updateRole((request) -> request.roleName(NAME).description(refused)), 400,
					"ValidationError", "regular expression pattern");
		}
		assertThat(this.caller.get().description()).isEqualTo(kept);
	}

	@Test
	void isFoundAsItsNameIsWritten() {
		this.caller.create();
		assertRefused(() -> this.iam.getRole((request) -> request.roleName("awsserviceroleforappintegrations")), 404,
				"NoSuchEntity", "awsserviceroleforappintegrations");
	}

	@Test
	void isSeenByItsAccountOnly() {
		this.caller.create();
		IamCaller.fresh().assertNoRole();
	}

	@Test
	void showsItselfLate() {
		this.caller.lag("readAfterWriteMs", 60_000);
		this.caller.create();
		this.caller.assertNoRole();
		assertThat(this.iam.listRoles((request) -> request.pathPrefix(PATH)).roles()).isEmpty();
		assertRefused(() -> this.iam.listAttachedRolePolicies((request) -> request.roleName(NAME)), 404, "NoSuchEntity",
				NAME);
		assertRefused(this.caller::create, 400, "InvalidInput", "has been taken");
		this.caller.advance(30_000);
		this.caller.assertNoRole();
		this.caller.advance(30_000);
		assertThat(this.caller.get().roleName()).isEqualTo(NAME);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void appearsWithTheFirstDataIntegrationWhereSwitched(boolean creates) {
		this.caller.behave("integrationsCreateRole", creates);
		this.caller.createDataIntegration("orders", "s3://bucket");
		this.caller.assertRole(creates);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void appearsWithTheFirstEventIntegrationWhereSwitched(boolean creates) {
		this.caller.behave("integrationsCreateRole", creates);
		this.caller.createEventIntegration("orders");
		this.caller.assertRole(creates);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void appearsWithTheFirstApplicationWhereSwitched(boolean creates) {
		this.caller.behave("applicationsCreateRole", creates);
		this.caller.createApplication("desk");
		this.caller.assertRole(creates);
	}

	@Test
	void appearsWithAnyResourceByDefaultAndStaysTheSame() {
		this.caller.createEventIntegration("orders");
		String id = this.caller.get().roleId();
		this.caller.advance(1000);
		this.caller.createEventIntegration("returns");
		this.caller.createApplication("desk");
		assertThat(this.caller.get().roleId()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "demo, true", "sandbox, true", "fresh, false", "empty, false" })
	void isThereAsTheScenarioHasIt(String scenario, boolean present) {
		IamCaller.withScenario(scenario).assertRole(present);
	}

	@Test
	void isDescribedTaggedAndUsedInTheDemo() {
		Role role = IamCaller.withScenario("demo").get();
		assertThat(role.description()).isNotBlank();
		assertThat(role.tags()).extracting("key").containsExactly("team");
		assertThat(role.roleLastUsed().lastUsedDate()).isNotNull();
	}

}
