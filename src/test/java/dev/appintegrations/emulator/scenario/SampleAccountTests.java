package dev.appintegrations.emulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.ApplicationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.ApplicationSummary;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationSummary;
import software.amazon.awssdk.services.appintegrations.model.EventIntegration;
import software.amazon.awssdk.services.appintegrations.model.EventIntegrationAssociation;
import software.amazon.awssdk.services.appintegrations.model.GetApplicationResponse;
import software.amazon.awssdk.services.appintegrations.model.GetDataIntegrationResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample accounts hold only what AWS would let an account hold.
 */
class SampleAccountTests {

	private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "ap-northeast-1", "ap-northeast-2",
			"ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-2", "af-south-1");

	private static List<Region> regions(String scenario, String account) {
		EmulatorServer.reset(account, scenario);
		EmulatorServer.set(account, "network", Map.of("default", Map.of("latencyMs", 0, "serviceMs", 0)));
		EmulatorServer.set(account, "rates",
				Map.of("app-integrations", Map.of("perSecond", 1_000_000, "burst", 1_000_000)));
		EmulatorServer.set(account, "regions", Map.of("ap-southeast-1", "ENABLED", "af-south-1", "ENABLED"));
		return REGIONS.stream().map((region) -> Region.read(EmulatorServer.client(account, region))).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "sandbox" })
	void holdOnlyWhatAwsWouldHaveCreated(String scenario) {
		List<Region> samples = regions(scenario, EmulatorServer.freshAccount());
		String account = EmulatorServer.freshAccount();
		regions("empty", account);
		EmulatorServer.set(account, "quotas", Map.of("eventIntegrations", 100, "dataIntegrations", 100));
		for (int i = 0; i < samples.size(); i++) {
			AppIntegrationsClient client = EmulatorServer.client(account, REGIONS.get(i));
			samples.get(i).recreate(client);
			assertThat(Region.read(client).size()).as(REGIONS.get(i)).isEqualTo(samples.get(i).size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "sandbox" })
	void haveTheSameArnsEachTime(String scenario) {
		String account = EmulatorServer.freshAccount();
		List<String> first = regions(scenario, account).stream().flatMap((region) -> region.arns().stream()).toList();
		List<String> second = regions(scenario, account).stream().flatMap((region) -> region.arns().stream()).toList();
		assertThat(second).isEqualTo(first).doesNotHaveDuplicates().isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "sandbox" })
	void keepToTheQuotaOfAssociations(String scenario) {
		assertThat(regions(scenario, EmulatorServer.freshAccount()))
			.allSatisfy((region) -> assertThat(region.mostAssociations()).isLessThanOrEqualTo(10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fresh", "empty" })
	void canHoldNothing(String scenario) {
		assertThat(regions(scenario, EmulatorServer.freshAccount()))
			.allSatisfy((region) -> assertThat(region.size()).isZero());
	}

	@Test
	void showEveryKindOfAssociationInTheDemo() {
		List<Region> demo = regions("demo", EmulatorServer.freshAccount());
		assertThat(demo.stream().flatMap((region) -> region.eventAssociations.stream()))
			.extracting(EventIntegrationAssociation::clientId)
			.contains("connect.amazonaws.com", "profile.amazonaws.com");
		assertThat(demo.stream().flatMap((region) -> region.dataAssociations.stream()))
			.extracting(DataIntegrationAssociationSummary::clientId)
			.contains("wisdom.amazonaws.com");
		assertThat(demo.stream().flatMap((region) -> region.applicationAssociations.stream()))
			.extracting(ApplicationAssociationSummary::clientId)
			.contains("connect.amazonaws.com");
		assertThat(demo.stream().flatMap((region) -> region.dataAssociations.stream()))
			.extracting(DataIntegrationAssociationSummary::destinationURI)
			.anySatisfy((destination) -> assertThat(destination).startsWith("s3://"));
	}

	@Test
	void showEveryKindOfApplicationInTheDemo() {
		assertThat(regions("demo", EmulatorServer.freshAccount()).stream()
			.flatMap((region) -> region.applications.stream())
			.map(GetApplicationResponse::applicationTypeAsString)).contains("STANDARD", "MCP_SERVER", "A2A_SERVER");
	}

	@Test
	void useTheLongestNamesAndDescriptionsInTheDemo() {
		List<EventIntegration> events = regions("demo", EmulatorServer.freshAccount()).stream()
			.flatMap((region) -> region.events.stream())
			.toList();
		assertThat(events).anySatisfy((event) -> assertThat(event.name()).hasSize(255));
		assertThat(events).anySatisfy((event) -> assertThat(event.description()).hasSize(1000));
	}

	/**
	 * Everything in one region.
	 *
	 * @param data data integrations
	 * @param events event integrations
	 * @param applications applications
	 * @param dataAssociations their associations
	 * @param eventAssociations their associations
	 * @param applicationAssociations their associations
	 * @param mostAssociations the most that one of them has
	 */
	private record Region(List<GetDataIntegrationResponse> data, List<EventIntegration> events,
			List<GetApplicationResponse> applications, List<DataIntegrationAssociationSummary> dataAssociations,
			List<EventIntegrationAssociation> eventAssociations,
			List<ApplicationAssociationSummary> applicationAssociations, int mostAssociations) {

		static Region read(AppIntegrationsClient client) {
			List<EventIntegration> events = client.listEventIntegrationsPaginator((request) -> {
			}).stream().flatMap((page) -> page.eventIntegrations().stream()).toList();
			List<GetDataIntegrationResponse> data = client.listDataIntegrations((request) -> {
			})
				.dataIntegrations()
				.stream()
				.map(DataIntegrationSummary::arn)
				.map((arn) -> client.getDataIntegration((request) -> request.identifier(arn)))
				.toList();
			List<GetApplicationResponse> applications = client.listApplications((request) -> {
			})
				.applications()
				.stream()
				.map(ApplicationSummary::arn)
				.map((arn) -> client.getApplication((request) -> request.arn(arn)))
				.toList();
			List<List<DataIntegrationAssociationSummary>> ofData = data.stream()
				.map((each) -> client
					.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier(each.id()))
					.dataIntegrationAssociations())
				.toList();
			List<List<EventIntegrationAssociation>> ofEvents = events.stream()
				.map((each) -> client
					.listEventIntegrationAssociations((request) -> request.eventIntegrationName(each.name()))
					.eventIntegrationAssociations())
				.toList();
			List<List<ApplicationAssociationSummary>> ofApplications = applications.stream()
				.map((each) -> client.listApplicationAssociations((request) -> request.applicationId(each.id()))
					.applicationAssociations())
				.toList();
			List<List<?>> all = new ArrayList<>(ofData);
			all.addAll(ofEvents);
			all.addAll(ofApplications);
			return new Region(data, events, applications, ofData.stream().flatMap(List::stream).toList(),
					ofEvents.stream().flatMap(List::stream).toList(),
					ofApplications.stream().flatMap(List::stream).toList(),
					all.stream().mapToInt(List::size).max().orElse(0));
		}

		int size() {
			return this.data.size() + this.events.size() + this.applications.size();
		}

		List<String> arns() {
			List<String> arns = new ArrayList<>();
			this.data.forEach((each) -> arns.add(each.arn()));
			this.events.forEach((each) -> arns.add(each.eventIntegrationArn()));
			this.applications.forEach((each) -> arns.add(each.arn()));
			this.dataAssociations.forEach((each) -> arns.add(each.dataIntegrationAssociationArn()));
			this.eventAssociations.forEach((each) -> arns.add(each.eventIntegrationAssociationArn()));
			this.applicationAssociations.forEach((each) -> arns.add(each.applicationAssociationArn()));
			return arns;
		}

		void recreate(AppIntegrationsClient client) {
			this.data.forEach((each) -> client.createDataIntegration((request) -> request.name(each.name())
				.description(each.description())
				.kmsKey(each.kmsKey())
				.sourceURI(each.sourceURI())
				.scheduleConfig(each.scheduleConfiguration())
				.fileConfiguration(each.fileConfiguration())
				.objectConfiguration(each.hasObjectConfiguration() ? each.objectConfiguration() : null)
				.tags(each.tags())));
			this.events.forEach((each) -> client.createEventIntegration((request) -> request.name(each.name())
				.description(each.description())
				.eventFilter(each.eventFilter())
				.eventBridgeBus(each.eventBridgeBus())
				.tags(each.tags())));
			this.applications.forEach((each) -> client.createApplication((request) -> request.name(each.name())
				.namespace(each.namespace())
				.description(each.description())
				.applicationSourceConfig(each.applicationSourceConfig())
				.permissions(each.permissions())
				.initializationTimeout(each.initializationTimeout())
				.applicationType(each.applicationTypeAsString().equals("A2A_SERVER") ? "STANDARD"
						: each.applicationTypeAsString())
				.tags(each.hasTags() && !each.tags().isEmpty() ? each.tags() : null)));
		}

	}

}
