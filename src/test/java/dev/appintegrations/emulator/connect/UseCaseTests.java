package dev.appintegrations.emulator.connect;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.CreateUseCaseResponse;
import software.amazon.awssdk.services.connect.model.UseCase;

import static dev.appintegrations.emulator.connect.ConnectCaller.assertNotFound;
import static dev.appintegrations.emulator.connect.ConnectCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class UseCaseTests {

	private final ConnectCaller caller = ConnectCaller.fresh();

	private final String instance = this.caller.createInstance().id();

	private final String association = this.caller.associate(this.instance, "EVENT", this.caller.eventIntegration());

	@Test
	void showsWhatItWasGiven() {
		CreateUseCaseResponse created = this.caller.sdk()
			.createUseCase((request) -> request.instanceId(this.instance)
				.integrationAssociationId(this.association)
				.useCaseType("RULES_EVALUATION"));
		assertThat(created.useCaseArn()).isEqualTo("arn:aws:connect:eu-west-2:" + this.caller.account() + ":instance/"
				+ this.instance + "/use-case/" + created.useCaseId());
		assertThat(this.caller.useCases(this.instance, this.association)).containsExactly(UseCase.builder()
			.useCaseId(created.useCaseId())
			.useCaseArn(created.useCaseArn())
			.useCaseType("RULES_EVALUATION")
			.build());
	}

	@Test
	void isThereOncePerType() {
		String rules = this.caller.addUseCase(this.instance, this.association, "RULES_EVALUATION");
		this.caller.addUseCase(this.instance, this.association, "CONNECT_CAMPAIGNS");
		assertRefused(() -> this.caller.addUseCase(this.instance, this.association, "RULES_EVALUATION"), 409,
				"DuplicateResourceException", "RULES_EVALUATION");
		assertThat(this.caller.useCases(this.instance, this.association)).hasSize(2);
		this.caller.deleteUseCase(this.instance, this.association, rules);
		this.caller.addUseCase(this.instance, this.association, "RULES_EVALUATION");
		assertThat(this.caller.useCases(this.instance, this.association)).extracting(UseCase::useCaseTypeAsString)
			.containsExactly("CONNECT_CAMPAIGNS", "RULES_EVALUATION");
	}

	@Test
	void isDeletedOnce() {
		String rules = this.caller.addUseCase(this.instance, this.association, "RULES_EVALUATION");
		this.caller.deleteUseCase(this.instance, this.association, rules);
		assertThat(this.caller.useCases(this.instance, this.association)).isEmpty();
		assertNotFound(() -> this.caller.deleteUseCase(this.instance, this.association, rules),
				"use case " + rules + " was not found");
	}

	@Test
	void belongsToItsAssociation() {
		String rules = this.caller.addUseCase(this.instance, this.association, "RULES_EVALUATION");
		String other = this.caller.associate(this.instance, "EVENT", this.caller.eventIntegration());
		assertThat(this.caller.useCases(this.instance, other)).isEmpty();
		assertNotFound(() -> this.caller.deleteUseCase(this.instance, other, rules), "use case");
		assertNotFound(() -> this.caller.useCases(this.instance, "none"), "integration association none");
		assertNotFound(() -> this.caller.addUseCase(this.instance, "none", "RULES_EVALUATION"),
				"integration association none");
		assertNotFound(() -> this.caller.addUseCase("none", this.association, "RULES_EVALUATION"), "instance none");
		assertNotFound(() -> this.caller.useCases("none", this.association), "instance none");
		assertThat(this.caller.useCases(this.instance, this.association)).hasSize(1);
	}

	@Test
	void isShownLongerThanDeletedByTheLag() {
		String rules = this.caller.addUseCase(this.instance, this.association, "RULES_EVALUATION");
		this.caller.lag("readAfterWriteMs", 5000);
		this.caller.deleteUseCase(this.instance, this.association, rules);
		assertThat(this.caller.useCases(this.instance, this.association)).hasSize(1);
		this.caller.dissociate(this.instance, this.association);
		this.caller.advance(6000);
		assertThat(this.caller.associations(this.instance)).isEmpty();
	}

}
