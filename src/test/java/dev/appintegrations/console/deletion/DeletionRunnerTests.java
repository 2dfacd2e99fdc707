package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.deletion.DeletionHarness.Runs;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DeletionTest
class DeletionRunnerTests {

	private static final String REGION = "eu-west-2";

	@Autowired
	private Runs runs;

	private final AppIntegrationsClient aws = EmulatorServer.client(Runs.AWS, REGION);

	@BeforeEach
	void startEmpty() {
		EmulatorServer.reset(Runs.AWS, "empty");
	}

	@Test
	void deletesAnEventIntegrationThatNobodyHolds() {
		Deletion deletion = this.runs.run(events("orders/created"));
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(deletion.steps()).extracting(DeletionStep::state).containsExactly(StepState.DONE);
		assertThat(this.aws.listEventIntegrations((request) -> {
		}).eventIntegrations()).isEmpty();
		assertThat(Runs.changes()).containsExactly("DeleteEventIntegration");
	}

	@Test
	void callsWhatIsGoneBeforeItsTurnAlreadyGone() {
		StoredPlan plan = this.runs.plan(events("orders"));
		Deletion confirmed = this.runs.confirm(plan);
		this.aws.deleteEventIntegration((request) -> request.name("orders"));
		EmulatorServer.forgetCalls(Runs.AWS);
		assertThat(this.runs.finish(confirmed.id()).state()).isEqualTo(DeletionState.ALREADY_GONE);
		assertThat(Runs.changes()).isEmpty();
	}

	@Test
	void blocksWhatHasChangedSinceItWasConfirmed() {
		Deletion confirmed = this.runs.confirm(this.runs.plan(events("orders")));
		this.aws.updateEventIntegration((request) -> request.name("orders").description("Other words"));
		EmulatorServer.forgetCalls(Runs.AWS);
		Deletion ended = this.runs.finish(confirmed.id());
		assertThat(ended.state()).isEqualTo(DeletionState.BLOCKED);
		assertThat(ended.step(1).detail()).contains("no longer what was confirmed");
		assertThat(Runs.changes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ThrottlingException", "InternalServiceError", "InvalidRequestException" })
	void triesAgainWhatMayPass(String code) {
		String arn = data("handbook");
		EmulatorServer.faults(Runs.AWS, List.of(Map.of("operation", "DeleteDataIntegration", "times", 3, "status",
				code.startsWith("Thr") ? 429 : code.startsWith("Int") ? 500 : 400, "code", code, "message", "No.")));
		Deletion deletion = this.runs.run(arn);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(deletion.step(1).attempts()).isEqualTo(4);
	}

	@Test
	void givesUpAfterTheTimeAllowedWithAwssWords() {
		String arn = data("handbook");
		EmulatorServer.faults(Runs.AWS, List.of(Map.of("operation", "DeleteDataIntegration", "times", 10000, "status",
				400, "code", "InvalidRequestException", "message", "Not today.")));
		Deletion deletion = this.runs.run(arn);
		assertThat(deletion.state()).isEqualTo(DeletionState.FAILED);
		assertThat(deletion.step(1).detail()).contains("Not today.");
		assertThat(Duration.between(deletion.confirmedAt(), deletion.finishedAt())).isBetween(Duration.ofMinutes(15),
				Duration.ofMinutes(16));
	}

	@Test
	void stopsWhereAwsDeniesAndSaysWhatToAllow() {
		String arn = data("handbook");
		EmulatorServer.faults(Runs.AWS, List.of(Map.of("operation", "DeleteDataIntegration", "times", 1, "status", 403,
				"code", "AccessDeniedException", "message",
				"User: arn:aws:iam::1:user/a is not authorized to perform: app-integrations:DeleteDataIntegration on resource: x because no identity-based policy allows the app-integrations:DeleteDataIntegration action")));
		Deletion deletion = this.runs.run(arn);
		assertThat(deletion.state()).isEqualTo(DeletionState.FAILED);
		assertThat(deletion.step(1).detail()).contains("Allow app-integrations:DeleteDataIntegration");
	}

	@Test
	void resolvesALostAnswerByReading() {
		String arn = data("handbook");
		EmulatorServer.faults(Runs.AWS,
				List.of(Map.of("operation", "DeleteDataIntegration", "times", 1, "action", "DROP_AFTER_APPLY")));
		Deletion deletion = this.runs.run(arn);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(Runs.changes()).containsExactly("DeleteDataIntegration");
	}

	@Test
	void asksOnceMoreWhenALostCallWasNotApplied() {
		String arn = data("handbook");
		EmulatorServer.faults(Runs.AWS,
				List.of(Map.of("operation", "DeleteDataIntegration", "times", 1, "action", "RESET")));
		Deletion deletion = this.runs.run(arn);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(deletion.step(1).attempts()).isEqualTo(2);
	}

	@Test
	void neverAsksTwiceForAnEventIntegrationWithoutAnAnswer() {
		String arn = events("orders");
		EmulatorServer.faults(Runs.AWS,
				List.of(Map.of("operation", "DeleteEventIntegration", "times", 1, "action", "RESET")));
		Deletion deletion = this.runs.run(arn);
		assertThat(deletion.state()).isEqualTo(DeletionState.UNKNOWN);
		assertThat(deletion.step(1).attempts()).isEqualTo(1);
		assertThat(deletion.step(1).detail()).contains("still or again");
	}

	@Test
	void deletesTheRole() {
		EmulatorServer.iam(Runs.AWS)
			.createServiceLinkedRole((request) -> request.awsServiceName("app-integrations.amazonaws.com"));
		Deletion deletion = this.runs.run(role());
		assertThat(deletion.steps()).extracting(DeletionStep::state).containsExactly(StepState.DONE);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
	}

	private static String role() {
		return "arn:aws:iam::" + Runs.AWS
				+ ":role/aws-service-role/app-integrations.amazonaws.com/AWSServiceRoleForAppIntegrations";
	}

	private String events(String name) {
		return this.aws
			.createEventIntegration((request) -> request.name(name)
				.description("Words")
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/orders")))
			.eventIntegrationArn();
	}

	private String data(String name) {
		return this.aws
			.createDataIntegration((request) -> request.name(name)
				.kmsKey("arn:aws:kms:eu-west-2:" + Runs.AWS + ":key/1")
				.sourceURI("s3://bucket-of-handbooks"))
			.arn();
	}

}
