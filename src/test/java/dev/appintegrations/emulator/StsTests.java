package dev.appintegrations.emulator;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.appintegrations.model.AppIntegrationsException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StsTests {

	private final String account = EmulatorServer.freshAccount();

	private final String other = EmulatorServer.freshAccount();

	private final StsClient sts = EmulatorServer.sts(EmulatorServer.key(this.account), "eu-west-2");

	@Test
	void tellsWhoCalls() {
		GetCallerIdentityResponse identity = this.sts.getCallerIdentity();
		assertThat(identity.account()).isEqualTo(this.account);
		assertThat(identity.arn()).isEqualTo("arn:aws:iam::" + this.account + ":user/operator");
		assertThat(identity.userId()).startsWith("AIDA");
		assertThat(EmulatorServer.calls(this.account)).extracting("requestId")
			.containsExactly(identity.responseMetadata().requestId());
	}

	@Test
	void keysOfAssumedRoleBelongToItsAccount() {
		AssumeRoleResponse assumed = assume("arn:aws:iam::" + this.other + ":role/team/Reader");
		assertThat(assumed.credentials().accessKeyId()).matches("ASIA[0-9A-F]{16}");
		assertThat(assumed.credentials().expiration()).isAfter(Instant.now().plusSeconds(3500))
			.isBefore(Instant.now().plusSeconds(3700));
		String arn = "arn:aws:sts::" + this.other + ":assumed-role/Reader/console";
		assertThat(assumed.assumedRoleUser().arn()).isEqualTo(arn);
		GetCallerIdentityResponse identity = EmulatorServer.sts(session(assumed), "eu-west-2").getCallerIdentity();
		assertThat(identity.account()).isEqualTo(this.other);
		assertThat(identity.arn()).isEqualTo(arn);
		assertThat(identity.userId()).isEqualTo(assumed.assumedRoleUser().assumedRoleId()).endsWith(":console");
	}

	@Test
	void assumedRoleSeesItsAccountOnly() {
		createEvents(this.account);
		createEvents(this.other);
		createEvents(this.other, "second");
		AwsCredentials session = session(assume("arn:aws:iam::" + this.other + ":role/Reader"));
		assertThat(EmulatorServer.client(session, "eu-west-2").listEventIntegrations((request) -> {
		}).eventIntegrations()).hasSize(2);
	}

	@Test
	void rolesCanBeChainedForAnHour() {
		AwsCredentials first = session(assume("arn:aws:iam::" + this.other + ":role/First"));
		String third = EmulatorServer.freshAccount();
		StsClient chained = EmulatorServer.sts(first, "eu-west-2");
		Consumer<AssumeRoleRequest.Builder> second = (
				request) -> request.roleArn("arn:aws:iam::" + third + ":role/Second").roleSessionName("chained");
		AwsCredentials keys = session(chained.assumeRole(second.andThen((request) -> request.durationSeconds(3600))));
		assertThat(EmulatorServer.sts(keys, "eu-west-2").getCallerIdentity().account()).isEqualTo(third);
		assertRefused("ValidationError", "exceeds the 1 hour session limit",
				() -> chained.assumeRole(second.andThen((request) -> request.durationSeconds(3601))));
	}

	@Test
	void refusesKeysWithAnotherToken() {
		Credentials keys = assume("arn:aws:iam::" + this.other + ":role/Reader").credentials();
		AwsCredentials forged = AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), "forged");
		assertRefused("InvalidClientTokenId", "The security token included in the request is invalid.",
				() -> EmulatorServer.sts(forged, "eu-west-2").getCallerIdentity());
		assertThatExceptionOfType(AppIntegrationsException.class)
			.isThrownBy(() -> EmulatorServer.client(forged, "eu-west-2").listApplications((request) -> {
			}))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException"));
	}

	@Test
	void refusesKeysWhoseTimeIsOver() {
		AwsCredentials keys = session(assume("arn:aws:iam::" + this.other + ":role/Reader"));
		EmulatorServer.set(this.other, "clock", Map.of("advanceMs", 3_590_000));
		assertThat(EmulatorServer.sts(keys, "eu-west-2").getCallerIdentity().account()).isEqualTo(this.other);
		EmulatorServer.set(this.other, "clock", Map.of("advanceMs", 10_000));
		assertRefused("ExpiredToken", "The security token included in the request is expired",
				() -> EmulatorServer.sts(keys, "eu-west-2").getCallerIdentity());
		assertThatExceptionOfType(AppIntegrationsException.class)
			.isThrownBy(() -> EmulatorServer.client(keys, "eu-west-2").listApplications((request) -> {
			}))
			.satisfies((ex) -> {
				assertThat(ex.statusCode()).isEqualTo(403);
				assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "arn:aws:iam::12:role/Reader", "arn:aws:iam::111122223333:user/Reader",
			"arn:aws:iam::111122223333:role/", "arn:aws:iam::111122223333:role/a b" })
	void refusesWhatIsNoRole(String arn) {
		assertRefused("ValidationError", "Request ARN is invalid", () -> assume(arn));
	}

	@ParameterizedTest
	@CsvSource({ "19, Member must have length greater than or equal to 20", "20, Request ARN is invalid",
			"2048, Request ARN is invalid", "2049, Member must have length less than or equal to 2048" })
	void roleArnHasTwentyToManyCharacters(int length, String message) {
		assertRefused("ValidationError", message, () -> assume("r".repeat(length)));
	}

	@ParameterizedTest
	@CsvSource({ "1, false", "2, true", "64, true", "65, false" })
	void sessionNameHasTwoToSixtyFourCharacters(int length, boolean right) {
		assertBound(right, "roleSessionName", (request) -> request.roleSessionName("s".repeat(length)));
	}

	@ParameterizedTest
	@CsvSource({ "a=b@c_d+e.f-g, true", "a b, false", "a/b, false" })
	void sessionNameHasFewCharacters(String name, boolean right) {
		assertBound(right, "roleSessionName", (request) -> request.roleSessionName(name));
	}

	@ParameterizedTest
	@CsvSource({ "1, false", "2, true", "1224, true", "1225, false" })
	void externalIdHasTwoToManyCharacters(int length, boolean right) {
		assertBound(right, "externalId", (request) -> request.externalId("e".repeat(length)));
	}

	@ParameterizedTest
	@CsvSource({ "899, false", "900, true", "43200, true", "43201, false" })
	void keysLastAQuarterOfAnHourToTwelveHours(int seconds, boolean right) {
		assertBound(right, "durationSeconds", (request) -> request.durationSeconds(seconds));
	}

	@Test
	void namesEveryMissingParameter() throws Exception {
		RawRequest.Answer answer = RawRequest.sts("Action=AssumeRole&Version=2011-06-15")
			.sign(this.account, "sts", "eu-west-2", Instant.now())
			.send();
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("<Code>ValidationError</Code><Message>2 validation errors detected: ")
			.contains("Value null at 'roleArn'", "Value null at 'roleSessionName'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Action=GetCallerIdentity", "Action=GetCallerIdentity&Version=2010-05-08",
			"Action=GetSessionToken&Version=2011-06-15", "Action=%01%3C&Version=2011-06-15", "" })
	void knowsNoOtherActions(String form) throws Exception {
		RawRequest.Answer answer = RawRequest.sts(form).sign(this.account, "sts", "eu-west-2", Instant.now()).send();
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("<Code>InvalidAction</Code><Message>Could not find operation ")
			.doesNotContain("\u0001")
			.doesNotContain("operation <");
	}

	@Test
	void answersInEveryEnabledRegionOnly() {
		assertThat(EmulatorServer.sts(EmulatorServer.key(this.account), "us-east-1").getCallerIdentity().account())
			.isEqualTo(this.account);
		assertRefused("InvalidClientTokenId", "The security token included in the request is invalid.",
				() -> EmulatorServer.sts(EmulatorServer.key(this.account), "af-south-1").getCallerIdentity());
		EmulatorServer.set(this.account, "regions", Map.of("af-south-1", "DENIED_BY_SCP"));
		assertThat(EmulatorServer.sts(EmulatorServer.key(this.account), "af-south-1").getCallerIdentity().account())
			.isEqualTo(this.account);
	}

	@Test
	void throttlesInItsOwnWords() {
		EmulatorServer.set(this.account, "rates", Map.of("sts", Map.of("perSecond", 0.001, "burst", 1)));
		this.sts.getCallerIdentity();
		assertRefused("Throttling", "Rate exceeded", this.sts::getCallerIdentity);
	}

	private void assertBound(boolean right, String member, Consumer<AssumeRoleRequest.Builder> change) {
		Consumer<AssumeRoleRequest.Builder> request = (
				builder) -> builder.roleArn("arn:aws:iam::" + this.other + ":role/Reader").roleSessionName("console");
		Runnable call = () -> this.sts.assumeRole(request.andThen(change));
		if (right) {
			call.run();
		}
		else {
			assertRefused("ValidationError", "at '" + member + "' failed to satisfy constraint: Member must ", call);
		}
	}

	private static void assertRefused(String code, String message, Runnable call) {
		assertThatExceptionOfType(StsException.class).isThrownBy(call::run).satisfies((ex) -> {
			assertThat(ex.awsErrorDetails().errorCode()).isEqualTo(code);
			assertThat(ex.awsErrorDetails().errorMessage()).contains(message);
			assertThat(ex.requestId()).hasSize(36);
		});
	}

	private AssumeRoleResponse assume(String arn) {
		return this.sts.assumeRole((request) -> request.roleArn(arn).roleSessionName("console"));
	}

	private static AwsCredentials session(AssumeRoleResponse assumed) {
		Credentials keys = assumed.credentials();
		return AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
	}

	private static void createEvents(String account) {
		createEvents(account, "first");
	}

	private static void createEvents(String account, String name) {
		EmulatorServer.client(account, "eu-west-2")
			.createEventIntegration((request) -> request.name(name)
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/x")));
	}

}
