package dev.appintegrations.console.role.operator;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ConsoleApplication.class,
		properties = "spring.datasource.url=${test.database.preflight-of-session}")
class PreflightOfSessionTests {

	private static final String ACCOUNT = EmulatorServer.freshAccount();

	/** How slow IAM is with an account is remembered, so this one is for one test. */
	private static final String THROTTLED = EmulatorServer.freshAccount();

	private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/ops/eu/ConsoleOperator";

	@Autowired
	private Preflights preflights;

	@Autowired
	private Accounts accounts;

	@DynamicPropertySource
	static void accounts(DynamicPropertyRegistry registry) {
		List<String> ids = List.of(ACCOUNT, THROTTLED);
		for (int i = 0; i < ids.size(); i++) {
			String id = ids.get(i);
			String key = "console.accounts[" + i + "].";
			registry.add(key + "alias", () -> "account-" + id);
			registry.add(key + "label", () -> id);
			registry.add(key + "endpoint", EmulatorServer::endpoint);
			registry.add(key + "access-key-id", () -> id);
			registry.add(key + "secret-access-key", () -> "secret");
		}
		registry.add("console.accounts[0].role-arn", () -> ROLE);
	}

	@BeforeEach
	void withoutFaults() {
		EmulatorServer.faults(ACCOUNT, List.of());
	}

	@Test
	void asksAboutTheRoleWithItsPath() {
		Preflight preflight = run();
		assertThat(preflight.caller()).startsWith("arn:aws:sts::" + ACCOUNT + ":assumed-role/ConsoleOperator/");
		assertThat(preflight.principal()).isEqualTo(ROLE);
		assertThat(preflight.problem()).isNull();
	}

	@Test
	void saysThatNothingIsKnownWhereTheRoleCannotBeRead() {
		EmulatorServer.faults(ACCOUNT, List.of(Map.of("service", "iam", "operation", "GetRole", "status", 403, "code",
				"AccessDenied", "message", "not authorized to perform: iam:GetRole")));
		Preflight preflight = run();
		assertThat(preflight.principal()).isNull();
		assertThat(preflight.problem()).contains("ConsoleOperator", "iam:GetRole");
		assertThat(preflight.calls()).isZero();
	}

	@Test
	void saysThatNothingIsKnownWhileIamRefusesCallers() {
		EmulatorServer.faults(THROTTLED,
				List.of(Map.of("service", "iam", "status", 400, "code", "Throttling", "message", "Rate exceeded")));
		Preflight preflight = this.preflights.run(this.accounts.all().getLast());
		assertThat(preflight.problem()).contains("Rate exceeded");
		assertThat(preflight.calls()).isOne();
	}

	private Preflight run() {
		return this.preflights.run(this.accounts.all().getFirst());
	}

}
