package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.deletion.DeletionHarness.Runs;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deletions whose credentials expire while they run.
 */
@DeletionTest
class PausedDeletionsTests {

	@Autowired
	private Runs runs;

	@Autowired
	private Deletions deletions;

	@BeforeEach
	void startWithTheSandbox() {
		EmulatorServer.reset(Runs.AWS, "sandbox");
	}

	@ParameterizedTest
	@CsvSource({ "sts, GetCallerIdentity, 0", "connect, ListUseCases, 0", "connect, DeleteUseCase, 0",
			"connect, ListIntegrationAssociations, 1", "connect, DeleteIntegrationAssociation, 1",
			"app-integrations, ListEventIntegrationAssociations, 2" })
	void pausesAndGoesOnByItselfWhenTheCredentialsAreValidAgain(String service, String operation, int doneBefore) {
		Deletion confirmed = confirmed();
		expire(service, operation);
		Instant later = advancedUntilPaused(confirmed);
		Deletion paused = this.runs.find(confirmed.id());
		assertThat(paused.pausedBecause()).contains("expired");
		assertThat(paused.steps()).filteredOn((step) -> step.state() == StepState.DONE).hasSize(doneBefore);
		assertThat(paused.steps()).noneMatch((step) -> step.state() == StepState.FAILED);
		assertThat(later).isAfter(paused.confirmedAt());
		EmulatorServer.faults(Runs.AWS, List.of());
		assertThat(this.runs.finish(confirmed.id()).state()).isEqualTo(DeletionState.DELETED);
		assertThat(EmulatorServer.calls(Runs.AWS)).filteredOn((call) -> Integer.valueOf(200).equals(call.get("status")))
			.extracting("operation")
			.containsOnlyOnce("DeleteUseCase", "DeleteIntegrationAssociation");
	}

	@Test
	void staysPausedAsLongAsTheCredentialsAreExpiredHoweverLongThatIs() {
		Deletion confirmed = confirmed();
		expire("connect", "DeleteUseCase");
		for (int i = 0; i < 200; i++) {
			Instant next = this.runs.advance(confirmed.id()).orElseThrow();
			assertThat(this.runs.find(confirmed.id()).state()).isIn(DeletionState.PAUSED, DeletionState.WAITING);
			this.runs.forwardTo(next);
		}
		EmulatorServer.faults(Runs.AWS, List.of());
		assertThat(this.runs.finish(confirmed.id()).state()).isEqualTo(DeletionState.DELETED);
	}

	@Test
	void goesOnAtOnceWhenSomebodyRetries() {
		Deletion confirmed = confirmed();
		expire("connect", "DeleteUseCase");
		advancedUntilPaused(confirmed);
		EmulatorServer.faults(Runs.AWS, List.of());
		this.deletions.retry(this.runs.account(), "operator", confirmed.id());
		assertThat(this.runs.finish(confirmed.id()).state()).isEqualTo(DeletionState.DELETED);
	}

	@Test
	void canBeCancelledWhileItIsPaused() {
		Deletion confirmed = confirmed();
		expire("connect", "ListUseCases");
		advancedUntilPaused(confirmed);
		this.deletions.cancel(this.runs.account(), "operator", confirmed.id());
		assertThat(this.runs.finish(confirmed.id()).state()).isEqualTo(DeletionState.CANCELLED);
		assertThat(Runs.changes()).isEmpty();
	}

	private Deletion confirmed() {
		String association = EmulatorServer.client(Runs.AWS, "us-east-1")
			.listEventIntegrationAssociations((request) -> request.eventIntegrationName("orders-created"))
			.eventIntegrationAssociations()
			.getFirst()
			.eventIntegrationAssociationArn();
		return this.runs.confirm(this.runs.plan(association));
	}

	private static void expire(String service, String operation) {
		EmulatorServer.faults(Runs.AWS,
				List.of(Map.of("service", service, "operation", operation, "status", "sts".equals(service) ? 403 : 400,
						"code", "ExpiredTokenException", "message",
						"The security token included in the request is expired")));
	}

	private Instant advancedUntilPaused(Deletion deletion) {
		for (int i = 0; i < 20; i++) {
			Instant next = this.runs.advance(deletion.id()).orElseThrow();
			if (this.runs.find(deletion.id()).state() == DeletionState.PAUSED) {
				return next;
			}
			this.runs.forwardTo(next);
		}
		throw new IllegalStateException("It does not pause: " + this.runs.find(deletion.id()));
	}

}
