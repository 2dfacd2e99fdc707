package dev.appintegrations.console.deletion.plan;

import java.util.List;
import java.util.Objects;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Blocked;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Kept;
import org.assertj.core.api.AbstractAssert;

/**
 * Says what a plan does, in the plan's own words. Things are told by their keys.
 */
final class PlanAssert extends AbstractAssert<PlanAssert, DeletionPlan> {

	private PlanAssert(DeletionPlan plan) {
		super(plan, PlanAssert.class);
	}

	static PlanAssert assertThat(DeletionPlan plan) {
		return new PlanAssert(plan);
	}

	/** A step of this kind is done to this thing. */
	Step does(StepKind kind, String key) {
		return new Step(step(kind, key));
	}

	/** The thing will be gone in the end, and a step of this kind sees to it. */
	Step deletes(StepKind kind, String key) {
		if (this.actual.going().stream().map(Going::arn).noneMatch(key::equals)) {
			failWithMessage("Expected %s to go, but only %s goes", key, this.actual.going());
		}
		return does(kind, key);
	}

	PlanAssert goesWithoutAStep(String key) {
		if (this.actual.going().stream().map(Going::arn).noneMatch(key::equals)) {
			failWithMessage("Expected %s to go, but only %s goes", key, this.actual.going());
		}
		return this;
	}

	PlanAssert doesOnly(StepKind... kinds) {
		List<StepKind> there = this.actual.steps().stream().map(PlannedStep::kind).toList();
		if (!there.equals(List.of(kinds))) {
			failWithMessage("Expected the steps %s, but they are %s", List.of(kinds), there);
		}
		return this;
	}

	PlanAssert doesNothing() {
		if (!this.actual.steps().isEmpty() || this.actual.confirmation() != null || !this.actual.going().isEmpty()) {
			failWithMessage("Expected nothing to be done, but there are %s", this.actual.steps());
		}
		return this;
	}

	Reason keeps(String key) {
		return new Reason(this.actual.kept()
			.stream()
			.filter((each) -> each.arn().equals(key))
			.map(Kept::reason)
			.findFirst()
			.orElseGet(() -> fail("%s to be kept", key, this.actual.kept())));
	}

	Reason blocks(String key) {
		return new Reason(this.actual.blocked()
			.stream()
			.filter((each) -> each.arn().equals(key))
			.map(Blocked::reason)
			.findFirst()
			.orElseGet(() -> fail("%s to be blocked", key, this.actual.blocked())));
	}

	PlanAssert offers(String association, String... holders) {
		List<String> keys = this.actual.blocked()
			.stream()
			.flatMap((each) -> each.choices().stream())
			.filter((choice) -> choice.association().equals(association))
			.map(DeletionPlan.Choice::key)
			.toList();
		if (!keys.equals(List.of(holders))) {
			failWithMessage("Expected the choices %s, but there are %s", List.of(holders), keys);
		}
		return this;
	}

	PlanAssert warns(String words) {
		if (this.actual.warnings().stream().noneMatch((each) -> each.contains(words))) {
			fail("a warning of “%s”", words, this.actual.warnings());
		}
		return this;
	}

	PlanAssert doesNotWarn(String words) {
		if (this.actual.warnings().stream().anyMatch((each) -> each.contains(words))) {
			fail("no warning of “%s”", words, this.actual.warnings());
		}
		return this;
	}

	/** What must be typed beside which button. */
	PlanAssert asksFor(String phrase, String button) {
		DeletionPlan.Confirmation confirmation = Objects.requireNonNull(this.actual.confirmation(),
				"Nothing is asked for");
		if (!phrase.equals(confirmation.phrase()) || !button.equals(confirmation.button())) {
			failWithMessage("Expected “%s” beside the button %s, but it is %s", phrase, button, confirmation);
		}
		return this;
	}

	PlanAssert looksLike(DeletionPlan other) {
		if (!this.actual.fingerprint().equals(other.fingerprint())) {
			failWithMessage("Expected one fingerprint of\n%s\nand\n%s", this.actual.steps(), other.steps());
		}
		return this;
	}

	PlanAssert doesNotLookLike(DeletionPlan other) {
		if (this.actual.fingerprint().equals(other.fingerprint())) {
			failWithMessage("Expected two fingerprints of\n%s\nand\n%s", this.actual.steps(), other.steps());
		}
		return this;
	}

	private PlannedStep step(StepKind kind, String key) {
		return this.actual.steps()
			.stream()
			.filter((each) -> each.kind() == kind && each.key().equals(key))
			.findFirst()
			.orElseGet(() -> fail("a step " + kind + " of %s", key, this.actual.steps()));
	}

	private <T> T fail(String wanted, String what, Object there) {
		failWithMessage("Expected " + wanted + ", but there is %s", what, there);
		throw new IllegalStateException();
	}

	/**
	 * A step of the plan.
	 */
	final class Step {

		private final PlannedStep step;

		private Step(PlannedStep step) {
			this.step = step;
		}

		/** The other waits for this one, however many are in between. */
		Step before(StepKind kind, String key) {
			PlannedStep other = step(kind, key);
			if (!waits(other)) {
				failWithMessage("Expected %s of %s before %s of %s", this.step.kind(), this.step.key(), kind, key);
			}
			return this;
		}

		private boolean waits(PlannedStep other) {
			return other.number() > this.step.number() && (other.after().contains(this.step.number()) || other.after()
				.stream()
				.anyMatch((number) -> waits(PlanAssert.this.actual.steps().get(number - 1))));
		}

		PlanAssert and() {
			return PlanAssert.this;
		}

	}

	/**
	 * Why something stays or is blocked.
	 */
	final class Reason {

		private final String reason;

		private Reason(String reason) {
			this.reason = reason;
		}

		PlanAssert because(String words) {
			if (!this.reason.contains(words)) {
				failWithMessage("Expected the reason “%s”, but it is “%s”", words, this.reason);
			}
			return PlanAssert.this;
		}

	}

}
