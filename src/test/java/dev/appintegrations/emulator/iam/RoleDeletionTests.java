package dev.appintegrations.emulator.iam;

import java.util.List;

import dev.appintegrations.emulator.RoleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.RoleUsageType;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

@RoleTest
class RoleDeletionTests {

	private final IamCaller caller = IamCaller.withRole();

	@Test
	void isOneTaskWhileItRuns() {
		this.caller.lag("roleDeletionMs", 60_000);
		String task = this.caller.delete();
		this.caller.advance(30_000);
		assertThat(this.caller.delete()).isEqualTo(task);
		this.caller.advance(30_000);
		assertRefused(this.caller::delete, 404, "NoSuchEntity", NAME);
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
		assertThat(this.caller.status(task).reason()).isNull();
	}

	@Test
	void isAnotherTaskAfterAFailure() {
		this.caller.createEventIntegration("orders");
		String task = this.caller.delete();
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.FAILED);
		assertThat(this.caller.delete()).isNotEqualTo(task);
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.FAILED);
	}

	@Test
	void namesWhatUsesTheRoleByRegion() {
		IamCaller sandbox = IamCaller.withScenario("sandbox");
		GetServiceLinkedRoleDeletionStatusResponse status = sandbox.status(sandbox.delete());
		assertThat(status.reason().reason()).isNotBlank();
		assertThat(status.reason().roleUsageList()).extracting(RoleUsageType::region)
			.containsExactly("eu-west-2", "us-east-1");
		assertThat(status.reason().roleUsageList()).allSatisfy((usage) -> assertThat(usage.resources()).allMatch(
				(arn) -> arn.startsWith("arn:aws:app-integrations:" + usage.region() + ":" + sandbox.account() + ":")));
		assertThat(status.reason().roleUsageList().getLast().resources())
			.anyMatch((arn) -> arn.contains(":event-integration-association/"))
			.anyMatch((arn) -> arn.contains(":data-integration-association/"))
			.noneMatch((arn) -> arn.contains(":application"));
		sandbox.assertRole(true);
	}

	@Test
	void seesWhatHappensWhileItRuns() {
		this.caller.lag("roleDeletionMs", 60_000);
		String task = this.caller.delete();
		this.caller.createEventIntegration("orders");
		this.caller.advance(60_000);
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.FAILED);
		this.caller.assertRole(true);
	}

	@Test
	void succeedsOnceNothingIsLeft() {
		this.caller.createEventIntegration("orders");
		this.caller.integrations("eu-west-2").deleteEventIntegration((request) -> request.name("orders"));
		this.caller.delete();
		this.caller.assertRole(false);
	}

	@Test
	void isSeenByItsAccountOnly() {
		String task = this.caller.delete();
		assertRefused(() -> IamCaller.fresh().status(task), 404, "NoSuchEntity", task);
	}

	@Test
	void isSeenLate() {
		this.caller.lag("readAfterWriteMs", 60_000);
		this.caller.delete();
		this.caller.assertRole(true);
		assertRefused(this.caller::delete, 404, "NoSuchEntity", NAME);
		this.caller.advance(60_000);
		this.caller.assertRole(false);
	}

	@ParameterizedTest
	@CsvSource({ "false, SUCCEEDED", "true, FAILED" })
	void isBlockedByApplicationsWhereSwitched(boolean block, DeletionTaskStatusType status) {
		this.caller.behave("applicationsBlockRole", block);
		this.caller.createApplication("desk");
		assertThat(this.caller.status(this.caller.delete()).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "true, FAILED", "false, SUCCEEDED" })
	void isBlockedByBulkExportsWhereSwitched(boolean block, DeletionTaskStatusType status) {
		this.caller.behave("exportsBlockRole", block);
		String id = this.caller.createDataIntegration("export", "AmazonConnect://AppIntegrations");
		this.caller.integrations("eu-west-2")
			.createDataIntegrationAssociation((request) -> request.dataIntegrationIdentifier(id)
				.destinationURI("s3://bucket")
				.executionConfiguration((execution) -> execution.executionMode("ON_DEMAND")
					.onDemandConfiguration((demand) -> demand.startTime("1761955200000").endTime("1764547200000"))));
		assertThat(this.caller.status(this.caller.delete()).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "true, eu-north-1", "false, eu-west-2" })
	void namesAnotherRegionThanTheArnsWhereSwitched(boolean other, String region) {
		this.caller.behave("usageNamesOtherRegion", other);
		this.caller.createEventIntegration("orders");
		RoleUsageType usage = usage().getFirst();
		assertThat(usage.region()).isEqualTo(region);
		assertThat(usage.resources()).containsExactly(
				"arn:aws:app-integrations:eu-west-2:" + this.caller.account() + ":event-integration/orders");
	}

	@ParameterizedTest
	@CsvSource({ "true, orders/created", "false, arn:aws:app-integrations:eu-west-2" })
	void namesBareIdsWhereSwitched(boolean bare, String start) {
		this.caller.behave("usageNamesBareIds", bare);
		this.caller.createEventIntegration("orders/created");
		assertThat(usage().getFirst().resources()).singleElement().asString().startsWith(start);
	}

	@ParameterizedTest
	@CsvSource({ "true, 0", "false, 1" })
	void namesNothingWhereSwitched(boolean empty, int regions) {
		this.caller.behave("usageIsEmpty", empty);
		this.caller.createEventIntegration("orders");
		assertThat(usage()).hasSize(regions);
	}

	private List<RoleUsageType> usage() {
		GetServiceLinkedRoleDeletionStatusResponse status = this.caller.status(this.caller.delete());
		assertThat(status.status()).isEqualTo(DeletionTaskStatusType.FAILED);
		assertThat(status.reason().reason()).isNotBlank();
		return status.reason().roleUsageList();
	}

	@Test
	void isForgottenSoonAfterSuccessWhereSwitched() {
		this.caller.behave("taskRecordsVanish", true);
		String task = this.caller.delete();
		assertRefused(() -> this.caller.status(task), 404, "NoSuchEntity", task);
	}

	@Test
	void isRememberedAfterFailureEvenWhereRecordsVanish() {
		this.caller.behave("taskRecordsVanish", true);
		this.caller.createEventIntegration("orders");
		assertThat(this.caller.status(this.caller.delete()).status()).isEqualTo(DeletionTaskStatusType.FAILED);
	}

	@Test
	void isRememberedForADayOtherwise() {
		String task = this.caller.delete();
		this.caller.advance(86_000_000);
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
		this.caller.advance(401_000);
		assertRefused(() -> this.caller.status(task), 404, "NoSuchEntity", task);
	}

	@Test
	void refusesTaskIdsThatAreNone() {
		assertRefused(() -> this.caller.status("nonsense"), 400, "InvalidInput", "nonsense");
		assertRefused(() -> this.caller.status("task/x/y"), 404, "NoSuchEntity", "task/x/y");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void comesWithTheLastDataIntegrationsWhereSwitched(boolean goes) {
		this.caller.behave("lastDataIntegrationDeletesRole", goes);
		this.caller.createDataIntegration("one", "s3://bucket");
		this.caller.createDataIntegration("two", "s3://bucket");
		this.caller.createEventIntegration("orders");
		var client = this.caller.integrations("eu-west-2");
		client.deleteDataIntegration((request) -> request.dataIntegrationIdentifier("one"));
		this.caller.assertRole(true);
		client.deleteDataIntegration((request) -> request.dataIntegrationIdentifier("two"));
		this.caller.assertRole(!goes);
	}

	@Test
	void doesNotComeWithTheLastEventIntegration() {
		this.caller.behave("lastDataIntegrationDeletesRole", true);
		this.caller.createEventIntegration("orders");
		this.caller.integrations("eu-west-2").deleteEventIntegration((request) -> request.name("orders"));
		this.caller.assertRole(true);
	}

}
