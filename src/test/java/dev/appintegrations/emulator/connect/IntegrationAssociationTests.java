package dev.appintegrations.emulator.connect;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import software.amazon.awssdk.services.appintegrations.model.EventIntegrationAssociation;
import software.amazon.awssdk.services.connect.model.CreateIntegrationAssociationResponse;
import software.amazon.awssdk.services.connect.model.IntegrationAssociationSummary;
import software.amazon.awssdk.services.connect.model.IntegrationType;

import static dev.appintegrations.emulator.connect.ConnectCaller.assertNotFound;
import static dev.appintegrations.emulator.connect.ConnectCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds an event integration or application of AppIntegrations.
 */
class IntegrationAssociationTests {

	private final ConnectCaller caller = ConnectCaller.fresh();

	private final String instance = this.caller.createInstance().id();

	private final String events = this.caller.eventIntegration("orders/created.v2");

	private final String application = this.caller.application("example.order-desk");

	@Test
	void showsWhatItWasGiven() {
		CreateIntegrationAssociationResponse created = this.caller.sdk()
			.createIntegrationAssociation((request) -> request.instanceId(this.instance)
				.integrationType("EVENT")
				.integrationArn(this.events)
				.sourceApplicationName("Order system")
				.sourceApplicationUrl("https://orders.example.com/")
				.sourceType("SALESFORCE"));
		assertThat(created.integrationAssociationArn()).isEqualTo("arn:aws:connect:eu-west-2:" + this.caller.account()
				+ ":instance/" + this.instance + "/integration-association/" + created.integrationAssociationId());
		assertThat(this.caller.associations(this.instance)).singleElement().satisfies((association) -> {
			assertThat(association.integrationAssociationId()).isEqualTo(created.integrationAssociationId());
			assertThat(association.integrationAssociationArn()).isEqualTo(created.integrationAssociationArn());
			assertThat(association.instanceId()).isEqualTo(this.instance);
			assertThat(association.integrationTypeAsString()).isEqualTo("EVENT");
			assertThat(association.integrationArn()).isEqualTo(this.events);
			assertThat(association.sourceApplicationName()).isEqualTo("Order system");
			assertThat(association.sourceApplicationUrl()).isEqualTo("https://orders.example.com/");
			assertThat(association.sourceTypeAsString()).isEqualTo("SALESFORCE");
		});
	}

