package dev.appintegrations.emulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.EventIntegrationAssociation;
import software.amazon.awssdk.services.customerprofiles.model.ListIntegrationItem;
import software.amazon.awssdk.services.qconnect.model.AssistantAssociationSummary;
import software.amazon.awssdk.services.qconnect.model.AssistantSummary;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The associations of the sample accounts are held by what can be found in Customer
 * Profiles and Q in Connect, and by nothing else.
 */
class SampleHolderTests {

	private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "ap-northeast-1", "ap-northeast-2",
			"ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-2", "af-south-1");

	private static List<Operator> regions(String scenario) {
		Operator operator = Operator.withScenario(scenario, "us-east-1");
		EmulatorServer.set(operator.account(), "network", Map.of("default", Map.of("latencyMs", 0, "serviceMs", 0)));
		EmulatorServer.set(operator.account(), "regions", Map.of("ap-southeast-1", "ENABLED", "af-south-1", "ENABLED"));
		return REGIONS.stream().map(operator::in).toList();
	}

	private static List<EventIntegrationAssociation> eventAssociations(Operator region) {
		return region.integrations().listEventIntegrationsPaginator((request) -> {
		})
			.stream()
			.flatMap((page) -> page.eventIntegrations().stream())
			.flatMap((each) -> region.associationsOfEvents(each.name()).stream())
			.toList();
	}

	private static List<DataIntegrationAssociationSummary> dataAssociations(Operator region) {
		return region.integrations().listDataIntegrations((request) -> {
		}).dataIntegrations().stream().flatMap((each) -> region.associationsOfData(each.arn()).stream()).toList();
	}

	private static List<ListIntegrationItem> integrations(Operator region) {
		return region.profiles().listDomains((request) -> {
		})
			.items()
			.stream()
			.flatMap((domain) -> region.profiles()
				.listIntegrations((request) -> request.domainName(domain.domainName()).includeHidden(true))
				.items()
				.stream())
			.toList();
	}

	private static List<KnowledgeBaseSummary> knowledgeBases(Operator region) {
		return region.assistants().listKnowledgeBases((request) -> {
		}).knowledgeBaseSummaries();
	}

	private static List<AssistantAssociationSummary> assistantAssociations(Operator region) {
		return region.assistants().listAssistants((request) -> {
		})
			.assistantSummaries()
			.stream()
			.map(AssistantSummary::assistantId)
			.flatMap((assistant) -> region.assistants()
				.listAssistantAssociations((request) -> request.assistantId(assistant))
				.assistantAssociationSummaries()
				.stream())
			.toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "sandbox" })
	void haveAnIntegrationForEachAssociationOfCustomerProfiles(String scenario) {
		assertThat(regions(scenario)).allSatisfy((region) -> {
			List<String> held = eventAssociations(region).stream()
				.filter((each) -> "profile.amazonaws.com".equals(each.clientId()))
				.map((each) -> each.clientAssociationMetadata().get("domainName") + " " + each.eventIntegrationName())
				.toList();
			assertThat(integrations(region))
				.extracting((each) -> each.domainName() + " " + each.uri().split(":event-integration/")[1])
				.containsExactlyInAnyOrderElementsOf(held);
		}).anySatisfy((region) -> assertThat(integrations(region)).isNotEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "sandbox" })
	void haveAKnowledgeBaseWithAnAssistantForEachAssociationOfQInConnect(String scenario) {
		assertThat(regions(scenario)).allSatisfy((region) -> {
			List<String> held = dataAssociations(region).stream()
				.filter((each) -> "wisdom.amazonaws.com".equals(each.clientId()))
				.map(DataIntegrationAssociationSummary::dataIntegrationArn)
				.toList();
			assertThat(knowledgeBases(region))
				.extracting((each) -> each.sourceConfiguration().appIntegrations().appIntegrationArn())
				.containsExactlyInAnyOrderElementsOf(held);
			assertThat(assistantAssociations(region))
				.extracting((each) -> each.associationData().knowledgeBaseAssociation().knowledgeBaseId())
				.containsExactlyInAnyOrderElementsOf(
						knowledgeBases(region).stream().map(KnowledgeBaseSummary::knowledgeBaseId).toList());
		}).anySatisfy((region) -> assertThat(knowledgeBases(region)).isNotEmpty());
	}

	@Test
	void hideOneIntegrationInTheDemo() {
		List<ListIntegrationItem> hidden = regions("demo").stream()
			.flatMap((region) -> integrations(region).stream()
				.filter((each) -> region.profiles()
					.listAccountIntegrations((request) -> request.uri(each.uri()))
					.items()
					.isEmpty()))
			.toList();
		assertThat(hidden).singleElement().satisfies((each) -> assertThat(each.domainName()).isEqualTo("europe"));
	}

	@Test
	void keepBulkExportsInTheDemoWithoutAnyHolder() {
		assertThat(regions("demo").stream()
			.flatMap((region) -> dataAssociations(region).stream())
			.filter((each) -> each.destinationURI() != null)).isNotEmpty()
			.allSatisfy((each) -> assertThat(each.clientId()).isEqualTo("connect.amazonaws.com"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "sandbox" })
	void haveTheSameIdsEachTime(String scenario) {
		String account = regions(scenario).getFirst().account();
		List<String> first = ids(account);
		EmulatorServer.reset(account, scenario);
		assertThat(ids(account)).isEqualTo(first).doesNotHaveDuplicates().isNotEmpty();
	}

	private static List<String> ids(String account) {
		Operator region = new Operator(account, "us-east-1");
		List<String> ids = new ArrayList<>();
		knowledgeBases(region).forEach((each) -> ids.add(each.knowledgeBaseArn()));
		assistantAssociations(region).forEach((each) -> ids.add(each.assistantAssociationArn()));
		return ids;
	}

	@Test
	void letEverythingOfTheirHoldersBeRemovedInTheSandbox() {
		for (Operator region : regions("sandbox")) {
			integrations(region).forEach((each) -> region.profiles()
				.deleteIntegration((request) -> request.domainName(each.domainName()).uri(each.uri())));
			assistantAssociations(region).forEach((each) -> region.assistants()
				.deleteAssistantAssociation((request) -> request.assistantId(each.assistantId())
					.assistantAssociationId(each.assistantAssociationId())));
			knowledgeBases(region).forEach((each) -> region.assistants()
				.deleteKnowledgeBase((request) -> request.knowledgeBaseId(each.knowledgeBaseId())));
			assertThat(dataAssociations(region)).isEmpty();
			assertThat(eventAssociations(region)).extracting(EventIntegrationAssociation::clientId)
				.doesNotContain("profile.amazonaws.com");
		}
	}

}
