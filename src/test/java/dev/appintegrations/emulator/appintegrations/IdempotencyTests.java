package dev.appintegrations.emulator.appintegrations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.CreateApplicationResponse;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.CreateEventIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.DuplicateResourceException;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What client tokens are for: the same call, repeated, does its work once.
 */
class IdempotencyTests {

	private final Caller caller = Caller.unlimited();

	private final AppIntegrationsClient sdk = caller.sdk();

	private static CreateDataIntegrationRequest handbook(String token) {
		return CreateDataIntegrationRequest.builder()
			.name("handbook")
			.kmsKey("key")
			.sourceURI("s3://handbook")
			.tags(Map.of("a", "1", "b", "2"))
			.clientToken(token)
			.build();
	}

	private static CreateEventIntegrationRequest orders(String token) {
		return CreateEventIntegrationRequest.builder()
			.name("orders")
			.eventFilter((filter) -> filter.source("aws.cases"))
			.eventBridgeBus("default")
			.clientToken(token)
			.build();
	}

	@Test
	void givesTheSameAnswerToTheSameRequest() {
		assertThat(sdk.createDataIntegration(handbook("token")).arn())
			.isEqualTo(sdk.createDataIntegration(handbook("token")).arn());
		assertThat(sdk.listDataIntegrations((request) -> {
		}).dataIntegrations()).hasSize(1);
	}

	@Test
	void givesTheSameAnswerForEventIntegrations() {
		assertThat(sdk.createEventIntegration(orders("token")).eventIntegrationArn())
			.isEqualTo(sdk.createEventIntegration(orders("token")).eventIntegrationArn());
	}

	@Test
	void givesTheSameAnswerForApplications() {
		var desk = Samples.application().andThen((request) -> request.name("Desk").namespace("desk").clientToken("t"));
		CreateApplicationResponse first = sdk.createApplication(desk);
		assertThat(sdk.createApplication(desk).id()).isEqualTo(first.id());
	}

	@Test
	void givesTheSameAnswerForAssociations() {
		String export = sdk.createDataIntegration(Samples.bulkExport()).id();
		var association = Samples.export(export).andThen((request) -> request.clientToken("token"));
		assertThat(sdk.createDataIntegrationAssociation(association).dataIntegrationAssociationId())
			.isEqualTo(sdk.createDataIntegrationAssociation(association).dataIntegrationAssociationId());
		assertThat(sdk.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier(export))
			.dataIntegrationAssociations()).hasSize(1);
	}

	@Test
	void refusesTheTokenWithOtherParameters() {
		sdk.createDataIntegration(handbook("token"));
		for (CreateDataIntegrationRequest other : List.of(handbook("token").toBuilder().description("Another").build(),
				handbook("token").toBuilder().name("another").build(),
				handbook("token").toBuilder().tags(Map.of("a", "1")).build())) {
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> sdk.createDataIntegration(other))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage()).contains("client token"));
		}
	}

	@Test
	void letsEachOperationHaveTheTokenOnce() {
		sdk.createDataIntegration(handbook("token"));
		assertThat(sdk.createEventIntegration(orders("token")).eventIntegrationArn()).endsWith("/orders");
	}

	@Test
	void letsEachRegionHaveTheTokenOnce() {
		String london = sdk.createDataIntegration(handbook("token")).arn();
		assertThat(caller.in("us-east-1").sdk().createDataIntegration(handbook("token")).arn()).isNotEqualTo(london);
	}

	@Test
	void refusesTheNameUnderAnotherToken() {
		sdk.createDataIntegration(handbook("one"));
		assertThatExceptionOfType(DuplicateResourceException.class)
			.isThrownBy(() -> sdk.createDataIntegration(handbook("two")));
	}

	@Test
	void forgetsTokensOfRefusedRequests() {
		caller.quota("eventIntegrations", 0);
		assertThat(caller
			.send("POST", "/eventIntegrations", Map.of("Name", "orders", "EventFilter", Map.of("Source", "aws.cases"),
					"EventBridgeBus", "default", "ClientToken", "token"))
			.status()).isEqualTo(429);
		caller.quota("eventIntegrations", 1);
		assertThat(sdk.createEventIntegration(orders("token")).eventIntegrationArn()).endsWith("/orders");
	}

	@Test
	void createsOnceHoweverManyAskAtOnce() throws Exception {
		Callable<String> call = () -> sdk.createDataIntegration(handbook("token")).arn();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> answers = IntStream.range(0, 30).mapToObj((i) -> threads.submit(call)).toList();
			assertThat(answers).extracting(Future::get).hasSize(30).containsOnly(call.call());
		}
		assertThat(sdk.listDataIntegrations((request) -> {
		}).dataIntegrations()).hasSize(1);
	}

}