	@Test
	void holdsAnEventIntegrationThroughARule() {
		String association = this.caller.associate(this.instance, "EVENT", this.events);
		assertThat(this.caller.heldEvents(this.events)).singleElement().satisfies((held) -> {
			assertThat(held.clientId()).isEqualTo("connect.amazonaws.com");
			assertThat(held.eventBridgeRuleName()).matches("AppIntegrations-orders-created\\.v2-[0-9a-f]{8}");
			assertThat(held.eventIntegrationAssociationId()).isNotEqualTo(association);
		});
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.heldEvents(this.events)).isEmpty();
		assertThat(this.caller.associations(this.instance)).isEmpty();
	}

	@Test
	void holdsAnApplication() {
		String association = this.caller.associate(this.instance, "APPLICATION", this.application);
		assertThat(this.caller.heldApplications(this.application)).singleElement()
			.satisfies((held) -> assertThat(held.clientId()).isEqualTo("connect.amazonaws.com"));
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.heldApplications(this.application)).isEmpty();
		this.caller.integrations().deleteApplication((request) -> request.arn(this.application));
	}

	@Test
	void letsSeveralInstancesHoldTheSameEventIntegration() {
		String other = this.caller.createInstance().id();
		String first = this.caller.associate(this.instance, "EVENT", this.events);
		this.caller.associate(other, "EVENT", this.events);
		List<EventIntegrationAssociation> held = this.caller.heldEvents(this.events);
		assertThat(held).hasSize(2);
		this.caller.dissociate(this.instance, first);
		assertThat(this.caller.heldEvents(this.events)).containsExactly(held.getLast());
	}

	@Test
	void isListedByAppIntegrationsForAsLongAsTheLagIs() {
		this.caller.lag("associationMs", 5000);
		String association = this.caller.associate(this.instance, "EVENT", this.events);
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.associations(this.instance)).isEmpty();
		this.caller.advance(4000);
		assertThat(this.caller.heldEvents(this.events)).hasSize(1);
		this.caller.advance(2000);
		assertThat(this.caller.heldEvents(this.events)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "EVENT", "APPLICATION", "UNKNOWN_TO_SDK_VERSION" })
	void keepsOtherTypesWithoutLookingAtThem(IntegrationType type) {
		String arn = "arn:aws:wisdom:eu-west-2:" + this.caller.account() + ":knowledge-base/1";
		String association = this.caller.associate(this.instance, type.toString(), arn);
		assertThat(this.caller.associations(this.instance)).extracting(IntegrationAssociationSummary::integrationArn)
			.containsExactly(arn);
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.associations(this.instance)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "EVENT, event-integration/none", "APPLICATION, application/none" })
	void refusesWhatAppIntegrationsDoesNotHave(String type, String resource) {
		String arn = "arn:aws:app-integrations:eu-west-2:" + this.caller.account() + ":" + resource;
		assertNotFound(() -> this.caller.associate(this.instance, type, arn), "integration " + arn);
		assertThat(this.caller.associations(this.instance)).isEmpty();
	}

	@Test
	void refusesResourcesOfOtherKindsAccountsAndRegions() {
		ConnectCaller elsewhere = this.caller.in("us-east-1");
		String there = elsewhere.eventIntegration("orders/created.v2");
		String others = this.events.replace(this.caller.account(), "111122223333");
		for (String arn : List.of(this.application, there, others, "orders/created.v2")) {
			assertRefused(() -> this.caller.associate(this.instance, "EVENT", arn), 400, "InvalidRequestException",
					"is not of type EVENT");
		}
		assertRefused(() -> this.caller.associate(this.instance, "APPLICATION", this.events), 400,
				"InvalidRequestException", "is not of type APPLICATION");
		assertThat(elsewhere.heldEvents(there)).isEmpty();
	}

	@Test
	void refusesToBeThereTwice() {
		String association = this.caller.associate(this.instance, "EVENT", this.events);
		assertRefused(() -> this.caller.associate(this.instance, "EVENT", this.events), 409,
				"DuplicateResourceException", "already associated");
		assertThat(this.caller.heldEvents(this.events)).hasSize(1);
		this.caller.dissociate(this.instance, association);
		this.caller.associate(this.instance, "EVENT", this.events);
		assertThat(this.caller.heldEvents(this.events)).hasSize(1);
	}

	@Test
	void refusesToGoWhileItHasUseCases() {
		String association = this.caller.associate(this.instance, "EVENT", this.events);
		String rules = this.caller.addUseCase(this.instance, association, "RULES_EVALUATION");
		assertRefused(() -> this.caller.dissociate(this.instance, association), 400, "InvalidRequestException",
				"has use cases");
		assertThat(this.caller.heldEvents(this.events)).hasSize(1);
		this.caller.deleteUseCase(this.instance, association, rules);
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.heldEvents(this.events)).isEmpty();
	}

	@Test
	void refusesToGoWhileASecurityProfileGrantsItsApplication() {
		String association = this.caller.associate(this.instance, "APPLICATION", this.application);
		String profile = this.caller.addProfile(this.instance, "Agents", "example.loyalty", "example.order-desk");
		assertRefused(() -> this.caller.dissociate(this.instance, association), 400, "InvalidRequestException",
				"granted by a security profile");
		assertThat(this.caller.heldApplications(this.application)).hasSize(1);
		this.caller.grant(this.instance, profile, "example.loyalty");
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.heldApplications(this.application)).isEmpty();
	}

	@Test
	void goesDespiteGrantsWhereTheyDoNotBlock() {
		this.caller.behave("grantsBlockAssociation", false);
		String association = this.caller.associate(this.instance, "APPLICATION", this.application);
		String profile = this.caller.addProfile(this.instance, "Agents", "example.order-desk");
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.heldApplications(this.application)).isEmpty();
		assertThat(this.caller.granted(this.instance, profile)).containsExactly("example.order-desk");
	}

	@Test
	void goesDespiteGrantsOfOtherInstances() {
		String other = this.caller.createInstance().id();
		this.caller.addProfile(other, "Agents", "example.order-desk");
		String association = this.caller.associate(this.instance, "APPLICATION", this.application);
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.heldApplications(this.application)).isEmpty();
	}

	@Test
	void goesWhenItsApplicationWasForcedAway() {
		String association = this.caller.associate(this.instance, "APPLICATION", this.application);
		this.caller.integrations()
			.deleteApplication((request) -> request.arn(this.application)
				.overrideConfiguration((override) -> override.putRawQueryParameter("force", "true")));
		assertThat(this.caller.associations(this.instance)).hasSize(1);
		this.caller.dissociate(this.instance, association);
		assertThat(this.caller.associations(this.instance)).isEmpty();
	}

	@Test
	void isDeletedOnce() {
		String association = this.caller.associate(this.instance, "EVENT", this.events);
		this.caller.dissociate(this.instance, association);
		assertNotFound(() -> this.caller.dissociate(this.instance, association),
				"integration association " + association + " was not found");
	}

	@Test
	void belongsToItsInstance() {
		String other = this.caller.createInstance().id();
		String association = this.caller.associate(this.instance, "EVENT", this.events);
		assertNotFound(() -> this.caller.dissociate(other, association), "integration association");
		assertNotFound(() -> this.caller.dissociate("none", association), "instance none");
		assertNotFound(() -> this.caller.associate("none", "EVENT", this.events), "instance none");
		assertNotFound(() -> this.caller.associations("none"), "instance none");
		assertThat(this.caller.heldEvents(this.events)).hasSize(1);
	}

	@Test
	void isFoundByTypeAndArn() {
		String desk = this.caller.associate(this.instance, "APPLICATION", this.application);
		String orders = this.caller.associate(this.instance, "EVENT", this.events);
		assertThat(found("EVENT", null)).containsExactly(orders);
		assertThat(found(null, this.application)).containsExactly(desk);
		assertThat(found("EVENT", this.application)).isEmpty();
		assertThat(found(null, null)).containsExactly(desk, orders);
	}

	private List<String> found(String type, String arn) {
		return this.caller.sdk()
			.listIntegrationAssociations(
					(request) -> request.instanceId(this.instance).integrationType(type).integrationArn(arn))
			.integrationAssociationSummaryList()
			.stream()
			.map(IntegrationAssociationSummary::integrationAssociationId)
			.toList();
	}

}
