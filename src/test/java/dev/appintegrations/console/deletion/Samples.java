package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.deletion.plan.Target;
import dev.appintegrations.console.deletion.plan.TargetKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * Plans and deletions to show on pages: of the event integration {@code orders}, which a
 * Connect instance holds.
 */
public final class Samples {

	public static final AccountAlias ALIAS = new AccountAlias("demo");

	public static final String ACCOUNT_ID = "111122223333";

	public static final Region LONDON = new Region("eu-west-2");

	public static final String ORDERS = "arn:aws:app-integrations:eu-west-2:111122223333:event-integration/orders";

	public static final UUID ID = UUID.fromString("0d4a7c1e-0000-4000-8000-000000000001");

	private Samples() {
	}

	public static PlannedStep step(int number, StepKind kind, String subject) {
		return new PlannedStep(number, kind, (kind == StepKind.DELETE_ROLE) ? null : LONDON, ORDERS, subject,
				Map.of(Parameter.ITEM, ORDERS), List.of(), (number > 1) ? List.of(number - 1) : List.of(),
				"It is what was asked for.", "AWS may go on saying that it is in use for some minutes.", "as seen");
	}

	public static List<PlannedStep> steps() {
		return List.of(step(1, StepKind.DELETE_USE_CASE, "RULES_EVALUATION of my-centre"),
				step(2, StepKind.DELETE_CONNECT_ASSOCIATION, "my-centre"),
				step(3, StepKind.AWAIT_DISSOCIATION, "orders"), step(4, StepKind.DELETE_EVENT_INTEGRATION, "orders"));
	}

	public static DeletionPlan plan() {
		return plan(steps(),
				new DeletionPlan.Confirmation("This deletes the event integration.", "Delete", "orders", false));
	}

	public static DeletionPlan plan(List<PlannedStep> steps, DeletionPlan.@Nullable Confirmation confirmation) {
		List<Going> going = (confirmation == null) ? List.of()
				: List.of(new Going(TargetKind.EVENT_INTEGRATION, LONDON, ORDERS, "orders"));
		return new DeletionPlan(ALIAS, ACCOUNT_ID, PlanRequest.of(List.of(Target.parse(ORDERS, ACCOUNT_ID))), steps,
				going, List.of(), List.of(), List.of(), List.of("A warning to read."), confirmation,
				List.of(new DeletionPlan.Definition(ORDERS, "{\"Name\":\"orders\"}",
						"aws appintegrations create-event-integration --name orders")));
	}

	public static StoredPlan stored(DeletionPlan plan) {
		Instant now = Instant.now();
		return new StoredPlan(ID, plan, plan.fingerprint(), "operator", now, now.plus(Duration.ofMinutes(15)), null);
	}

	/** A step in a state that has come to an end, or waits, after two attempts. */
	public static DeletionStep in(PlannedStep planned, StepState state, @Nullable String detail,
			@Nullable Answer answer) {
		Instant now = Instant.now();
		boolean begun = state != StepState.PENDING;
		return new DeletionStep(planned, state, Phase.UNTOUCHED, begun ? 2 : 0, 0, 0,
				begun ? now.minusSeconds(70) : null, state.ended() ? now.minusSeconds(10) : null, null, null,
				(state == StepState.WAITING) ? now.plusSeconds(12) : null, detail, answer, null, List.of(), null, 1);
	}

	public static Deletion deletion(DeletionState state, DeletionStep... steps) {
		Instant now = Instant.now();
		List<PlannedStep> planned = Arrays.stream(steps).map(DeletionStep::planned).toList();
		return new Deletion(ID, ID, ALIAS, plan(planned, plan().confirmation()),
				"event integration orders in eu-west-2", state, "operator", now.minusSeconds(80),
				state.ended() ? now.minusSeconds(5) : null, null, null, null, List.of(steps), 7);
	}

	/** A deletion of the usual four steps in these states. */
	public static Deletion deletion(DeletionState state, StepState... states) {
		List<DeletionStep> steps = new ArrayList<>();
		IntStream.range(0, states.length)
			.forEach((at) -> steps.add(in(steps().get(at), states[at],
					(states[at] == StepState.PENDING) ? null : "What happened at step " + (at + 1) + ".", null)));
		return deletion(state, steps.toArray(DeletionStep[]::new));
	}

	public static DeletionStep with(DeletionStep step, DeletionStep.Usage... usages) {
		return new DeletionStep(step.planned(), step.state(), step.phase(), step.attempts(), step.repeats(),
				step.waits(), step.startedAt(), step.finishedAt(), step.askedAt(), step.waitingSince(),
				step.nextTryAt(), step.detail(), step.answer(), "task-1", List.of(usages), null, step.version());
	}

	public static RefusedException refused(RefusedException.Reason reason, String words, @Nullable UUID other) {
		return new RefusedException(reason, words, other);
	}

}
