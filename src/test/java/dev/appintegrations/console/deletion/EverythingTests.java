package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.deletion.DeletionHarness.Runs;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DeletionTest
class EverythingTests {

	@Autowired
	private Runs runs;

	@Autowired
	private Deletions deletions;

	@Test
	void emptiesTheSandboxAndDeletesItsRole() {
		EmulatorServer.reset(Runs.AWS, "sandbox");
		EmulatorServer.set(Runs.AWS, "lags",
				Map.of("associationMs", 40_000, "knowledgeBaseMs", 60_000, "inUseMs", 20_000, "roleDeletionMs", 9_000));
		StoredPlan stored = this.runs.plan(PlanRequest.ofEverything());
		DeletionPlan plan = stored.plan();
		assertThat(plan.blocked()).isEmpty();
		assertThat(plan.kept()).isEmpty();
		assertThat(plan.unproven()).isEmpty();
		assertThat(Objects.requireNonNull(plan.confirmation()).phrase()).isEqualTo("delete 7 items in " + Runs.AWS);
		assertThat(plan.steps()).extracting("kind")
			.contains(StepKind.REVOKE_GRANT, StepKind.DELETE_USE_CASE, StepKind.DELETE_CONNECT_ASSOCIATION,
					StepKind.DELETE_PROFILES_INTEGRATION, StepKind.DELETE_ASSISTANT_ASSOCIATION,
					StepKind.DELETE_KNOWLEDGE_BASE);
		assertThat(plan.steps().getLast().kind()).isEqualTo(StepKind.DELETE_ROLE);
		Deletion begun = this.runs.confirm(stored);
		assertThat(this.deletions.summaries(begun.account(), 0, 1000)).contains(summary(begun, 0));
		Deletion deletion = this.runs.finish(begun.id());
		assertThat(deletion.steps()).as(() -> describe(deletion)).allMatch((step) -> step.state() == StepState.DONE);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(Duration.between(deletion.confirmedAt(), deletion.finishedAt())).isLessThan(Duration.ofMinutes(6));
		assertThat(this.deletions.summaries(deletion.account(), 0, 1000))
			.contains(summary(deletion, deletion.steps().size()));
	}

	private static DeletionSummary summary(Deletion deletion, int ended) {
		return new DeletionSummary(deletion.id(), deletion.account(), deletion.title(), deletion.state(),
				deletion.confirmedBy(), deletion.confirmedAt(), deletion.finishedAt(), deletion.steps().size(), ended);
	}

	private static String describe(Deletion deletion) {
		StringBuilder text = new StringBuilder();
		deletion.steps()
			.forEach((step) -> text.append(step.planned().number())
				.append(' ')
				.append(step.planned().kind())
				.append(' ')
				.append(step.planned().subject())
				.append(": ")
				.append(step.state())
				.append(' ')
				.append(step.detail())
				.append('\n'));
		return text.toString();
	}

}
