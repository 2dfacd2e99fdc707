package dev.appintegrations.emulator;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.AppIntegrationsException;
import software.amazon.awssdk.services.appintegrations.model.EventIntegration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DemoScenarioTests {

	private static final String ACCOUNT = EmulatorServer.freshAccount();

	@BeforeAll
	static void load() {
		EmulatorServer.reset(ACCOUNT, "demo");
	}

	@Test
	void hasMoreEventIntegrationsInVirginiaThanFitOnOnePage() {
		AppIntegrationsClient virginia = EmulatorServer.client(ACCOUNT, "us-east-1");
		assertThat(virginia.listEventIntegrations((request) -> {
		}).eventIntegrations()).hasSize(50);
		assertThat(virginia.listEventIntegrationsPaginator((request) -> request.maxResults(50))
			.stream()
			.flatMap((page) -> page.eventIntegrations().stream())).hasSize(60);
	}

	@Test
	void hasAtLeastOneHundredAndTwentyIntegrationsThatCanBeSeen() {
		long all = List
			.of("us-east-1", "us-west-2", "eu-west-2", "eu-central-1", "ca-central-1", "ap-southeast-2",
					"ap-northeast-1")
			.stream()
			.mapToLong((region) -> count(EmulatorServer.client(ACCOUNT, region)))
			.sum();
		assertThat(all).isGreaterThanOrEqualTo(120);
	}

	private static long count(AppIntegrationsClient client) {
		return client.listEventIntegrationsPaginator((request) -> {
		}).stream().mapToLong((page) -> page.eventIntegrations().size()).sum()
				+ client.listDataIntegrations((request) -> {
				}).dataIntegrations().size() + client.listApplications((request) -> {
				}).applications().size();
	}

	@Test
	void isDeniedInSingaporeByAnOrganisationPolicy() {
		assertThatExceptionOfType(AppIntegrationsException.class)
			.isThrownBy(() -> EmulatorServer.client(ACCOUNT, "ap-southeast-1").listApplications((request) -> {
			}))
			.satisfies((ex) -> {
				assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
				assertThat(ex.awsErrorDetails().errorMessage())
					.contains("is not authorized to perform: app-integrations:ListApplications")
					.endsWith("with an explicit deny in a service control policy");
			});
	}

	@Test
	void isNotEnabledInCapeTown() {
		assertThatExceptionOfType(AppIntegrationsException.class)
			.isThrownBy(() -> EmulatorServer.client(ACCOUNT, "af-south-1").listApplications((request) -> {
			}))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException"));
	}

	@Test
	void tellsNamesWithOneAndTwoSlashesApart() {
		AppIntegrationsClient london = EmulatorServer.client(ACCOUNT, "eu-west-2");
		assertThat(london.getEventIntegration((request) -> request.name("orders/created.v2")).description())
			.isEqualTo("New orders");
		assertThat(london.getEventIntegration((request) -> request.name("orders//created.v2")).description())
			.isEqualTo("Two slashes are another name");
		assertThat(london.getEventIntegration((request) -> request.name("..")).description())
			.startsWith("And so are two");
		assertThat(london.listEventIntegrations((request) -> {
		}).eventIntegrations()).extracting(EventIntegration::name)
			.contains("orders/created.v2", "orders//created.v2", "..", "a..b", "-");
	}

	@Test
	void keepsMarkupAndRightToLeftTextAsTheyAre() {
		AppIntegrationsClient london = EmulatorServer.client(ACCOUNT, "eu-west-2");
		assertThat(london.getEventIntegration((request) -> request.name("markup")).description())
			.contains("<script>alert('never runs')</script>");
		assertThat(london.getEventIntegration((request) -> request.name("right-to-left")).description())
			.startsWith("\u0634");
	}

}
