package dev.appintegrations.emulator.appintegrations;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.appintegrations.emulator.appintegrations.Bounds.Bound;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.model.CreateEventIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.DuplicateResourceException;
import software.amazon.awssdk.services.appintegrations.model.EventFilter;
import software.amazon.awssdk.services.appintegrations.model.EventIntegration;
import software.amazon.awssdk.services.appintegrations.model.EventIntegrationAssociation;
import software.amazon.awssdk.services.appintegrations.model.GetEventIntegrationRequest;
import software.amazon.awssdk.services.appintegrations.model.GetEventIntegrationResponse;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.appintegrations.model.ListEventIntegrationAssociationsRequest;
import software.amazon.awssdk.services.appintegrations.model.ResourceNotFoundException;
import software.amazon.awssdk.services.appintegrations.model.UpdateEventIntegrationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The operations of event integrations.
 */
class EventIntegrationTests {

	private static final String SOURCE = "aws.partner/example.com/orders";

	private final Caller caller = Caller.unlimited();

	private String created(String name) {
		return caller.sdk()
			.createEventIntegration(Samples.eventIntegration().andThen((request) -> request.name(name)))
			.eventIntegrationArn();
	}

	private GetEventIntegrationResponse get(String name) {
		return caller.sdk().getEventIntegration((request) -> request.name(name));
	}

	private void delete(String name) {
		caller.sdk().deleteEventIntegration((request) -> request.name(name));
	}

	@Nested
	class Create {

		@Test
		void answersWithAnArnThatEndsInTheName() {
			assertThat(created("orders/created.v2")).isEqualTo(
					"arn:aws:app-integrations:eu-west-2:" + caller.account() + ":event-integration/orders/created.v2");
		}

		@Test
		void refusesNameThatIsTaken() {
			created("orders");
			assertThatExceptionOfType(DuplicateResourceException.class).isThrownBy(() -> created("orders"))
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(409));
		}

		static Stream<Bound<CreateEventIntegrationRequest.Builder>> bounds() {
			return new Bounds<CreateEventIntegrationRequest.Builder>()
				.length("name", 1, 255, CreateEventIntegrationRequest.Builder::name)
				.accepts("name", CreateEventIntegrationRequest.Builder::name, "orders/created.v2", "a//b", "..", "-")
				.refuses("name", CreateEventIntegrationRequest.Builder::name, "a b", "a:b", "a\n")
				.requires("name", (request) -> request.name(null))
				.length("description", 0, 1000, CreateEventIntegrationRequest.Builder::description)
				.requires("eventFilter", (request) -> request.eventFilter((EventFilter) null))
				.requires("eventFilter.source", (request) -> request.eventFilter(EventFilter.builder().build()))
				.length("eventFilter.source", "aws.partner/", 1, 256, Create::source)
				.accepts("eventFilter.source", Create::source, "aws.partner/", "aws.partner/example.com/a b",
						"aws.cases", "aws.cases-test", "Pipe xorders", "app-integrations.webhooks/tickets")
				.refuses("eventFilter.source", Create::source, "", "aws.s3", "aws.case", "partner/example.com",
						"Pipe x", "app-integrations.webhooks/", "app-integrations.webhooks/a b")
				.length("eventBridgeBus", 1, 255, CreateEventIntegrationRequest.Builder::eventBridgeBus)
				.refuses("eventBridgeBus", CreateEventIntegrationRequest.Builder::eventBridgeBus, "a b", "a:b")
				.requires("eventBridgeBus", (request) -> request.eventBridgeBus(null))
				.length("clientToken", 1, 2048, CreateEventIntegrationRequest.Builder::clientToken)
				.size("tags", 1, 200, (request, size) -> request.tags(Bounds.tags(size)))
				.length("tags", 1, 128, (request, key) -> request.tags(Map.of(key, "value")))
				.length("tags", 0, 256, (request, value) -> request.tags(Map.of("key", value)))
				.stream();
		}

