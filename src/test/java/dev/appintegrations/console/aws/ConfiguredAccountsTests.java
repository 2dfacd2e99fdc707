package dev.appintegrations.console.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.aws.AccountsProperties.Deletion;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.AccountAlias;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfiguredAccountsTests {

	private static final String A = "console.accounts[0].";

	private static final String EMULATOR = "http://127.0.0.1:4599";

	@Test
	void looksAtAllElevenRegionsInAwssOrderUnlessToldOtherwise() {
		Account account = accounts(Map.of(A + "alias", "prod")).getFirst();
		assertThat(account.regions()).hasSize(11)
			.allSatisfy((region) -> assertThat(region.excludedBecause()).isNull())
			.noneMatch(AccountRegion::added);
		assertThat(account.emulated()).isFalse();
		assertThat(account.label()).isEqualTo("prod");
	}

	@Test
	void saysWhyARegionIsLeftOut() {
		Account account = accounts(Map.of(A + "alias", "prod", A + "excluded-regions[0].region", "us-east-1",
				A + "excluded-regions[0].reason", "Not ours"))
			.getFirst();
		assertThat(account.regions()).hasSize(11);
		assertThat(region(account, "us-east-1").excludedBecause()).isEqualTo("Not ours");
		assertThat(region(account, "us-west-2").excludedBecause()).isNull();
	}

	@Test
	void neverForgetsADocumentedRegionThatIsNotConfigured() {
		Account account = accounts(Map.of(A + "alias", "prod", A + "regions", "us-east-1")).getFirst();
		assertThat(account.regions()).hasSize(11);
		assertThat(region(account, "us-east-1").excludedBecause()).isNull();
		assertThat(region(account, "us-west-2").excludedBecause()).contains("configured");
	}

	@Test
	void addsRegionsThatAwsDoesNotList() {
		Account account = accounts(Map.of(A + "alias", "prod", A + "regions", "eu-north-1,us-east-1,ap-south-1"))
			.getFirst();
		assertThat(account.regions().getLast().supported().name()).isEqualTo("Europe (Stockholm)");
		assertThat(account.regions()).filteredOn(AccountRegion::added)
			.extracting((region) -> region.region().code())
			.containsExactly("ap-south-1", "eu-north-1");
	}

	@Test
	void callsAnAccountEmulatedOnlyIfNoServiceCanReachAws() {
		Map<String, String> properties = new HashMap<>(Map.of(A + "alias", "a"));
		for (AwsService service : AwsService.values()) {
			assertThat(accounts(properties).getFirst().emulated()).as("before " + service).isFalse();
			properties.put(A + "endpoints." + service.prefix(), EMULATOR);
		}
		assertThat(accounts(properties).getFirst().emulated()).isTrue();
		assertThat(accounts(Map.of(A + "alias", "a", A + "endpoint", EMULATOR)).getFirst().emulated()).isTrue();
	}

	@Test
	void prefersAServicesOwnEndpoint() {
		AccountProperties account = properties(
				Map.of(A + "alias", "a", A + "endpoint", EMULATOR, A + "endpoints.iam", "http://127.0.0.1:4566"))
			.accounts()
			.getFirst();
		assertThat(account.endpoint(AwsService.IAM)).hasPort(4566);
		assertThat(account.endpoint(AwsService.STS)).hasPort(4599);
	}

	@Test
	void keepsWhatDeletionWillAskFor() {
		AccountProperties account = new ConfiguredAccounts(
				properties(Map.of(A + "alias", "a", A + "deletion", "disabled", A + "protected", "true")),
				new MockEnvironment())
			.properties(new AccountAlias("a"));
		assertThat(account.deletion()).isEqualTo(Deletion.DISABLED);
		assertThat(account.guarded()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					alias                      | A B        | console.accounts[0].alias: 'A B' is no alias
					access-key-id              | AKIA       | belong together
					account-id                 | 12         | console.accounts[0].account-id: '12' is no account id
					external-id                | x          | role-arn is missing
					role-arn                   | Reader     | console.accounts[0].role-arn: 'Reader' is no ARN of an IAM role
					endpoint                   | localhost  | console.accounts[0].endpoint: 'localhost' is no http or https address
					endpoints.ec2              | http://x   | console.accounts[0].endpoints.ec2: this service is not called
					regions[0]                 | nowhere    | console.accounts[0].regions[0]: 'nowhere' is no AWS region
					regions[0]                 | eu-west-9  | console.accounts[0].regions[0]: 'eu-west-9' is no AWS region
					regions[0]                 | cn-north-1 | console.accounts[0].regions[0]: 'cn-north-1' is no AWS region
					excluded-regions[0].region | us-east-1  | console.accounts[0].excluded-regions[0].reason: a region is left out only with a reason
					excluded-regions[0].reason | Why not    | console.accounts[0].excluded-regions[0].region: 'null' is no AWS region
					""")
	void namesTheKeyThatIsWrong(String key, String value, String message) {
		Map<String, String> properties = new HashMap<>(Map.of(A + "alias", "a"));
		properties.put(A + key, value);
		assertThatRefused(properties).withMessageContaining(message);
	}

	@Test
	void refusesARegionThatIsExcludedTwiceOrNotLookedAtAnyway() {
		Map<String, String> properties = new HashMap<>(Map.of(A + "alias", "a"));
		properties.put(A + "excluded-regions[0].region", "us-east-1");
		properties.put(A + "excluded-regions[0].reason", "One");
		properties.put(A + "excluded-regions[1].region", "us-east-1");
		properties.put(A + "excluded-regions[1].reason", "Two");
		assertThatRefused(properties).withMessageContaining("'us-east-1' is excluded twice");
		properties.put(A + "excluded-regions[1].region", "eu-north-1");
		assertThatRefused(properties).withMessageContaining("'eu-north-1' is not looked at anyway");
	}

	@Test
	void refusesTheSameAliasTwice() {
		assertThatRefused(Map.of(A + "alias", "a", "console.accounts[1].alias", "a"))
			.withMessage("console.accounts[1].alias: 'a' is already taken by another account");
	}

	@Test
	void refusesAccessKeysThatCouldReachAws() {
		assertThatRefused(Map.of(A + "alias", "a", A + "access-key-id", "x", A + "secret-access-key", "y",
				A + "endpoints.app-integrations", EMULATOR))
			.withMessageContaining("console.accounts[0].access-key-id")
			.withMessageContaining("without one: sts, account");
	}

	@Test
	void refusesAccountsThatCouldReachAwsInTheDemo() {
		MockEnvironment demo = new MockEnvironment();
		demo.setActiveProfiles("demo");
		assertThatExceptionOfType(InvalidAccountsException.class)
			.isThrownBy(() -> new ConfiguredAccounts(properties(Map.of(A + "alias", "a")), demo))
			.withMessageContaining("profile demo never reaches AWS");
	}

	@Test
	void refusesToStartWithoutAnyAccount() {
		assertThatRefused(Map.of()).withMessageContaining("at least one account");
	}

	@Test
	void tellsAllProblemsAtOnceAndNoSecret() {
		Map<String, String> properties = Map.of(A + "alias", "A", A + "account-id", "1", A + "secret-access-key",
				"hush");
		assertThatExceptionOfType(InvalidAccountsException.class).isThrownBy(() -> accounts(properties))
			.satisfies((ex) -> {
				FailureAnalysis analysis = new InvalidAccountsFailureAnalyzer().analyze(ex, ex);
				assertThat(analysis.getDescription()).contains("[0].alias", "[0].account-id", "belong together")
					.doesNotContain("hush");
			});
		assertThat(properties(properties)).asString().doesNotContain("hush");
	}

	private static ThrowableAssertAlternative<InvalidAccountsException> assertThatRefused(
			Map<String, String> properties) {
		return assertThatExceptionOfType(InvalidAccountsException.class).isThrownBy(() -> accounts(properties));
	}

	private static AccountRegion region(Account account, String code) {
		return account.regions().stream().filter((each) -> each.region().code().equals(code)).findFirst().orElseThrow();
	}

	private static List<Account> accounts(Map<String, String> properties) {
		return new ConfiguredAccounts(properties(properties), new MockEnvironment()).all();
	}

	private static AccountsProperties properties(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("console",
				AccountsProperties.class);
	}

}
