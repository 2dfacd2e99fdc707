package dev.appintegrations.emulator;

import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.EventIntegrationAssociation;
import software.amazon.awssdk.services.customerprofiles.CustomerProfilesClient;
import software.amazon.awssdk.services.qconnect.QConnectClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Somebody with an account of their own, without limits on rates, who calls the services
 * that hold associations in one region.
 *
 * @param account twelve digits
 * @param region region code
 */
public record Operator(String account, String region) {

	/** With an empty account. */
	public static Operator fresh() {
		return withScenario("empty", "eu-west-2");
	}

	public static Operator withScenario(String scenario, String region) {
		String account = EmulatorServer.freshAccount();
		EmulatorServer.reset(account, scenario);
		Map<String, Object> wide = Map.of("perSecond", 1_000_000, "burst", 1_000_000);
		EmulatorServer.set(account, "rates", Map.of("app-integrations", wide, "profile", wide, "wisdom", wide));
		return new Operator(account, region);
	}

	public Operator in(String otherRegion) {
		return new Operator(this.account, otherRegion);
	}

	public AppIntegrationsClient integrations() {
		return EmulatorServer.client(this.account, this.region);
	}

	public CustomerProfilesClient profiles() {
		return EmulatorServer.profiles(this.account, this.region);
	}

	public QConnectClient assistants() {
		return EmulatorServer.assistants(this.account, this.region);
	}

	/** Creates one, and returns its ARN. */
	public String eventIntegration(String name) {
		return integrations()
			.createEventIntegration((request) -> request.name(name)
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com")))
			.eventIntegrationArn();
	}

	/** Creates one that reads a bucket, and returns its ARN. */
	public String dataIntegration(String name) {
		return integrations()
			.createDataIntegration((request) -> request.name(name)
				.kmsKey("arn:aws:kms:eu-west-2:" + this.account + ":key/1")
				.sourceURI("s3://example-bucket"))
			.arn();
	}

	public List<EventIntegrationAssociation> associationsOfEvents(String name) {
		return integrations().listEventIntegrationAssociations((request) -> request.eventIntegrationName(name))
			.eventIntegrationAssociations();
	}

	public List<DataIntegrationAssociationSummary> associationsOfData(String identifier) {
		return integrations()
			.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier(identifier))
			.dataIntegrationAssociations();
	}

	public void lag(String name, long milliseconds) {
		EmulatorServer.set(this.account, "lags", Map.of(name, milliseconds));
	}

	public void advance(long milliseconds) {
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", milliseconds));
	}

	public void behave(String switchName, boolean on) {
		EmulatorServer.set(this.account, "behaviour", Map.of(switchName, on));
	}

	public void quota(String name, int value) {
		EmulatorServer.set(this.account, "quotas", Map.of(name, value));
	}

	/** Asserts what a call is refused with, by type, status and code. */
	public static void assertRefused(ThrowingCallable call, Class<? extends AwsServiceException> type, int status,
			String text) {
		assertThatExceptionOfType(type).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex.statusCode()).isEqualTo(status);
			assertThat(ex.awsErrorDetails().errorMessage()).contains(text);
		});
	}

}
