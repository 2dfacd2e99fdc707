package dev.appintegrations.console.role;

import java.util.List;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.containers.Docker;
import dev.appintegrations.containers.LocalStack;
import dev.appintegrations.containers.NeedsDocker;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console's own gateways of STS and IAM, pointed at LocalStack and nothing else.
 */
@NeedsDocker(Docker.LOCALSTACK)
@DirtiesContext
@SpringBootTest(classes = ConsoleApplication.class,
		properties = "spring.datasource.url=jdbc:h2:mem:role-in-localstack;DB_CLOSE_DELAY=-1")
class RoleInLocalStackIT {

	private static final AccountAlias ABSENT = new AccountAlias("absent");

	private static final AccountAlias PRESENT = new AccountAlias("present");

	private static final AccountAlias MISNAMED = new AccountAlias("misnamed");

	private static final String TRUST = """
			{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"app-integrations.amazonaws.com"},\
			"Action":"sts:AssumeRole"}]}""";

	@Autowired
	private RoleGateway roles;

	@Autowired
	private AccountIdentity identity;

	@DynamicPropertySource
	static void accounts(DynamicPropertyRegistry registry) {
		List<AccountAlias> aliases = List.of(ABSENT, PRESENT, MISNAMED);
		for (int i = 0; i < aliases.size(); i++) {
			String account = "console.accounts[" + i + "].";
			String alias = aliases.get(i).value();
			String key = "20000000000" + (i + 1);
			registry.add(account + "alias", () -> alias);
			registry.add(account + "label", () -> alias);
			registry.add(account + "endpoint", LocalStack::endpoint);
			registry.add(account + "access-key-id", () -> key);
			registry.add(account + "secret-access-key", () -> "any");
		}
	}

	@Test
	void knowsTheAccountByItsKey() {
		assertThat(this.identity.verify(ABSENT)).isEqualTo("200000000001");
	}

	@Test
	void seesThatThereIsNoRole() {
		RoleReading reading = this.roles.read(ABSENT);
		assertThat(reading.state()).isEqualTo(RoleState.ABSENT);
		assertThat(reading.failures()).isEmpty();
	}

	@Test
	void readsTheRoleWithItsPoliciesAndEditsItsDescription() {
		try (IamClient iam = EmulatorServer.iam("200000000002", LocalStack.endpoint())) {
			iam.createRole((request) -> request.roleName(RoleNames.ROLE)
				.path("/aws-service-role/" + RoleNames.PRINCIPAL + "/")
				.assumeRolePolicyDocument(TRUST));
			iam.attachRolePolicy((request) -> request.roleName(RoleNames.ROLE).policyArn(RoleNames.POLICY_ARN));
		}
		this.roles.describe(PRESENT, "Ask the contact centre team");
		RoleReading reading = this.roles.read(PRESENT);
		assertThat(reading.failures()).isEmpty();
		assertThat(reading.state()).isEqualTo(RoleState.PRESENT);
		assertThat(reading.role()).satisfies((role) -> {
			assertThat(role.arn()).isEqualTo(RoleNames.arn("200000000002"));
			assertThat(role.trustDocument()).isEqualToIgnoringWhitespace(TRUST);
			assertThat(role.description()).isEqualTo("Ask the contact centre team");
			assertThat(role.attachedPolicies()).containsExactly(RoleNames.POLICY_ARN);
			assertThat(role.policy().document()).contains("cloudwatch:PutMetricData");
		});
	}

	@Test
	void takesTheNameThatLocalStackGivesForNoRole() {
		assertThat(this.roles.create(MISNAMED)).isNotBlank();
		assertThat(this.roles.read(MISNAMED).state()).isEqualTo(RoleState.ABSENT);
	}

}
