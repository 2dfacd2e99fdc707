package dev.appintegrations.console.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.ConsoleTest;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.inventory.Holder.ConnectAssociation;
import dev.appintegrations.console.inventory.Holder.KnowledgeBase;
import dev.appintegrations.console.inventory.Holder.ProfilesIntegration;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.IntegrationType;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@ConsoleTest
class HoldingsTests {

	private static final AccountAlias ACCOUNT = new AccountAlias("trouble");

	private static final String VIRGINIA = "us-east-1";

	private static final String LONDON = "eu-west-2";

	@Autowired
	private Inventory inventory;

	@BeforeEach
	void startWithASmallAccount() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "sandbox");
		Map<String, Integer> none = Map.of("perSecond", 1_000_000, "burst", 1_000_000);
		EmulatorServer.set(TestAccounts.TROUBLE, "rates", Map.of("connect", none, "profile", none, "wisdom", none));
	}

	@Test
	void findsAnInstanceWithItsUseCases() {
		ConnectAssociation connect = held(event(VIRGINIA, "orders-created"), ConnectAssociation.class);
		assertThat(connect.instanceAlias()).isEqualTo("contact-centre-us-east-1");
		assertThat(connect.associationArn()).contains(connect.instanceId(), connect.associationId());
		assertThat(connect.integrationType()).isEqualTo("EVENT");
		assertThat(connect.useCases()).extracting(Holder.UseCase::type).containsExactly("RULES_EVALUATION");
		assertThat(connect.grants()).isEmpty();
	}

	@Test
	void findsAnInstanceWithTheSecurityProfilesThatGrantAnApplication() {
		ConnectAssociation connect = held(application("Order desk"), ConnectAssociation.class);
		assertThat(connect.integrationType()).isEqualTo("APPLICATION");
		assertThat(connect.grants()).singleElement().satisfies((grant) -> {
			assertThat(grant.name()).isEqualTo("Agents");
			assertThat(grant.namespace()).isEqualTo("example.order-desk");
			assertThat(grant.permissions()).isNotEmpty();
		});
	}

	@Test
	void findsAKnowledgeBaseWithItsAssistantAndInstance() {
		KnowledgeBase base = held(data("handbook"), KnowledgeBase.class);
		assertThat(base.name()).isEqualTo("handbook");
		assertThat(base.status()).isEqualTo("ACTIVE");
		assertThat(base.assistants()).hasSize(1);
		assertThat(base.connectAssociations()).singleElement()
			.extracting(ConnectAssociation::integrationType)
			.isEqualTo("WISDOM_KNOWLEDGE_BASE");
	}

	@Test
	void findsADomainOfCustomerProfiles() {
		IntegrationDetails tracks = event(LONDON, "segment-tracks");
		ProfilesIntegration holder = held(tracks, ProfilesIntegration.class);
		assertThat(holder.domain()).isEqualTo("sandbox");
		assertThat(holder.uri()).isEqualTo(tracks.arn());
		assertThat(holder.settings()).containsOnly(entry("Scope", "PROFILE"));
	}

	@Test
	void findsADomainWhoseIntegrationIsHidden() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "demo");
		assertThat(held(event("eu-central-1", "segment-tracks"), ProfilesIntegration.class).domain())
			.isEqualTo("europe");
	}

	@Test
	void takesAKnowledgeBaseThatIsBeingDeletedForAHolder() {
		EmulatorServer.set(TestAccounts.TROUBLE, "behaviour", Map.of("assistantsBlockKnowledgeBase", false));
		EmulatorServer.set(TestAccounts.TROUBLE, "lags", Map.of("knowledgeBaseMs", 60_000));
		String id = held(data("handbook"), KnowledgeBase.class).id();
		EmulatorServer.assistants(TestAccounts.TROUBLE, VIRGINIA)
			.deleteKnowledgeBase((request) -> request.knowledgeBaseId(id));
		assertThat(held(data("handbook"), KnowledgeBase.class).status()).isEqualTo("DELETE_IN_PROGRESS");
	}

	@Test
	void readsEveryPageAndEachListOnce() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
		Map<String, Integer> none = Map.of("perSecond", 1_000_000, "burst", 1_000_000);
		EmulatorServer.set(TestAccounts.TROUBLE, "rates", Map.of("connect", none));
		ConnectClient connect = EmulatorServer.connect(TestAccounts.TROUBLE, LONDON);
		int instances = 23;
		String last = "";
		for (int i = 0; i < instances; i++) {
			String alias = "centre-" + i;
			last = connect
				.createInstance((request) -> request.instanceAlias(alias)
					.identityManagementType("CONNECT_MANAGED")
					.inboundCallsEnabled(true)
					.outboundCallsEnabled(true))
				.id();
		}
		for (String name : List.of("one", "two")) {
			associate(connect, last, create(name));
		}
		IntegrationDetails one = event(LONDON, "one");
		IntegrationDetails two = event(LONDON, "two");
		EmulatorServer.forgetCalls(TestAccounts.TROUBLE);
		Map<Arn, Holdings> holdings = this.inventory.holdings(ACCOUNT, List.of(one, two));
		assertThat(holdings.values()).allSatisfy((each) -> assertThat(each.holders()).singleElement()
			.isInstanceOfSatisfying(ConnectAssociation.class,
					(holder) -> assertThat(holder.instanceAlias()).isEqualTo("centre-22")));
		Map<String, Integer> calls = new HashMap<>();
		EmulatorServer.calls(TestAccounts.TROUBLE)
			.forEach((call) -> calls.merge(String.valueOf(call.get("operation")), 1, Integer::sum));
		assertThat(calls).isEqualTo(Map.of("ListInstances", 3, "ListIntegrationAssociations", instances,
				"ListAccountIntegrations", 2, "ListUseCases", 2));
	}

	@ParameterizedTest
	@CsvSource({ "connect, ListInstances, false", "connect, ListIntegrationAssociations, false",
			"connect, ListUseCases, true" })
	void saysWhichCallWasDenied(String service, String operation, boolean found) {
		deny(service, operation);
		IntegrationDetails orders = event(VIRGINIA, "orders-created");
		Holdings holdings = holdings(orders);
		assertThat(holding(orders, holdings)).isInstanceOfSatisfying(Holding.Unknown.class, (unknown) -> {
			assertThat(unknown.reason()).contains("Amazon Connect could not be read (" + operation + ")");
			assertThat(unknown.found()).hasSize(found ? 1 : 0);
		});
		assertThat(holdings.failures()).singleElement()
			.extracting(RegionScan.ScanFailure::operation)
			.isEqualTo(operation);
		assertThat(holdings.holders()).isEmpty();
	}

	@Test
	void namesTheServiceThatFailedBehindAnotherOne() {
		deny("connect", "ListInstances");
		IntegrationDetails handbook = data("handbook");
		assertThat(holding(handbook, holdings(handbook))).isInstanceOfSatisfying(Holding.Unknown.class, (unknown) -> {
			assertThat(unknown.reason()).contains("Amazon Connect could not be read (ListInstances)");
			assertThat(unknown.found()).extracting(SeenHolding::name)
				.containsExactly("Agent assist (Amazon Q in Connect) knowledge base handbook");
		});
	}

	@Test
	void findsAHolderWhateverOtherServicesRefuse() {
		deny("profile", "ListAccountIntegrations");
		held(event(VIRGINIA, "orders-created"), ConnectAssociation.class);
	}

	@Test
	void makesNoOrphanWhileAnyListOfTheRegionIsUnread() {
		IntegrationDetails orphan = orphan();
		assertThat(holding(orphan, holdings(orphan))).isInstanceOf(Holding.Orphaned.class);
		deny("profile", "ListAccountIntegrations");
		assertThat(holding(orphan, holdings(orphan))).isInstanceOfSatisfying(Holding.Unknown.class,
				(unknown) -> assertThat(unknown.reason()).contains("ListAccountIntegrations"));
	}

	@Test
	void proposesNothingForABulkExport() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "demo");
		deny("wisdom", "ListKnowledgeBases");
		IntegrationDetails export = data("profiles-to-lake");
		assertThat(holding(export, holdings(export))).isInstanceOf(Holding.Undeletable.class);
	}

	/** An event integration whose instance is gone. */
	private IntegrationDetails orphan() {
		ConnectAssociation connect = held(event(VIRGINIA, "orders-created"), ConnectAssociation.class);
		EmulatorServer.connect(TestAccounts.TROUBLE, VIRGINIA)
			.deleteInstance((request) -> request.instanceId(connect.instanceId()));
		return event(VIRGINIA, "orders-created");
	}

	private static void deny(String service, String operation) {
		EmulatorServer.faults(TestAccounts.TROUBLE, List.of(Map.of("service", service, "operation", operation, "status",
				403, "code", "AccessDeniedException", "message", "No.")));
	}

	private static String create(String name) {
		AppIntegrationsClient client = EmulatorServer.client(TestAccounts.TROUBLE, LONDON);
		return client
			.createEventIntegration((request) -> request.name(name)
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/" + name)))
			.eventIntegrationArn();
	}

	private static void associate(ConnectClient connect, String instance, String arn) {
		connect.createIntegrationAssociation((request) -> request.instanceId(instance)
			.integrationType(IntegrationType.EVENT)
			.integrationArn(arn)
			.sourceType("CASES"));
	}

	private <T extends Holder> T held(IntegrationDetails item, Class<T> type) {
		Holding holding = holding(item, holdings(item));
		assertThat(holding).isInstanceOf(Holding.Held.class);
		Holder holder = ((Holding.Held) holding).holder();
		assertThat(holder).isInstanceOf(type);
		return type.cast(holder);
	}

	private static Holding holding(IntegrationDetails item, Holdings holdings) {
		assertThat(item.associations()).hasSize(1);
		return holdings.of(Objects.requireNonNull(item.associations()).getFirst().arn());
	}

	private Holdings holdings(IntegrationDetails item) {
		return Objects.requireNonNull(this.inventory.holdings(ACCOUNT, List.of(item)).get(item.arn()));
	}

	private IntegrationDetails event(String region, String name) {
		return read(region, Kind.EVENT_INTEGRATION, "event-integration/" + name);
	}

	private IntegrationDetails data(String name) {
		return read(VIRGINIA, Kind.DATA_INTEGRATION,
				"data-integration/" + EmulatorServer.client(TestAccounts.TROUBLE, VIRGINIA)
					.getDataIntegration((request) -> request.identifier(name))
					.id());
	}

	private IntegrationDetails application(String name) {
		String id = EmulatorServer.client(TestAccounts.TROUBLE, VIRGINIA).listApplications((request) -> {
		}).applications().stream().filter((each) -> each.name().equals(name)).findFirst().orElseThrow().id();
		return read(VIRGINIA, Kind.APPLICATION, "application/" + id);
	}

	private IntegrationDetails read(String region, Kind kind, String resource) {
		Arn arn = new Arn("aws", "app-integrations", region, TestAccounts.TROUBLE, resource);
		return this.inventory.readWhole(ACCOUNT, new Region(region), kind, arn).orElseThrow();
	}

}
