package dev.appintegrations.emulator.appintegrations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import software.amazon.awssdk.services.appintegrations.model.CreateApplicationRequest;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationAssociationRequest;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.CreateEventIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.ExecutionMode;

/**
 * Requests that AWS would accept, each with a name of its own.
 */
final class Samples {

	private static final AtomicInteger NEXT = new AtomicInteger();

	private Samples() {
	}

	static String name() {
		return "sample-" + NEXT.incrementAndGet();
	}

	static Consumer<CreateDataIntegrationRequest.Builder> dataIntegration() {
		return (request) -> request.name(name())
			.kmsKey("arn:aws:kms:eu-west-2:111122223333:key/00000000-0000-0000-0000-000000000000")
			.sourceURI("s3://example-handbook");
	}

	static Consumer<CreateDataIntegrationRequest.Builder> bulkExport() {
		return dataIntegration().andThen((request) -> request.sourceURI("AmazonConnect://AppIntegrations")
			.objectConfiguration(Map.of("CustomerProfiles",
					Map.of("domainName", List.of("main"), "objectType", List.of("_profile")))));
	}

	static Consumer<CreateDataIntegrationAssociationRequest.Builder> export(String dataIntegration) {
		return (request) -> request.dataIntegrationIdentifier(dataIntegration)
			.destinationURI("s3://example-export")
			.executionConfiguration((execution) -> execution.executionMode(ExecutionMode.ON_DEMAND)
				.onDemandConfiguration((run) -> run.startTime("1761955200000")));
	}

	static Consumer<CreateEventIntegrationRequest.Builder> eventIntegration() {
		return (request) -> request.name(name())
			.eventFilter((filter) -> filter.source("aws.partner/example.com/orders"))
			.eventBridgeBus("default");
	}

	static Consumer<CreateApplicationRequest.Builder> application() {
		return (request) -> request.name("Order desk " + NEXT.incrementAndGet())
			.namespace("example.order-desk-" + NEXT.incrementAndGet())
			.applicationSourceConfig(
					(source) -> source.externalUrlConfig((url) -> url.accessUrl("https://orders.example.com/")));
	}

}
