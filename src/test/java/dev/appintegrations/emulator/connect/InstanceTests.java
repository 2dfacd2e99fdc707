package dev.appintegrations.emulator.connect;

import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.model.AppIntegrationsException;
import software.amazon.awssdk.services.connect.model.CreateInstanceResponse;
import software.amazon.awssdk.services.connect.model.Instance;
import software.amazon.awssdk.services.connect.model.InstanceSummary;

import static dev.appintegrations.emulator.connect.ConnectCaller.assertNotFound;
import static dev.appintegrations.emulator.connect.ConnectCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstanceTests {

	private final ConnectCaller caller = ConnectCaller.fresh();

	private List<String> listed() {
		return this.caller.sdk()
			.listInstances((request) -> request.maxResults(10))
			.instanceSummaryList()
			.stream()
			.map(InstanceSummary::id)
			.toList();
	}

	private void delete(String instance) {
		this.caller.sdk().deleteInstance((request) -> request.instanceId(instance));
	}

	private CreateInstanceResponse create(String token, String alias) {
		return this.caller.sdk()
			.createInstance((request) -> request.clientToken(token)
				.identityManagementType("SAML")
				.instanceAlias(alias)
				.inboundCallsEnabled(true)
				.outboundCallsEnabled(true));
	}

	@Test
	void showsWhatItWasGiven() {
		CreateInstanceResponse created = this.caller.sdk()
			.createInstance((request) -> request.identityManagementType("SAML")
				.instanceAlias("Main-Site-2")
				.inboundCallsEnabled(true)
				.outboundCallsEnabled(false)
				.tags(Map.of("team", "contact-centre")));
		assertThat(created.arn())
			.isEqualTo("arn:aws:connect:eu-west-2:" + this.caller.account() + ":instance/" + created.id());
		Instance described = this.caller.sdk()
			.describeInstance((request) -> request.instanceId(created.id()))
			.instance();
		assertThat(described.id()).isEqualTo(created.id());
		assertThat(described.arn()).isEqualTo(created.arn());
		assertThat(described.identityManagementTypeAsString()).isEqualTo("SAML");
		assertThat(described.instanceAlias()).isEqualTo("Main-Site-2");
		assertThat(described.instanceStatusAsString()).isEqualTo("ACTIVE");
		assertThat(described.inboundCallsEnabled()).isTrue();
		assertThat(described.outboundCallsEnabled()).isFalse();
		assertThat(described.instanceAccessUrl()).isEqualTo("https://Main-Site-2.my.connect.aws");
		assertThat(described.serviceRole()).startsWith("arn:aws:iam::" + this.caller.account() + ":role/");
		assertThat(described.createdTime()).isNotNull();
		assertThat(described.tags()).isEqualTo(Map.of("team", "contact-centre"));
		assertThat(this.caller.sdk().listInstances((request) -> {
		}).instanceSummaryList()).singleElement().satisfies((summary) -> {
			assertThat(summary.id()).isEqualTo(created.id());
			assertThat(summary.arn()).isEqualTo(created.arn());
			assertThat(summary.instanceAlias()).isEqualTo("Main-Site-2");
			assertThat(summary.createdTime()).isEqualTo(described.createdTime());
		});
	}

	@Test
	void mayHaveADirectoryInsteadOfAnAlias() {
		CreateInstanceResponse created = this.caller.sdk()
			.createInstance((request) -> request.identityManagementType("EXISTING_DIRECTORY")
				.directoryId("d-0123456789")
				.inboundCallsEnabled(true)
				.outboundCallsEnabled(true));
		Instance described = this.caller.sdk()
			.describeInstance((request) -> request.instanceId(created.id()))
			.instance();
		assertThat(described.instanceAlias()).isNull();
		assertThat(described.instanceAccessUrl()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SAML", "CONNECT_MANAGED", "EXISTING_DIRECTORY" })
	void needsAnAliasOrADirectory(String type) {
		assertRefused(
				() -> this.caller.sdk()
					.createInstance((request) -> request.identityManagementType(type)
						.inboundCallsEnabled(true)
						.outboundCallsEnabled(true)),
				400, "InvalidRequestException", "is required when IdentityManagementType is " + type);
		assertThat(listed()).isEmpty();
	}

	@Test
	void refusesAnAliasThatIsTaken() {
		String first = this.caller.createInstance("main").id();
		assertRefused(() -> this.caller.createInstance("main"), 400, "InvalidRequestException", "main is already");
		delete(first);
		assertThat(listed()).doesNotContain(first);
		assertThat(listed()).isEmpty();
		this.caller.createInstance("main");
	}

	@Test
	void isCreatedOncePerClientToken() {
		CreateInstanceResponse first = create("token", "main");
		CreateInstanceResponse second = create("token", "main");
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(second.arn()).isEqualTo(first.arn());
		assertThat(listed()).hasSize(1);
		assertRefused(() -> create("token", "other"), 400, "InvalidRequestException", "client token");
	}

	@Test
	void belongsToItsAccountAndRegion() {
		String instance = this.caller.createInstance().id();
		for (ConnectCaller other : List.of(this.caller.in("us-east-1"), ConnectCaller.fresh())) {
			assertThat(other.sdk().listInstances((request) -> {
			}).instanceSummaryList()).isEmpty();
			assertNotFound(() -> other.sdk().describeInstance((request) -> request.instanceId(instance)), "instance");
			assertNotFound(() -> other.sdk().deleteInstance((request) -> request.instanceId(instance)), "instance");
		}
		assertThat(listed()).containsExactly(instance);
	}

	@Test
	void isDeletedOnce() {
		String instance = this.caller.createInstance().id();
		String other = this.caller.createInstance().id();
		delete(instance);
		assertThat(listed()).containsExactly(other);
		assertNotFound(() -> delete(instance), "instance " + instance + " was not found");
		assertNotFound(() -> this.caller.sdk().describeInstance((request) -> request.instanceId(instance)), "instance");
		assertNotFound(() -> this.caller.associations(instance), "instance");
	}

	@Test
	void leavesOrphansInAppIntegrations() {
		String instance = this.caller.createInstance().id();
		String events = this.caller.eventIntegration();
		String desk = this.caller.application("example.order-desk");
		String association = this.caller.associate(instance, "EVENT", events);
		this.caller.addUseCase(instance, association, "RULES_EVALUATION");
		this.caller.associate(instance, "APPLICATION", desk);
		delete(instance);
		assertThat(this.caller.heldEvents(events)).hasSize(1);
		assertThat(this.caller.heldApplications(desk)).hasSize(1);
		assertNotFound(() -> this.caller.dissociate(instance, association), "instance");
		assertThatExceptionOfType(AppIntegrationsException.class)
			.isThrownBy(() -> this.caller.integrations().deleteApplication((request) -> request.arn(desk)));
	}

	@Test
	void isShownLaterThanCreatedAndLongerThanDeletedByTheLag() {
		this.caller.lag("readAfterWriteMs", 5000);
		String instance = this.caller.createInstance().id();
		assertThat(listed()).isEmpty();
		this.caller.advance(6000);
		assertThat(listed()).containsExactly(instance);
		delete(instance);
		assertThat(listed()).containsExactly(instance);
		assertNotFound(() -> delete(instance), "instance");
		this.caller.advance(6000);
		assertThat(listed()).isEmpty();
	}

	@Test
	void isForgottenWithItsAccountOnly() {
		ConnectCaller other = ConnectCaller.fresh();
		other.createInstance();
		this.caller.createInstance();
		EmulatorServer.reset(this.caller.account(), "empty");
		assertThat(listed()).isEmpty();
		assertThat(other.sdk().listInstances((request) -> {
		}).instanceSummaryList()).hasSize(1);
	}

}
