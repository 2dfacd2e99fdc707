package dev.appintegrations.console.role;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.ConsoleTest;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ConsoleTest
class AppIntegrationsRoleTests {

	private static final AccountAlias ACCOUNT = new AccountAlias("trouble");

	@Autowired
	private AppIntegrationsRole roles;

	@BeforeEach
	void startWithoutTheRole() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
	}

	@Test
	void readsAllOfTheRoleInFiveCalls() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "demo");
		this.roles.read(ACCOUNT);
		EmulatorServer.forgetCalls(TestAccounts.TROUBLE);
		RoleReading reading = this.roles.read(ACCOUNT);
		assertThat(reading.state()).isEqualTo(RoleState.PRESENT);
		assertThat(reading.failures()).isEmpty();
		ServiceLinkedRole role = Objects.requireNonNull(reading.role());
		assertThat(role.arn()).isEqualTo(RoleNames.arn(TestAccounts.TROUBLE));
		assertThat(role.attachedPolicies()).containsExactly(RoleNames.POLICY_ARN);
		assertThat(role.inlinePolicies()).isEmpty();
		assertThat(role.tags()).containsEntry("team", "contact-centre");
		assertThat(role.lastUsed()).extracting("region").isEqualTo("us-east-1");
		assertThat(role.policy()).extracting("versionId", "attachable").containsExactly("v1", false);
		assertThat(EmulatorServer.calls(TestAccounts.TROUBLE))
			.filteredOn((call) -> List.of("iam", "sts").contains(String.valueOf(call.get("service"))))
			.extracting("operation")
			.containsExactlyInAnyOrder("GetRole", "ListAttachedRolePolicies", "ListRolePolicies", "GetPolicy",
					"GetPolicyVersion");
	}

	@Test
	void asksForTheRestBeforeItHasHeardOfTheRole() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "demo");
		EmulatorServer.faults(TestAccounts.TROUBLE, List.of(Map.of("operation", "GetRole", "action", "HANG")));
		EmulatorServer.forgetCalls(TestAccounts.TROUBLE);
		assertThat(this.roles.read(ACCOUNT).state()).isEqualTo(RoleState.UNKNOWN);
		assertThat(EmulatorServer.calls(TestAccounts.TROUBLE)).extracting("operation")
			.contains("ListAttachedRolePolicies", "ListRolePolicies", "GetPolicy", "GetPolicyVersion");
	}

	@Test
	void tellsAbsentFromUnknown() {
		assertThat(this.roles.read(ACCOUNT).state()).isEqualTo(RoleState.ABSENT);
		deny("GetRole");
		RoleReading denied = this.roles.read(ACCOUNT);
		assertThat(denied.state()).isEqualTo(RoleState.UNKNOWN);
		assertThat(denied.failures().getFirst()).isInstanceOfSatisfying(AwsFailure.Denied.class,
				(failure) -> assertThat(failure.action()).isEqualTo("iam:GetRole"));
	}

	@ParameterizedTest
	@CsvSource({ "HANG", "RESET", "HTML" })
	void neverCallsTheRoleAbsentWhenIamDoesNotAnswer(String action) {
		EmulatorServer.faults(TestAccounts.TROUBLE, List.of(Map.of("service", "iam", "action", action)));
		assertThat(this.roles.read(ACCOUNT).state()).isEqualTo(RoleState.UNKNOWN);
	}

	@Test
	void showsWhatItMayReadOfTheRole() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "demo");
		deny("GetPolicyVersion");
		RoleReading reading = this.roles.read(ACCOUNT);
		assertThat(reading.state()).isEqualTo(RoleState.PRESENT);
		assertThat(Objects.requireNonNull(reading.role()).policy()).isNull();
		assertThat(reading.failures()).hasSize(1);
	}

	@Test
	void createsTheRoleOnce() {
		assertThat(this.roles.create(ACCOUNT).created()).isTrue();
		assertThat(this.roles.create(ACCOUNT).created()).isFalse();
		assertThat(this.roles.read(ACCOUNT).state()).isEqualTo(RoleState.PRESENT);
	}

	@Test
	void takesTheRoleForThereWhileReadsDoNotShowItYet() {
		EmulatorServer.set(TestAccounts.TROUBLE, "lags", Map.of("readAfterWriteMs", 600_000));
		assertThat(this.roles.create(ACCOUNT).created()).isTrue();
		assertThat(this.roles.read(ACCOUNT).state()).isEqualTo(RoleState.ABSENT);
		assertThat(this.roles.create(ACCOUNT).created()).isFalse();
	}

	@Test
	void tellsOtherInvalidInputFromARoleThatIsThere() {
		EmulatorServer.faults(TestAccounts.TROUBLE, List.of(Map.of("service", "iam", "operation",
				"CreateServiceLinkedRole", "status", 400, "code", "InvalidInput", "message", "Something else")));
		assertThatExceptionOfType(AwsFailedException.class).isThrownBy(() -> this.roles.create(ACCOUNT))
			.withMessage("Something else");
	}

	@Test
	void changesTheDescriptionThatTheEditorSaw() {
		this.roles.create(ACCOUNT);
		assertThat(this.roles.describe(ACCOUNT, "", "first")).isInstanceOf(DescriptionChange.Changed.class);
		assertThat(this.roles.describe(ACCOUNT, "first", "second"))
			.isInstanceOfSatisfying(DescriptionChange.Changed.class, (change) -> {
				assertThat(change.before()).isEqualTo("first");
				assertThat(change.requestId()).isNotBlank();
			});
		assertThat(Objects.requireNonNull(this.roles.read(ACCOUNT).role()).description()).isEqualTo("second");
	}

	@Test
	void doesNothingWhereSomebodyElseWasFaster() {
		this.roles.create(ACCOUNT);
		this.roles.describe(ACCOUNT, "", "theirs");
		assertThat(this.roles.describe(ACCOUNT, "", "mine"))
			.isEqualTo(new DescriptionChange.ChangedMeanwhile("theirs"));
		assertThat(Objects.requireNonNull(this.roles.read(ACCOUNT).role()).description()).isEqualTo("theirs");
	}

	@Test
	void sendsNothingThatIamWouldNotTake() {
		this.roles.create(ACCOUNT);
		EmulatorServer.forgetCalls(TestAccounts.TROUBLE);
		assertThatIllegalArgumentException().isThrownBy(() -> this.roles.describe(ACCOUNT, "", "\u0160"));
		assertThat(EmulatorServer.calls(TestAccounts.TROUBLE)).extracting("operation")
			.doesNotContain("GetRole", "UpdateRoleDescription");
	}

	private static void deny(String operation) {
		EmulatorServer.faults(TestAccounts.TROUBLE,
				List.of(Map.of("service", "iam", "operation", operation, "status", 403, "code", "AccessDenied",
						"message",
						"User: arn:aws:iam::1:user/x is not authorized to perform: iam:" + operation
								+ " on resource: role x because no identity-based policy allows the iam:" + operation
								+ " action")));
	}

}
