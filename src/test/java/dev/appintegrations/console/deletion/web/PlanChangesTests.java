package dev.appintegrations.console.deletion.web;

import java.util.List;

import dev.appintegrations.console.deletion.Samples;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Blocked;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Kept;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Unproven;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.TargetKind;
import dev.appintegrations.console.kernel.Region;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanChangesTests {

	@Test
	void findsNothingBetweenPlansOfTheSameWorld() {
		PlanChanges changes = PlanChanges.between(Samples.plan(), Samples.plan());
		assertThat(changes.sentences()).isEmpty();
		assertThat(changes.definitions()).isEmpty();
	}

	@Test
	void saysWhichStepsCameWentOrChanged() {
		List<PlannedStep> steps = Samples.steps();
		PlannedStep last = steps.getLast();
		PlannedStep changed = new PlannedStep(1, last.kind(), last.region(), last.key(), last.subject(),
				last.parameters(), last.children(), List.of(), last.reason(), null, "seen otherwise");
		assertThat(PlanChanges.between(with(steps.subList(1, 4)), with(List.of(steps.get(0), steps.get(2), changed)))
			.sentences()).containsExactlyInAnyOrder("New: Delete use case RULES_EVALUATION of my-centre in eu-west-2.",
					"Not as it was: Delete event integration orders in eu-west-2.",
					"No longer there: Remove the association from Amazon Connect instance my-centre in eu-west-2.");
	}

	@Test
	void takesANewOrderForNoChange() {
		PlannedStep step = Samples.steps().getFirst();
		PlannedStep later = new PlannedStep(9, step.kind(), step.region(), step.key(), step.subject(),
				step.parameters(), step.children(), List.of(7, 8), step.reason(), step.waitsFor(), step.expected());
		assertThat(PlanChanges.between(with(List.of(step)), with(List.of(later))).sentences()).isEmpty();
	}

	@Test
	void saysWhatStaysIsBlockedOrCanNotBeReadNow() {
		DeletionPlan plan = Samples.plan();
		DeletionPlan other = new DeletionPlan(plan.account(), plan.accountId(), plan.request(), plan.steps(),
				plan.going(),
				List.of(new Kept(TargetKind.EVENT_INTEGRATION, Samples.LONDON, "arn:1", "one", "It is tagged.")),
				List.of(new Blocked(TargetKind.EVENT_INTEGRATION, Samples.LONDON, "arn:2", "two", "Held.", List.of())),
				List.of(new Unproven(new Region("ap-southeast-1"), "Denied.")), plan.warnings(), plan.confirmation(),
				plan.definitions());
		assertThat(PlanChanges.between(plan, other).sentences()).containsExactly("Stays now: one. It is tagged.",
				"Can't be deleted any more: two. Held.", "ap-southeast-1 can't be read any more: Denied.");
		assertThat(PlanChanges.between(other, plan).sentences()).containsExactly("Does not stay any more: one.",
				"Nothing blocks it any more: two.", "ap-southeast-1 can be read now.");
	}

	@Test
	void showsHowDefinitionsDiffer() {
		DeletionPlan plan = Samples.plan();
		DeletionPlan other = new DeletionPlan(plan.account(), plan.accountId(), plan.request(), plan.steps(),
				plan.going(), plan.kept(), plan.blocked(), plan.unproven(), plan.warnings(), plan.confirmation(),
				List.of(new Definition(Samples.ORDERS, "{\"Name\":\"orders\",\n\"Description\":\"new\"}", "aws")));
		assertThat(PlanChanges.between(plan, other).definitions()).singleElement()
			.satisfies((difference) -> assertThat(difference.lines()).contains("-{\"Name\":\"orders\"}",
					"+\"Description\":\"new\"}"));
	}

	private static DeletionPlan with(List<PlannedStep> steps) {
		return Samples.plan(steps, Samples.plan().confirmation());
	}

}
