package dev.appintegrations.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.appintegrations.crash.Turnstile.Passage;
import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.process.DatabaseServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the database away from a real console in the middle of a deletion, for longer
 * than its connection pool waits.
 */
class DatabaseGoneIT {

	/** Each takes as long as the pool waits for a connection. */
	private static final int REFUSALS = 3;

	@TempDir
	private Path folder;

	/** Calls of the run: STS, ListUseCases, DeleteUseCase. */
	@ParameterizedTest
	@CsvSource({ "2, true", "3, false", "3, true" })
	void waitsForTheDatabaseAndLosesNothing(int call, boolean applied) throws Exception {
		String account = EmulatorServer.freshAccount();
		EmulatorServer.reset(account, "sandbox");
		String association = EmulatorServer.client(account, "us-east-1")
			.listEventIntegrationAssociations((request) -> request.eventIntegrationName("orders-created"))
			.eventIntegrationAssociations()
			.getFirst()
			.eventIntegrationAssociationArn();
		try (DatabaseServer database = new DatabaseServer(this.folder)) {
			database.start();
			try (Turnstile aws = new Turnstile(EmulatorServer.endpoint());
					Desk desk = Desk.start("database-gone.log", database.url(), aws.address(), List.of(account),
							"--console.aws.call-timeout=2m", "--console.deletion.lag=1s")) {
				JsonNode plan = desk.plan(account, association);
				Passage passage = aws.watch(account, Set.of("sts", "connect", "app-integrations"), call, applied);
				JsonNode deletion = desk.confirm(plan);
				passage.awaitHeld();
				JsonNode before = desk.get(deletion.path("href").asString()).path("steps").path(0);
				database.kill();
				passage.release();
				for (int i = 0; i < REFUSALS; i++) {
					assertThat(desk.send(desk.request(deletion.path("href").asString()).build()).statusCode())
						.isEqualTo(503);
				}
				database.start();
				desk.awaitReady();
				JsonNode ended = desk.ended(deletion);
				assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DELETED");
				assertThat(ended.path("steps").path(0).path("startedAt")).isEqualTo(before.path("startedAt"));
			}
		}
		assertThat(EmulatorServer.calls(account)).extracting((each) -> String.valueOf(each.get("operation")))
			.filteredOn((operation) -> operation.startsWith("Delete"))
			.containsExactly("DeleteUseCase", "DeleteIntegrationAssociation");
	}

}
