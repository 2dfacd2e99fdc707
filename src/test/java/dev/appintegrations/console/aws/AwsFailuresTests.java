package dev.appintegrations.console.aws;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.appintegrations.model.AppIntegrationsException;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class AwsFailuresTests {

	private static final AwsCalls.Target TARGET = new AwsCalls.Target(new AccountAlias("a"), new Region("af-south-1"),
			"app-integrations", "ListApplications");

	private final AwsFailures failures = new AwsFailures(
			new AwsClients(
					new ConfiguredAccounts(
							new AccountsProperties(List.of(new AccountProperties("a", null, "connect-prod", null, null,
									null, Map.of(), null, null, null, null, false, List.of(), List.of()))),
							new MockEnvironment()),
					new AwsProperties(Duration.ofSeconds(1), Duration.ofSeconds(1), 10)));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					with an explicit deny in a service control policy | SERVICE_CONTROL_POLICY | organisation policy
					with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-1 | SERVICE_CONTROL_POLICY | organisation policy
					because no identity-based policy allows the app-integrations:ListApplications action | IDENTITY_POLICY | Allow app-integrations:ListApplications
					with an explicit deny in an identity-based policy | IDENTITY_POLICY | Allow app-integrations:ListApplications
					with an explicit deny in a resource-based policy | RESOURCE_POLICY | does not help
					because no permissions boundary allows the app-integrations:ListApplications action | BOUNDARY_OR_SESSION | boundary
					because no session policy allows the app-integrations:ListApplications action | BOUNDARY_OR_SESSION | session policy
					""")
	void tellsWhoDenies(String reason, AwsFailure.DeniedBy by, String advice) {
		AwsFailure failure = failure("AccessDeniedException", 403,
				"User: arn:aws:sts::111122223333:assumed-role/Reader/me is not authorized to perform: app-integrations:ListApplications on resource: arn:aws:app-integrations:af-south-1:111122223333:* "
						+ reason);
		assertThat(failure).isInstanceOfSatisfying(AwsFailure.Denied.class, (denied) -> {
			assertThat(denied.deniedBy()).isEqualTo(by);
			assertThat(denied.action()).isEqualTo("app-integrations:ListApplications");
			assertThat(denied.resource()).isEqualTo("arn:aws:app-integrations:af-south-1:111122223333:*");
			assertThat(denied.advice()).contains(advice);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Rate exceeded", "Rate exceeded." })
	void endsWhatAwsSaysWithAFullStop(String message) {
		AwsFailure failure = failure("ThrottlingException", 429, message);
		assertThat(failure.message()).isEqualTo(message);
		assertThat(failure.sentence()).isEqualTo("Rate exceeded.");
		assertThat(failure.words()).startsWith("Rate exceeded. AWS goes on refusing calls.");
	}

	@Test
	void admitsThatABareDenialTellsNothing() {
		assertThat(failure("AccessDeniedException", 403, "Access Denied"))
			.isInstanceOfSatisfying(AwsFailure.Denied.class, (denied) -> {
				assertThat(denied.deniedBy()).isEqualTo(AwsFailure.DeniedBy.UNKNOWN);
				assertThat(denied.action()).isNull();
				assertThat(denied.advice()).contains("app-integrations:ListApplications");
			});
	}

	@Test
	void tellsAQuotaFromThrottlingThoughBothAre429() {
		assertThat(failure("ResourceQuotaExceededException", 429, "full")).isInstanceOf(AwsFailure.QuotaExceeded.class);
		assertThat(failure("ThrottlingException", 429, "slow")).isInstanceOf(AwsFailure.Throttled.class);
		assertThat(AwsFailures.throttled(exception("ResourceQuotaExceededException", 429, "full"))).isFalse();
		assertThat(AwsFailures.throttled(exception("ThrottlingException", 400, "slow"))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UnrecognizedClientException", "InvalidClientTokenId" })
	void namesBothCausesOfAnInvalidToken(String code) {
		assertThat(failure(code, 403, "The security token included in the request is invalid.").advice())
			.contains("has not enabled af-south-1")
			.contains("global STS endpoint");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ExpiredTokenException", "ExpiredToken" })
	void saysWhichCommandSignsInAgain(String code) {
		AwsFailure failure = failure(code, 403, "The security token included in the request is expired");
		assertThat(failure).isInstanceOf(AwsFailure.CredentialsExpired.class);
		assertThat(failure.advice()).contains("aws sso login --profile connect-prod");
	}

	@Test
	void suspectsTheClockWhenASignatureIsRefused() {
		assertThat(failure("InvalidSignatureException", 403, "Signature expired: x is now earlier than y").advice())
			.contains("clock");
	}

	@Test
	void tellsTheWaysOfNotBeingReachedApart() {
		assertThat(failure(client(new UnknownHostException("app-integrations.ap-south-1.amazonaws.com"))))
			.isInstanceOf(AwsFailure.Unreachable.class)
			.extracting((failure) -> failure.call().code())
			.isEqualTo("UNKNOWN_HOST");
		assertThat(failure(client(new ConnectException("Connection refused"))))
			.isInstanceOf(AwsFailure.Unreachable.class);
		assertThat(failure(client(new SocketTimeoutException("Read timed out"))))
			.isInstanceOf(AwsFailure.TimedOut.class);
		assertThat(failure(client(new SocketTimeoutException("connect timed out"))))
			.isInstanceOf(AwsFailure.Unreachable.class);
		assertThat(failure(ApiCallTimeoutException.create(1))).isInstanceOf(AwsFailure.TimedOut.class);
	}

	@Test
	void saysThatCredentialsAreMissing() {
		assertThat(
				failure(SdkClientException.create("Unable to load credentials from any of the providers in the chain")))
			.isInstanceOf(AwsFailure.CredentialsExpired.class);
	}

	private AwsFailure failure(String code, int status, String message) {
		return failure(exception(code, status, message));
	}

	private AwsFailure failure(RuntimeException ex) {
		return this.failures.failed(TARGET, ex).failure();
	}

	private static SdkClientException client(Exception cause) {
		return SdkClientException.create("Unable to execute HTTP request: " + cause.getMessage(), cause);
	}

	private static AwsServiceException exception(String code, int status, String message) {
		return AppIntegrationsException.builder()
			.requestId("r-1")
			.statusCode(status)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
			.build();
	}

}
