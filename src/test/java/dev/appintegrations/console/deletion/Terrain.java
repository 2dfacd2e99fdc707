package dev.appintegrations.console.deletion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import dev.appintegrations.emulator.EmulatorServer;
import software.amazon.awssdk.services.appintegrations.model.ApplicationSourceConfig;
import software.amazon.awssdk.services.connect.model.Application;
import software.amazon.awssdk.services.connect.model.IntegrationType;

/**
 * Prepares an emulated account for a schedule, and says what is to be deleted there.
 */
final class Terrain {

	/** The application that the sandbox grants, and that is taken out of profiles. */
	static final String ORDER_DESK = "example.order-desk";

	private static final Map<String, Object> NO_LIMIT = Map.of("perSecond", 1_000_000, "burst", 1_000_000);

	private final String account;

	private final EmulatedWorld world;

	Terrain(String account, EmulatedWorld world) {
		this.account = account;
		this.world = world;
	}

	void prepare(Schedule schedule) {
		EmulatorServer.reset(this.account, (schedule.target() == Schedule.Target.ROLE) ? "empty" : "sandbox");
		withoutLimits(this.account);
		switch (schedule.target()) {
			case ROLE -> this.world.iam()
				.createServiceLinkedRole((request) -> request.awsServiceName("app-integrations.amazonaws.com"));
			case AMBIGUOUS -> holdTwice();
			case ORPHAN_BY_FORCE -> orphan();
			case APPLICATION, APPLICATION_ASSOCIATION, EVERYTHING -> grantAnother();
			default -> {
			}
		}
		EmulatorServer.set(this.account, "lags", schedule.lags());
	}

	/** Lets calls go as fast as they come. */
	static void withoutLimits(String account) {
		Map<String, Object> rates = new HashMap<>();
		List.of("app-integrations", "connect", "profile", "wisdom", "iam", "sts", "account")
			.forEach((service) -> rates.put(service, NO_LIMIT));
		EmulatorServer.set(account, "rates", rates);
	}

	/** Two instances hold one event integration, and nothing tells which holds what. */
	private void holdTwice() {
		String arn = this.world.integrations("eu-west-2")
			.createEventIntegration((request) -> request.name("twice")
				.description("Held twice")
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/twice")))
			.eventIntegrationArn();
		hold("eu-west-2", "one", IntegrationType.EVENT, arn);
		hold("eu-west-2", "other", IntegrationType.EVENT, arn);
	}

	private void orphan() {
		String arn = this.world.integrations("eu-west-2")
			.createApplication((request) -> request.name("Orphan")
				.namespace("example.orphan")
				.description("Its instance is gone")
				.applicationSourceConfig(ApplicationSourceConfig.builder()
					.externalUrlConfig((url) -> url.accessUrl("https://orphan.example.com/")
						.approvedOrigins("https://agents.example.com"))
					.build()))
			.arn();
		String instance = hold("eu-west-2", "closed", IntegrationType.APPLICATION, arn);
		this.world.connect("eu-west-2").deleteInstance((request) -> request.instanceId(instance));
	}

	private String hold(String region, String alias, IntegrationType type, String arn) {
		var aws = this.world.connect(region);
		String instance = aws
			.createInstance((request) -> request.instanceAlias(alias + "-" + UUID.randomUUID())
				.identityManagementType("CONNECT_MANAGED")
				.inboundCallsEnabled(true)
				.outboundCallsEnabled(true))
			.id();
		aws.createIntegrationAssociation(
				(request) -> request.instanceId(instance).integrationType(type).integrationArn(arn));
		return instance;
	}

	/** The profile that grants the order desk grants two others. */
	private void grantAnother() {
		var aws = this.world.connect("us-east-1");
		aws.listInstances((request) -> request.maxResults(10))
			.instanceSummaryList()
			.forEach((instance) -> aws.listSecurityProfiles((request) -> request.instanceId(instance.id()))
				.securityProfileSummaryList()
				.forEach((profile) -> aws.updateSecurityProfile((request) -> request.instanceId(instance.id())
					.securityProfileId(profile.id())
					.applications(grant("example.first"), grant(ORDER_DESK), grant("example.last")))));
	}

	private static Application grant(String namespace) {
		return Application.builder()
			.namespace(namespace)
			.applicationPermissions("ACCESS")
			.type("THIRD_PARTY_APPLICATION")
			.build();
	}

	/** What the operator asks for. */
	PlanRequest request(Schedule.Target target, Map<String, String> things) {
		return switch (target) {
			case EVERYTHING -> PlanRequest.ofEverything();
			case ROLE -> of(this.world.role());
			case EVENT_INTEGRATION -> of(one(things, ":event-integration/orders-created"));
			case EVENT_INTEGRATION_ASSOCIATION -> of(one(things, ":event-integration-association/orders-created/"));
			case DATA_INTEGRATION -> of(described(things, ":data-integration/", "The handbook"));
			case APPLICATION -> of(described(things, ":application/", "Orders beside"));
			case APPLICATION_ASSOCIATION -> of(one(things, ":application-association/"));
			case PROFILES_INTEGRATION -> of(one(things, ":event-integration/segment-tracks"));
			case UNUSED ->
				of(one(things, ":event-integration/unused"), described(things, ":data-integration/", "Nobody reads"));
			case AMBIGUOUS -> of(one(things, ":event-integration-association/twice/"));
			case ORPHAN_BY_FORCE -> new PlanRequest(
					of(described(things, ":application/", "Its instance is gone")).targets(), false, true, Map.of());
		};
	}

	/** The same, with the first holder chosen wherever there is a choice. */
	static PlanRequest chosen(PlanRequest request, DeletionPlan plan) {
		Map<String, String> holders = new HashMap<>();
		plan.blocked()
			.forEach((blocked) -> blocked.choices()
				.forEach((choice) -> holders.putIfAbsent(choice.association(), choice.key())));
		return new PlanRequest(request.targets(), request.everything(), request.force(), holders);
	}

	private PlanRequest of(String... arns) {
		return PlanRequest.of(Arrays.stream(arns).map((arn) -> Target.parse(arn, this.account)).toList());
	}

	private static String one(Map<String, String> things, String part) {
		return things.keySet()
			.stream()
			.filter((key) -> key.startsWith("arn:aws:app-integrations:") && key.contains(part))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No " + part + " in " + things.keySet()));
	}

	private static String described(Map<String, String> things, String part, String words) {
		return things.entrySet()
			.stream()
			.filter((each) -> each.getKey().contains(part) && each.getValue().startsWith(words))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No " + words + " in " + things))
			.getKey();
	}

}