		private static void source(CreateEventIntegrationRequest.Builder request, String source) {
			request.eventFilter((filter) -> filter.source(source));
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<CreateEventIntegrationRequest.Builder> bound) {
			bound.hold(() -> caller.sdk().createEventIntegration(Samples.eventIntegration().andThen(bound.change())));
		}

	}

	@Nested
	class Get {

		@Test
		void showsWhatWasCreated() {
			caller.sdk()
				.createEventIntegration((request) -> request.name("orders")
					.description("New orders")
					.eventFilter((filter) -> filter.source(SOURCE))
					.eventBridgeBus("partner/bus")
					.tags(Map.of("team", "support")));
			GetEventIntegrationResponse shown = get("orders");
			assertThat(shown.name()).isEqualTo("orders");
			assertThat(shown.description()).isEqualTo("New orders");
			assertThat(shown.eventFilter().source()).isEqualTo(SOURCE);
			assertThat(shown.eventBridgeBus()).isEqualTo("partner/bus");
			assertThat(shown.tags()).isEqualTo(Map.of("team", "support"));
			assertThat(shown.eventIntegrationArn()).endsWith(":event-integration/orders");
		}

		@Test
		void hasNeitherIdNorDate() {
			created("orders");
			assertThat(caller.send("GET", "/eventIntegrations/orders", null).json().propertyNames())
				.containsExactlyInAnyOrder("EventIntegrationArn", "Name", "EventFilter", "EventBridgeBus", "Tags");
		}

		@ParameterizedTest
		@ValueSource(strings = { "a/b", "a//b", "..", ".", "a..b", "/", "//", "-", "associations", "a/associations" })
		void findsAwkwardNames(String name) {
			created(name);
			assertThat(get(name).name()).isEqualTo(name);
		}

		@Test
		void isNotFoundByArn() {
			String arn = created("orders");
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> get(arn));
		}

		static Stream<Bound<GetEventIntegrationRequest.Builder>> bounds() {
			return new Bounds<GetEventIntegrationRequest.Builder>()
				.accepts("name", GetEventIntegrationRequest.Builder::name, "x", "x".repeat(255))
				.refuses("name", GetEventIntegrationRequest.Builder::name, "x".repeat(256), "a b", "%2F", "a\n")
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<GetEventIntegrationRequest.Builder> bound) {
			bound.holdForUnknown(() -> caller.sdk().getEventIntegration(bound.change()));
		}

	}

	@Nested
	class Update {

		@Test
		void changesTheDescriptionAndNothingElse() {
			created("orders");
			caller.sdk().updateEventIntegration((request) -> request.name("orders").description("Changed"));
			assertThat(get("orders").description()).isEqualTo("Changed");
			assertThat(get("orders").eventFilter().source()).isEqualTo(SOURCE);
		}

		@Test
		void refusesWhatDoesNotExist() {
			assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(
					() -> caller.sdk().updateEventIntegration((request) -> request.name("nothing").description("x")));
		}

		static Stream<Bound<UpdateEventIntegrationRequest.Builder>> bounds() {
			return new Bounds<UpdateEventIntegrationRequest.Builder>()
				.accepts("name", UpdateEventIntegrationRequest.Builder::name, "x".repeat(255))
				.refuses("name", UpdateEventIntegrationRequest.Builder::name, "x".repeat(256), "a b")
				.length("description", 0, 1000, UpdateEventIntegrationRequest.Builder::description)
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<UpdateEventIntegrationRequest.Builder> bound) {
			Consumer<UpdateEventIntegrationRequest.Builder> unknown = (request) -> request.name("unknown");
			bound.holdForUnknown(() -> caller.sdk().updateEventIntegration(unknown.andThen(bound.change())));
		}

	}

	@Nested
	class Delete {

		@Test
		void deletesOnlyTheOneOfThatName() {
			created("a/b");
			created("a//b");
			delete("a/b");
			assertThat(caller.sdk().listEventIntegrations((request) -> {
			}).eventIntegrations()).extracting(EventIntegration::name).containsExactly("a//b");
		}

		@Test
		void refusesTheSecondTime() {
			created("orders");
			delete("orders");
			assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> delete("orders"));
		}

		@Test
		void refusesWhileAssociated() {
			Caller sandbox = Caller.withScenario("sandbox", "us-east-1");
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> sandbox.sdk().deleteEventIntegration((request) -> request.name("orders-created")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage()).contains("associated"));
		}

	}

	@Nested
	class ListAll {

		@Test
		void showsEveryFieldInOrderOfCreation() {
			String zulu = created("zulu");
			created("alpha");
			assertThat(caller.sdk().listEventIntegrations((request) -> {
			}).eventIntegrations()).hasSize(2)
				.first()
				.isEqualTo(EventIntegration.builder()
					.eventIntegrationArn(zulu)
					.name("zulu")
					.eventFilter((filter) -> filter.source(SOURCE))
					.eventBridgeBus("default")
					.tags(Map.of())
					.build());
		}

	}

	@Nested
	class ListAssociations {

		@Test
		void showsClientAndRule() {
			Caller sandbox = Caller.withScenario("sandbox", "eu-west-2");
			EventIntegrationAssociation association = sandbox.sdk()
				.listEventIntegrationAssociations((request) -> request.eventIntegrationName("segment-tracks"))
				.eventIntegrationAssociations()
				.getFirst();
			assertThat(association.eventIntegrationAssociationArn()).isEqualTo("arn:aws:app-integrations:eu-west-2:"
					+ sandbox.account() + ":event-integration-association/segment-tracks/"
					+ association.eventIntegrationAssociationId());
			assertThat(association.eventIntegrationName()).isEqualTo("segment-tracks");
			assertThat(association.clientId()).isEqualTo("profile.amazonaws.com");
			assertThat(association.eventBridgeRuleName()).isNotBlank();
			assertThat(association.clientAssociationMetadata()).containsKey("domainName");
		}

		@Test
		void isEmptyButThereWhenNobodyListens() {
			created("orders");
			assertThat(caller.send("GET", "/eventIntegrations/orders/associations", null).text())
				.isEqualTo("{\"EventIntegrationAssociations\":[]}");
		}

		static Stream<Bound<ListEventIntegrationAssociationsRequest.Builder>> bounds() {
			return new Bounds<ListEventIntegrationAssociationsRequest.Builder>()
				.accepts("eventIntegrationName", ListEventIntegrationAssociationsRequest.Builder::eventIntegrationName,
						"x", "x".repeat(255))
				.refuses("eventIntegrationName", ListEventIntegrationAssociationsRequest.Builder::eventIntegrationName,
						"x".repeat(256), "a b")
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<ListEventIntegrationAssociationsRequest.Builder> bound) {
			bound.holdForUnknown(() -> caller.sdk().listEventIntegrationAssociations(bound.change()));
		}

	}

}
