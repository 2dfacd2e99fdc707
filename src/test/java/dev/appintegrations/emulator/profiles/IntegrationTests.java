package dev.appintegrations.emulator.profiles;

import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.Operator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.customerprofiles.model.BadRequestException;
import software.amazon.awssdk.services.customerprofiles.model.ListIntegrationItem;
import software.amazon.awssdk.services.customerprofiles.model.PutIntegrationResponse;
import software.amazon.awssdk.services.customerprofiles.model.ResourceNotFoundException;
import software.amazon.awssdk.services.customerprofiles.model.Task;

import static dev.appintegrations.emulator.Operator.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operations of integrations, and what they do to AppIntegrations.
 */
class IntegrationTests {

	private static final String DOMAIN = "main-site";

	private final Operator operator = Operator.fresh();

	private final String orders = this.operator.eventIntegration("orders");

	@BeforeEach
	void createDomain() {
		createDomain(DOMAIN);
	}

	private void createDomain(String name) {
		this.operator.profiles().createDomain((request) -> request.domainName(name).defaultExpirationDays(366));
	}

	private PutIntegrationResponse put(String uri) {
		return put(DOMAIN, uri);
	}

	private PutIntegrationResponse put(String domain, String uri) {
		return this.operator.profiles().putIntegration((request) -> request.domainName(domain).uri(uri));
	}

	private void delete(String uri) {
		this.operator.profiles().deleteIntegration((request) -> request.domainName(DOMAIN).uri(uri));
	}

	private List<ListIntegrationItem> listed() {
		return this.operator.profiles().listIntegrations((request) -> request.domainName(DOMAIN)).items();
	}

	private List<ListIntegrationItem> listedOfAccount(String uri) {
		return this.operator.profiles().listAccountIntegrations((request) -> request.uri(uri)).items();
	}

	@Test
	void createsTheAssociationOfAnEventIntegration() {
		put(this.orders);
		assertThat(this.operator.associationsOfEvents("orders")).singleElement().satisfies((association) -> {
			assertThat(association.clientId()).isEqualTo("profile.amazonaws.com");
			assertThat(association.clientAssociationMetadata()).containsEntry("domainName", DOMAIN);
			assertThat(association.eventBridgeRuleName()).isNotBlank();
		});
		assertRefused(() -> this.operator.integrations().deleteEventIntegration((request) -> request.name("orders")),
				InvalidRequestException.class, 400, "still associated");
	}

	@Test
	void removesTheAssociationWhenItIsDeleted() {
		put(this.orders);
		delete(this.orders);
		assertThat(this.operator.associationsOfEvents("orders")).isEmpty();
		this.operator.integrations().deleteEventIntegration((request) -> request.name("orders"));
	}

	@Test
	void removesTheAssociationAfterTheLag() {
		this.operator.lag("associationMs", 30_000);
		put(this.orders);
		delete(this.orders);
		assertThat(listed()).isEmpty();
		assertThat(this.operator.associationsOfEvents("orders")).hasSize(1);
		this.operator.advance(30_000);
		assertThat(this.operator.associationsOfEvents("orders")).isEmpty();
	}

	@Test
	void canBePutAgainAfterItWasDeleted() {
		put(this.orders);
		delete(this.orders);
		put(this.orders);
		assertThat(this.operator.associationsOfEvents("orders")).hasSize(1);
	}

	@Test
	void changesWhatIsThereAndKeepsItsAssociationAndTags() {
		PutIntegrationResponse first = this.operator.profiles()
			.putIntegration((request) -> request.domainName(DOMAIN)
				.uri(this.orders)
				.objectTypeName("orders")
				.tags(Map.of("team", "contact-centre")));
		this.operator.advance(60_000);
		PutIntegrationResponse second = this.operator.profiles()
			.putIntegration((request) -> request.domainName(DOMAIN)
				.uri(this.orders)
				.objectTypeName("orders-2")
				.tags(Map.of("team", "other")));
		assertThat(second.createdAt()).isEqualTo(first.createdAt());
		assertThat(second.lastUpdatedAt()).isAfterOrEqualTo(first.lastUpdatedAt().plusSeconds(60));
		assertThat(second.objectTypeName()).isEqualTo("orders-2");
		assertThat(second.tags()).containsEntry("team", "contact-centre");
		assertThat(this.operator.associationsOfEvents("orders")).hasSize(1);
		assertThat(listed()).hasSize(1);
	}

	@Test
	void isReadAsItWasPut() {
		this.operator.profiles()
			.putIntegration((request) -> request.domainName(DOMAIN)
				.uri("s3://example-bucket")
				.objectTypeNames(Map.of("SegmentIdentify", "orders"))
				.roleArn("arn:aws:iam::111122223333:role/orders")
				.eventTriggerNames("trigger"));
		assertThat(this.operator.profiles()
			.getIntegration((request) -> request.domainName(DOMAIN).uri("s3://example-bucket"))).satisfies((answer) -> {
				assertThat(answer.domainName()).isEqualTo(DOMAIN);
				assertThat(answer.uri()).isEqualTo("s3://example-bucket");
				assertThat(answer.objectTypeNames()).containsEntry("SegmentIdentify", "orders");
				assertThat(answer.roleArn()).isEqualTo("arn:aws:iam::111122223333:role/orders");
				assertThat(answer.eventTriggerNames()).containsExactly("trigger");
				assertThat(answer.createdAt()).isNotNull();
			});
	}

