package dev.appintegrations.emulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.Application;
import software.amazon.awssdk.services.connect.model.InstanceSummary;
import software.amazon.awssdk.services.connect.model.IntegrationAssociationSummary;
import software.amazon.awssdk.services.connect.model.SecurityProfileSummary;
import software.amazon.awssdk.services.connect.model.UseCase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Amazon Connect holds in the sample accounts.
 */
class SampleConnectTests {

	private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "ap-northeast-1", "ap-northeast-2",
			"ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-2", "af-south-1");

	private static List<Site> sites(String scenario, String account) {
		EmulatorServer.reset(account, scenario);
		Map<String, Integer> none = Map.of("perSecond", 1_000_000, "burst", 1_000_000);
		EmulatorServer.set(account, "network", Map.of("default", Map.of("latencyMs", 0, "serviceMs", 0)));
		EmulatorServer.set(account, "rates", Map.of("connect", none, "app-integrations", none));
		EmulatorServer.set(account, "regions", Map.of("ap-southeast-1", "ENABLED", "af-south-1", "ENABLED"));
		return REGIONS.stream()
			.map((region) -> new Site(EmulatorServer.connect(account, region), EmulatorServer.client(account, region)))
			.toList();
	}

	private static Site site(String scenario, String region) {
		return sites(scenario, EmulatorServer.freshAccount()).get(REGIONS.indexOf(region));
	}

	@ParameterizedTest
	@CsvSource({ "demo, shipping/created.v2 Adressbuch", "sandbox, ''" })
	void holdsWhatAppIntegrationsSaysExceptForOrphans(String scenario, String orphans) {
		List<String> unheld = new ArrayList<>();
		for (Site site : sites(scenario, EmulatorServer.freshAccount())) {
			Map<String, Long> claimed = site.claimed();
			Map<String, Long> held = site.held();
			assertThat(claimed.keySet()).containsAll(held.keySet());
			claimed.forEach((arn, claims) -> {
				if (held.containsKey(arn)) {
					assertThat(held.get(arn)).as(arn).isEqualTo(claims);
				}
				else {
					unheld.add(site.name(arn));
				}
			});
		}
		assertThat(String.join(" ", unheld)).isEqualTo(orphans);
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "sandbox" })
	void hasTheSameIdsEachTime(String scenario) {
		String account = EmulatorServer.freshAccount();
		Function<List<Site>, List<String>> arns = (sites) -> sites.stream()
			.flatMap((site) -> site.associations().stream())
			.map(IntegrationAssociationSummary::integrationAssociationArn)
			.toList();
		assertThat(arns.apply(sites(scenario, account))).isEqualTo(arns.apply(sites(scenario, account)))
			.doesNotHaveDuplicates()
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fresh", "empty" })
	void holdsNothingInEmptyAccounts(String scenario) {
		assertThat(sites(scenario, EmulatorServer.freshAccount()))
			.allSatisfy((site) -> assertThat(site.instances()).isEmpty());
	}

	@Test
	void evaluatesRulesForEscalations() {
		Site virginia = site("demo", "us-east-1");
		String escalated = virginia.arn("event-integration/orders/escalated.v2");
		assertThat(virginia.associations(escalated)).singleElement()
			.satisfies(
					(association) -> assertThat(virginia.useCases(association)).extracting(UseCase::useCaseTypeAsString)
						.containsExactly("RULES_EVALUATION"));
	}

	@Test
	void holdsOneEventIntegrationByTwoInstances() {
		Site virginia = site("demo", "us-east-1");
		assertThat(virginia.associations(virginia.arn("event-integration/orders/created.v2")))
			.extracting(IntegrationAssociationSummary::instanceId)
			.hasSize(2)
			.doesNotHaveDuplicates();
		assertThat(virginia.instances()).extracting(InstanceSummary::instanceAlias)
			.containsExactlyInAnyOrder("contact-centre-us-east-1", "contact-centre-us-east-1-2");
	}

	@Test
	void grantsTwoApplicationsInOneSecurityProfile() {
		assertThat(site("demo", "us-east-1").granted())
			.isEqualTo(Map.of("Agents", List.of("example.order-desk", "example.loyalty")));
	}

	@Test
	void canBeRemovedFromTheSandboxAltogether() {
		Site virginia = site("sandbox", "us-east-1");
		assertThat(virginia.granted()).isEqualTo(Map.of("Agents", List.of("example.order-desk")));
		assertThat(virginia.associations()).extracting(IntegrationAssociationSummary::integrationTypeAsString)
			.containsExactlyInAnyOrder("EVENT", "APPLICATION", "WISDOM_KNOWLEDGE_BASE");
		virginia.removeAll();
		assertThat(virginia.associations()).isEmpty();
		assertThat(virginia.claimed()).isEmpty();
	}

	/**
	 * One region of an account.
	 *
	 * @param connect its Amazon Connect
	 * @param integrations its AppIntegrations
	 */
	private record Site(ConnectClient connect, AppIntegrationsClient integrations) {

		List<InstanceSummary> instances() {
			return this.connect.listInstancesPaginator((request) -> request.maxResults(10))
				.instanceSummaryList()
				.stream()
				.toList();
		}

		List<IntegrationAssociationSummary> associations() {
			return instances().stream()
				.flatMap((instance) -> this.connect
					.listIntegrationAssociationsPaginator((request) -> request.instanceId(instance.id()))
					.integrationAssociationSummaryList()
					.stream())
				.toList();
		}

		List<IntegrationAssociationSummary> associations(String arn) {
			return associations().stream().filter((each) -> each.integrationArn().equals(arn)).toList();
		}

		List<UseCase> useCases(IntegrationAssociationSummary association) {
			return this.connect
				.listUseCases((request) -> request.instanceId(association.instanceId())
					.integrationAssociationId(association.integrationAssociationId()))
				.useCaseSummaryList();
		}

		Map<String, List<String>> granted() {
			Map<String, List<String>> granted = new TreeMap<>();
			for (InstanceSummary instance : instances()) {
				profiles(instance).forEach((profile) -> granted.put(profile.name(),
						this.connect
							.listSecurityProfileApplications(
									(request) -> request.instanceId(instance.id()).securityProfileId(profile.id()))
							.applications()
							.stream()
							.map(Application::namespace)
							.toList()));
			}
			return granted;
		}

		private List<SecurityProfileSummary> profiles(InstanceSummary instance) {
			return this.connect.listSecurityProfiles((request) -> request.instanceId(instance.id()))
				.securityProfileSummaryList();
		}

		String arn(String resource) {
			return this.integrations.listEventIntegrationsPaginator((request) -> request.maxResults(50))
				.stream()
				.flatMap((page) -> page.eventIntegrations().stream())
				.map((each) -> each.eventIntegrationArn())
				.filter((arn) -> arn.endsWith(":" + resource))
				.findFirst()
				.orElseThrow();
		}

		/** What Amazon Connect holds of AppIntegrations, by ARN. */
		Map<String, Long> held() {
			return associations().stream()
				.filter((each) -> each.integrationArn().startsWith("arn:aws:app-integrations:"))
				.collect(Collectors.groupingBy(IntegrationAssociationSummary::integrationArn, Collectors.counting()));
		}

		/** What AppIntegrations says that Amazon Connect holds, by ARN. */
		Map<String, Long> claimed() {
			Map<String, Long> claimed = new TreeMap<>();
			this.integrations.listEventIntegrationsPaginator((request) -> request.maxResults(50))
				.stream()
				.flatMap((page) -> page.eventIntegrations().stream())
				.forEach((event) -> this.integrations
					.listEventIntegrationAssociations((request) -> request.eventIntegrationName(event.name()))
					.eventIntegrationAssociations()
					.stream()
					.filter((each) -> each.clientId().equals("connect.amazonaws.com"))
					.forEach((each) -> claimed.merge(event.eventIntegrationArn(), 1L, Long::sum)));
			this.integrations.listApplicationsPaginator((request) -> request.maxResults(50))
				.stream()
				.flatMap((page) -> page.applications().stream())
				.forEach((application) -> this.integrations
					.listApplicationAssociations((request) -> request.applicationId(application.id()))
					.applicationAssociations()
					.forEach((each) -> claimed.merge(application.arn(), 1L, Long::sum)));
			return claimed;
		}

		/** Name of an event integration or application. */
		String name(String arn) {
			return arn.contains(":application/")
					? this.integrations.getApplication((request) -> request.arn(arn)).name()
					: arn.substring(arn.indexOf('/') + 1);
		}

		void removeAll() {
			for (InstanceSummary instance : instances()) {
				profiles(instance).forEach(
						(profile) -> this.connect.updateSecurityProfile((request) -> request.instanceId(instance.id())
							.securityProfileId(profile.id())
							.applications(List.of())));
			}
			for (IntegrationAssociationSummary association : associations()) {
				useCases(association).forEach((useCase) -> this.connect
					.deleteUseCase((request) -> request.instanceId(association.instanceId())
						.integrationAssociationId(association.integrationAssociationId())
						.useCaseId(useCase.useCaseId())));
				this.connect.deleteIntegrationAssociation((request) -> request.instanceId(association.instanceId())
					.integrationAssociationId(association.integrationAssociationId()));
			}
		}

	}

}
