package dev.appintegrations.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.appintegrations.process.Program;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The emulator in its own process, with the accounts of the workloads in it.
 */
final class Emulator implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Program program;

	private Emulator(Program program) {
		this.program = program;
	}

	static Emulator start() throws IOException, InterruptedException {
		return new Emulator(
				Program.start("emulator.log", List.of("-Xmx512m"), List.of("emulator"), "/_emulator/health"));
	}

	URI address() {
		return this.program.address();
	}

	Duration cpu() {
		return this.program.cpu();
	}

	/**
	 * Fills every region of the workload's account, without delays, then sets the delays.
	 */
	void prepare(Workload workload) throws InterruptedException {
		control("POST", "reset", workload, Map.of("scenario", "empty"));
		control("PUT", "regions", workload, Map.of("af-south-1", "ENABLED"));
		control("PUT", "quotas", workload, Map.of("dataIntegrations", 1000, "eventIntegrations", 1000));
		control("PUT", "rates", workload, Map.of("app-integrations", Map.of("perSecond", 100_000, "burst", 100_000)));
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<? extends Future<?>> regions = Workload.LATENCY_MS.keySet()
				.stream()
				.map((region) -> executor.submit(() -> fill(workload, region)))
				.toList();
			for (Future<?> region : regions) {
				region.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The emulator could not be filled", ex);
		}
		Map<String, Object> regions = new LinkedHashMap<>();
		Workload.LATENCY_MS.forEach((region, latency) -> regions.put(region, Map.of("latencyMs", latency)));
		control("PUT", "network", workload, Map.of("default",
				Map.of("latencyMs", 0, "serviceMs", Workload.SERVICE.toMillis()), "regions", regions));
		if (workload.hanging() != null) {
			control("PUT", "faults", workload, List.of(Map.of("service", "app-integrations", "operation", "*", "region",
					workload.hanging(), "action", "HANG")));
		}
	}

	private void fill(Workload workload, String region) {
		try (AppIntegrationsClient client = configured(AppIntegrationsClient.builder(), workload, region)) {
			for (int i = 0; i < workload.dataIntegrations(); i++) {
				String name = "data-" + i;
				client.createDataIntegration((request) -> request.name(name)
					.kmsKey("arn:aws:kms:" + region + ":" + workload.account() + ":key/1")
					.sourceURI("Salesforce://AppFlow/benchmark")
					.scheduleConfig((schedule) -> schedule.scheduleExpression("rate(1 hours)")));
			}
			for (int i = 0; i < workload.eventIntegrations(); i++) {
				String name = "event-" + i;
				client.createEventIntegration((request) -> request.name(name)
					.eventBridgeBus("default")
					.eventFilter((filter) -> filter.source("aws.partner/example.com")));
			}
		}
	}

	/**
	 * Has one Amazon Connect instance hold event integrations of us-east-1, then sets the
	 * delays; the rates are those that AWS publishes.
	 * @return ARNs of the associations
	 */
	List<String> prepareAssociations(Workload workload, int associations) throws InterruptedException {
		control("POST", "reset", workload, Map.of("scenario", "empty"));
		control("PUT", "quotas", workload, Map.of("eventIntegrations", associations));
		Map<String, Object> unlimited = Map.of("perSecond", 100_000, "burst", 100_000);
		control("PUT", "rates", workload, Map.of("app-integrations", unlimited, "connect/CreateInstance", unlimited,
				"connect/CreateIntegrationAssociation", unlimited));
		List<String> arns = new ArrayList<>();
		try (AppIntegrationsClient integrations = configured(AppIntegrationsClient.builder(), workload, "us-east-1");
				ConnectClient connect = configured(ConnectClient.builder(), workload, "us-east-1")) {
			String instance = connect
				.createInstance((request) -> request.identityManagementType("CONNECT_MANAGED")
					.instanceAlias("benchmark")
					.inboundCallsEnabled(true)
					.outboundCallsEnabled(false))
				.id();
			for (int i = 0; i < associations; i++) {
				String name = "event-" + i;
				String arn = integrations
					.createEventIntegration((request) -> request.name(name)
						.eventBridgeBus("default")
						.eventFilter((filter) -> filter.source("aws.partner/example.com")))
					.eventIntegrationArn();
				connect.createIntegrationAssociation((request) -> request.instanceId(instance)
					.integrationType("EVENT")
					.integrationArn(arn)
					.sourceApplicationUrl("https://example.com/")
					.sourceApplicationName("Example")
					.sourceType("SALESFORCE"));
				arns.add(integrations.listEventIntegrationAssociations((request) -> request.eventIntegrationName(name))
					.eventIntegrationAssociations()
					.getFirst()
					.eventIntegrationAssociationArn());
			}
		}
		control("PUT", "network", workload, Map.of("default",
				Map.of("latencyMs", Workload.LATENCY_MS.get("us-east-1"), "serviceMs", Workload.SERVICE.toMillis())));
		control("DELETE", "calls", workload, null);
		return arns;
	}

	private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C configured(B builder,
			Workload workload, String region) {
		return builder.endpointOverride(address())
			.region(Region.of(region))
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create(workload.account(), "benchmark")))
			.httpClientBuilder(ApacheHttpClient.builder())
			.build();
	}

	/** How often an operation was answered, and how often refused. */
	Calls calls(Workload workload, String operation) throws InterruptedException {
		Map<?, ?> answer = JSON.readValue(control("GET", "calls", workload, null), Map.class);
		List<Boolean> refused = ((List<?>) answer.get("calls")).stream()
			.map((each) -> (Map<?, ?>) each)
			.filter((call) -> operation.equals(call.get("operation")))
			.map((call) -> Integer.valueOf(429).equals(call.get("status")))
			.toList();
		int throttled = Collections.frequency(refused, true);
		return new Calls(refused.size() - throttled, throttled);
	}

	/**
	 * Limits the rate, if the workload wants it, with full buckets.
	 */
	void limit(Workload workload) throws InterruptedException {
		Workload.Rate rate = workload.rate();
		if (rate != null) {
			control("PUT", "rates", workload,
					Map.of("app-integrations", Map.of("perSecond", rate.perSecond(), "burst", rate.burst())));
		}
	}

	/**
	 * Waits until the buckets are full again, if there are any, and forgets the calls
	 * seen so far.
	 */
	void beforeScan(Workload workload) throws InterruptedException {
		Workload.Rate rate = workload.rate();
		if (rate != null) {
			Thread.sleep(Duration.ofMillis(Math.round(1000 * rate.burst() / rate.perSecond()) + 500));
		}
		control("DELETE", "calls", workload, null);
	}

	/**
	 * Calls to AppIntegrations that the emulator has seen since the last reset.
	 */
	Calls calls(Workload workload) throws InterruptedException {
		Map<?, ?> answer = JSON.readValue(control("GET", "calls", workload, null), Map.class);
		int answered = 0;
		int refused = 0;
		for (Object each : (List<?>) answer.get("calls")) {
			Map<?, ?> call = (Map<?, ?>) each;
			if ("app-integrations".equals(call.get("service"))) {
				if (Integer.valueOf(429).equals(call.get("status"))) {
					refused++;
				}
				else if (!String.valueOf(call.get("region")).equals(workload.hanging())) {
					answered++;
				}
			}
		}
		return new Calls(answered, refused);
	}

	private String control(String method, String path, Workload workload, @Nullable Object body)
			throws InterruptedException {
		HttpRequest.BodyPublisher publisher = (body != null)
				? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))
				: HttpRequest.BodyPublishers.noBody();
		HttpRequest request = HttpRequest
			.newBuilder(address().resolve("/_emulator/" + path + "?account=" + workload.account()))
			.header("Content-Type", "application/json")
			.method(method, publisher)
			.build();
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= 300) {
				throw new IllegalStateException(method + " " + path + ": " + response.body());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The emulator does not answer", ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
		this.program.close();
	}

	/**
	 * What the emulator saw.
	 *
	 * @param answered calls it answered
	 * @param refused calls it throttled
	 */
	record Calls(int answered, int refused) {

	}

}