	@Test
	void standsForTheFlowOfItsDefinition() {
		PutIntegrationResponse answer = this.operator.profiles()
			.putIntegration((request) -> request.domainName(DOMAIN)
				.objectTypeName("orders")
				.flowDefinition((flow) -> flow.flowName("orders")
					.kmsArn("arn:aws:kms:eu-west-2:111122223333:key/1")
					.sourceFlowConfig((source) -> source.connectorType("Salesforce")
						.sourceConnectorProperties((connector) -> connector.salesforce((sales) -> sales.object("a"))))
					.tasks(Task.builder().taskType("Map").sourceFields("a").build())
					.triggerConfig((trigger) -> trigger.triggerType("OnDemand"))));
		assertThat(answer.uri()).isEqualTo("arn:aws:appflow:eu-west-2:" + this.operator.account() + ":flow/orders");
	}

	@Test
	void refusesToBeWithoutSource() {
		assertRefused(() -> this.operator.profiles().putIntegration((request) -> request.domainName(DOMAIN)),
				BadRequestException.class, 400, "URI or a flow definition");
	}

	@Test
	void refusesEventIntegrationsThatDoNotExistHere() {
		for (String other : List.of(this.orders + "-2", this.orders.replace("eu-west-2", "us-east-1"),
				this.orders.replace(this.operator.account(), "999999999999"))) {
			assertRefused(() -> put(other), ResourceNotFoundException.class, 404, other);
		}
		assertThat(listed()).isEmpty();
	}

	@Test
	void refusesResourcesOfAppIntegrationsThatHaveNoEvents() {
		String handbook = this.operator.dataIntegration("handbook");
		assertRefused(() -> put(handbook), BadRequestException.class, 400, "no event integration");
		assertThat(this.operator.associationsOfData("handbook")).isEmpty();
	}

	@Test
	void refusesMoreThanTheQuotaOfADomain() {
		this.operator.quota("integrationsPerDomain", 1);
		put("s3://one");
		assertRefused(() -> put("s3://two"), BadRequestException.class, 400, "quota of integrations");
		put("s3://one");
		createDomain("other");
		put("other", "s3://two");
	}

	@Test
	void isFoundByItsUriAcrossDomains() {
		createDomain("other");
		put(this.orders);
		put("other", this.orders);
		put("other", "s3://example-bucket");
		assertThat(listedOfAccount(this.orders)).extracting(ListIntegrationItem::domainName)
			.containsExactly(DOMAIN, "other");
		assertThat(listedOfAccount("s3://example-bucket")).extracting(ListIntegrationItem::domainName)
			.containsExactly("other");
		assertThat(listedOfAccount(this.orders + "-2")).isEmpty();
		assertThat(listed()).extracting(ListIntegrationItem::uri).containsExactly(this.orders);
		assertThat(this.operator.associationsOfEvents("orders")).hasSize(2);
	}

	@Test
	void takesOnlyItsOwnAssociationWithIt() {
		createDomain("other");
		put(this.orders);
		put("other", this.orders);
		delete(this.orders);
		assertThat(this.operator.associationsOfEvents("orders")).singleElement()
			.satisfies((association) -> assertThat(association.clientAssociationMetadata()).containsEntry("domainName",
					"other"));
	}

	@Test
	void isShownOnlyOnDemandWhereItIsHidden() {
		Operator demo = Operator.withScenario("demo", "eu-central-1");
		String tracks = demo.integrations()
			.getEventIntegration((request) -> request.name("segment-tracks"))
			.eventIntegrationArn();
		assertThat(demo.profiles().listIntegrations((request) -> request.domainName("europe")).items()).isEmpty();
		assertThat(demo.profiles().listAccountIntegrations((request) -> request.uri(tracks)).items()).isEmpty();
		assertThat(
				demo.profiles().listAccountIntegrations((request) -> request.uri(tracks).includeHidden(false)).items())
			.isEmpty();
		assertThat(
				demo.profiles().listIntegrations((request) -> request.domainName("europe").includeHidden(true)).items())
			.extracting(ListIntegrationItem::uri)
			.containsExactly(tracks);
		assertThat(
				demo.profiles().listAccountIntegrations((request) -> request.uri(tracks).includeHidden(true)).items())
			.extracting(ListIntegrationItem::domainName)
			.containsExactly("europe");
		assertThat(demo.profiles().getIntegration((request) -> request.domainName("europe").uri(tracks)).uri())
			.isEqualTo(tracks);
	}

	@Test
	void isNotFoundWhereThereIsNone() {
		String none = "s3://none";
		assertRefused(() -> delete(none), ResourceNotFoundException.class, 404, none);
		assertRefused(() -> this.operator.profiles().getIntegration((request) -> request.domainName(DOMAIN).uri(none)),
				ResourceNotFoundException.class, 404, none);
		put(this.orders);
		delete(this.orders);
		assertRefused(() -> delete(this.orders), ResourceNotFoundException.class, 404, this.orders);
	}

	@Test
	void wantsADomainThatExists() {
		assertRefused(() -> put("none", this.orders), ResourceNotFoundException.class, 404, "none");
		assertRefused(() -> this.operator.profiles().listIntegrations((request) -> request.domainName("none")),
				ResourceNotFoundException.class, 404, "none");
		assertRefused(
				() -> this.operator.profiles().getIntegration((request) -> request.domainName("none").uri(this.orders)),
				ResourceNotFoundException.class, 404, "none");
		assertRefused(
				() -> this.operator.profiles()
					.deleteIntegration((request) -> request.domainName("none").uri(this.orders)),
				ResourceNotFoundException.class, 404, "none");
		assertThat(this.operator.associationsOfEvents("orders")).isEmpty();
	}

}
