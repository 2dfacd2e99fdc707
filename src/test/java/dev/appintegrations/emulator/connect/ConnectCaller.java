package dev.appintegrations.emulator.connect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.RawRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.ApplicationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.EventIntegrationAssociation;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.Application;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.CreateInstanceResponse;
import software.amazon.awssdk.services.connect.model.IntegrationAssociationSummary;
import software.amazon.awssdk.services.connect.model.UseCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Somebody with an account of their own who calls Amazon Connect in one region.
 *
 * @param account twelve digits
 * @param region region code
 * @param sdk a client that does not retry
 * @param integrations a client of AppIntegrations in the same region
 */
record ConnectCaller(String account, String region, ConnectClient sdk, AppIntegrationsClient integrations) {

	private static final AtomicInteger NEXT = new AtomicInteger();

	/** With an empty account and no limit on the rate. */
	static ConnectCaller fresh() {
		return withScenario("empty", "eu-west-2");
	}

	static ConnectCaller withScenario(String scenario, String region) {
		String account = EmulatorServer.freshAccount();
		EmulatorServer.reset(account, scenario);
		Map<String, Integer> none = Map.of("perSecond", 1_000_000, "burst", 1_000_000);
		EmulatorServer.set(account, "rates", Map.of("connect", none, "app-integrations", none));
		return of(account, region);
	}

	static ConnectCaller of(String account, String region) {
		return new ConnectCaller(account, region, EmulatorServer.connect(account, region),
				EmulatorServer.client(account, region));
	}

	ConnectCaller in(String otherRegion) {
		return of(this.account, otherRegion);
	}

	void behave(String switchName, boolean on) {
		EmulatorServer.set(this.account, "behaviour", Map.of(switchName, on));
	}

	void lag(String name, long milliseconds) {
		EmulatorServer.set(this.account, "lags", Map.of(name, milliseconds));
	}

	void advance(long milliseconds) {
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", milliseconds));
	}

	RawRequest.Answer send(String method, String path, String body) throws Exception {
		return RawRequest.signed(method, path, this.account, "connect", this.region)
			.header("Content-Type", "application/json")
			.body(body)
			.send();
	}

	CreateInstanceResponse createInstance() {
		return createInstance("contact-centre-" + NEXT.incrementAndGet());
	}

	CreateInstanceResponse createInstance(String alias) {
		return this.sdk.createInstance((request) -> request.identityManagementType("CONNECT_MANAGED")
			.instanceAlias(alias)
			.inboundCallsEnabled(true)
			.outboundCallsEnabled(false));
	}

	String eventIntegration() {
		return eventIntegration("orders/created-" + NEXT.incrementAndGet());
	}

	String eventIntegration(String name) {
		return this.integrations
			.createEventIntegration((request) -> request.name(name)
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com")))
			.eventIntegrationArn();
	}

	/** An application, whose namespace is its name. */
	String application(String name) {
		return this.integrations
			.createApplication((request) -> request.name(name)
				.namespace(name)
				.applicationSourceConfig(
						(source) -> source.externalUrlConfig((url) -> url.accessUrl("https://desk.example.com/"))))
			.arn();
	}

	String associate(String instance, String type, String integration) {
		return this.sdk
			.createIntegrationAssociation(
					(request) -> request.instanceId(instance).integrationType(type).integrationArn(integration))
			.integrationAssociationId();
	}

	void dissociate(String instance, String association) {
		this.sdk.deleteIntegrationAssociation(
				(request) -> request.instanceId(instance).integrationAssociationId(association));
	}

	List<IntegrationAssociationSummary> associations(String instance) {
		return this.sdk.listIntegrationAssociationsPaginator((request) -> request.instanceId(instance))
			.integrationAssociationSummaryList()
			.stream()
			.toList();
	}

	String addUseCase(String instance, String association, String type) {
		return this.sdk
			.createUseCase(
					(request) -> request.instanceId(instance).integrationAssociationId(association).useCaseType(type))
			.useCaseId();
	}

	void deleteUseCase(String instance, String association, String useCase) {
		this.sdk.deleteUseCase(
				(request) -> request.instanceId(instance).integrationAssociationId(association).useCaseId(useCase));
	}

	List<UseCase> useCases(String instance, String association) {
		return this.sdk
			.listUseCasesPaginator((request) -> request.instanceId(instance).integrationAssociationId(association))
			.useCaseSummaryList()
			.stream()
			.toList();
	}

	String addProfile(String instance, String name, String... namespaces) {
		return this.sdk.createSecurityProfile(
				(request) -> request.instanceId(instance).securityProfileName(name).applications(grants(namespaces)))
			.securityProfileId();
	}

	void grant(String instance, String profile, String... namespaces) {
		this.sdk.updateSecurityProfile(
				(request) -> request.instanceId(instance).securityProfileId(profile).applications(grants(namespaces)));
	}

	List<String> granted(String instance, String profile) {
		return this.sdk
			.listSecurityProfileApplicationsPaginator(
					(request) -> request.instanceId(instance).securityProfileId(profile))
			.applications()
			.stream()
			.map(Application::namespace)
			.toList();
	}

	private static List<Application> grants(String... namespaces) {
		return List.of(namespaces)
			.stream()
			.map((namespace) -> Application.builder().namespace(namespace).applicationPermissions("ACCESS").build())
			.toList();
	}

	/** What AppIntegrations lists for an event integration. */
	List<EventIntegrationAssociation> heldEvents(String arn) {
		return this.integrations
			.listEventIntegrationAssociations(
					(request) -> request.eventIntegrationName(arn.substring(arn.indexOf('/') + 1)))
			.eventIntegrationAssociations();
	}

	/** What AppIntegrations lists for an application. */
	List<ApplicationAssociationSummary> heldApplications(String arn) {
		return this.integrations.listApplicationAssociations((request) -> request.applicationId(arn))
			.applicationAssociations();
	}

	static void assertRefused(ThrowingCallable call, int status, String code, String text) {
		assertThatExceptionOfType(ConnectException.class).isThrownBy(call).satisfies((refusal) -> {
			assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
			assertThat(refusal.statusCode()).isEqualTo(status);
			assertThat(refusal.awsErrorDetails().errorMessage()).contains(text);
			assertThat(refusal.requestId()).isNotBlank();
		});
	}

	static void assertNotFound(ThrowingCallable call, String what) {
		assertRefused(call, 404, "ResourceNotFoundException", "The " + what);
	}

}
