package dev.appintegrations.console.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.kernel.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConfiguredAccountsTests {

	private static final String A = "console.accounts[0].";

	@Test
	void readsAllElevenRegionsInAwssOrderUnlessToldOtherwise() {
		Account account = accounts(Map.of(A + "alias", "prod")).getFirst();
		assertThat(account.regions()).hasSize(11);
		assertThat(account.emulated()).isFalse();
		assertThat(account.label()).isEqualTo("prod");
	}

	@Test
	void addsAndLeavesOutRegions() {
		Account account = accounts(Map.of(A + "alias", "prod", A + "regions[0]", "eu-north-1", A + "regions[1]",
				"us-east-1", A + "regions[2]", "ap-south-1", A + "excluded-regions[0].region", "us-east-1",
				A + "excluded-regions[0].reason", "not ours"))
			.getFirst();
		assertThat(account.regions()).extracting((region) -> region.region().code())
			.containsExactly("us-east-1", "ap-south-1", "eu-north-1");
		assertThat(account.regions().getFirst().excludedBecause()).isEqualTo("not ours");
		assertThat(account.regions().get(1).added()).isTrue();
	}

	@Test
	void callsAnAccountEmulatedOnlyWhenEveryServiceHasAnEndpoint() {
		assertThat(accounts(Map.of(A + "alias", "a", A + "endpoint", "http://127.0.0.1:1")).getFirst().emulated())
			.isTrue();
		assertThat(accounts(Map.of(A + "alias", "a", A + "endpoints.sts", "http://127.0.0.1:1")).getFirst().emulated())
			.isFalse();
	}

	@Test
	void refusesTheSameAliasTwice() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> accounts(Map.of(A + "alias", "a", "console.accounts[1].alias", "a")))
			.withMessageContaining("console.accounts[1].alias");
	}

	@Test
	void refusesRealAccountsInTheDemo() {
		MockEnvironment demo = new MockEnvironment();
		demo.setActiveProfiles("demo");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ConfiguredAccounts(properties(Map.of(A + "alias", "a")), demo))
			.withMessageContaining("profile demo wants an endpoint for every service");
	}

	@ParameterizedTest
	@CsvSource({ "access-key-id, AKIA, go together", "alias, A B, lower-case", "account-id, 12, twelve digits",
			"external-id, x, role-arn", "regions[0], nowhere, no region code",
			"excluded-regions[0].region, us-east-1, without a reason" })
	void saysWhichKeyToMend(String key, String value, String message) {
		Map<String, String> properties = new HashMap<>(Map.of(A + "alias", "a"));
		properties.put(A + key, value);
		assertThatIllegalArgumentException().isThrownBy(() -> accounts(properties))
			.withMessageContaining("console.accounts[0]")
			.withMessageContaining(message);
	}

	@Test
	void refusesStaticKeysForRealAccounts() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> accounts(Map.of(A + "alias", "a", A + "access-key-id", "x", A + "secret-access-key", "y")))
			.withMessageContaining("static keys are for emulators");
	}

	@Test
	void refusesToStartWithoutAnyAccount() {
		assertThatIllegalArgumentException().isThrownBy(() -> accounts(Map.of()))
			.withMessageContaining("at least one account");
	}

	private static List<Account> accounts(Map<String, String> properties) {
		return new ConfiguredAccounts(properties(properties), new MockEnvironment()).all();
	}

	private static AccountsProperties properties(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bind("console", AccountsProperties.class)
			.orElseGet(() -> new AccountsProperties(List.<AccountProperties>of()));
	}

}
