package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.appintegrations.console.deletion.AuditReader.Entry;
import dev.appintegrations.console.deletion.Witness.Act;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule leaves behind, and what must be true of it.
 *
 * @param schedule the schedule
 * @param deletion the deletion at its end
 * @param confirmed what there was when it was confirmed
 * @param expected the same, with what others have changed since
 * @param after what there is at the end
 * @param acts the calls that changed something, or were about to
 * @param calls how often AWS saw each operation
 * @param audit what the audit trail says of calls
 * @param cancelledAt when the operator cancelled, or {@code null}
 * @param met what went wrong
 * @param changes what others changed
 * @param story what happened, for people
 * @param failures what the runner threw that it should not
 */
record Evidence(Schedule schedule, Deletion deletion, Map<String, String> confirmed, Map<String, String> expected,
		Map<String, String> after, List<Act> acts, Map<String, Integer> calls, List<Entry> audit,
		@Nullable Instant cancelledAt, Set<Trouble> met, Set<WorldChange> changes, List<String> story,
		List<String> failures) {

	/**
	 * What is wrong.
	 * @return empty if all is well
	 */
	List<String> violations() {
		List<String> violations = new ArrayList<>(this.failures);
		onlyWhatWasConfirmed(violations);
		nothingTwice(violations);
		noStepLost(violations);
		for (DeletionStep step : this.deletion.steps()) {
			truthful(step, violations);
			audited(step, violations);
		}
		return violations;
	}

	/** Whatever is gone, and nobody else removed, was in the plan, and was as it was. */
	private void onlyWhatWasConfirmed(List<String> violations) {
		Map<String, String> gone = gone();
		gone.forEach((key, content) -> {
			if (!planned().contains(key)) {
				violations.add("Deleted though not in the plan: " + key);
			}
			else if (!content.equals(this.confirmed.get(key))) {
				violations.add("Deleted though it was not what was confirmed: " + key + " " + content);
			}
		});
		new TreeMap<>(this.after).forEach((key, content) -> {
			if (!content.equals(this.expected.get(key)) && !created(key)) {
				violations.add("Changed: " + key + " from " + this.expected.get(key) + " to " + content);
			}
		});
		for (DeletionStep step : this.deletion.steps()) {
			PlannedStep planned = step.planned();
			if ("one".equals(planned.parameters().get(Parameter.GONE))
					&& planned.children().stream().filter(gone::containsKey).count() > 1) {
				violations.add("More than one association is gone of " + planned.children());
			}
		}
	}

	/** IAM creates the role with any integration. */
	private boolean created(String key) {
		return key.endsWith("AWSServiceRoleForAppIntegrations") && this.changes.stream()
			.anyMatch(EnumSet.of(WorldChange.CREATE_EVENTS, WorldChange.REPLACE_EVENTS,
					WorldChange.REPLACE_DATA)::contains);
	}

	/** What is gone by nobody else's doing. */
	private Map<String, String> gone() {
		Map<String, String> gone = new TreeMap<>(this.expected);
		gone.entrySet().removeIf((each) -> each.getValue().equals(this.after.get(each.getKey())));
		return gone;
	}

	private Set<String> planned() {
		Set<String> keys = new HashSet<>();
		this.deletion.plan().going().forEach((each) -> keys.add(each.arn()));
		this.deletion.plan().steps().forEach((step) -> {
			keys.add(step.key());
			keys.addAll(step.children());
		});
		return keys;
	}

	/** No call whose answer was recorded is repeated, and none without one but once. */
	private void nothingTwice(List<String> violations) {
		for (DeletionStep step : this.deletion.steps()) {
			int unanswered = 0;
			int answered = 0;
			for (Act act : acts(step)) {
				if (answered > anew(step)) {
					violations.add("Asked again though AWS had accepted: " + act);
				}
				if (act.step.planned().kind() == StepKind.DELETE_EVENT_INTEGRATION && unanswered > 0) {
					violations.add("An event integration is deleted again though nobody knows of the first: " + act);
				}
				if (unanswered > 1) {
					violations.add("Asked more than twice without an answer: " + act);
				}
				answered += act.told ? 1 : 0;
				unanswered += act.unanswered ? 1 : 0;
			}
		}
		Map<String, Integer> sent = new TreeMap<>();
		this.acts.stream()
			.filter((act) -> act.sent)
			.forEach((act) -> sent.merge(act.step.planned().kind().operation(), 1, Integer::sum));
		for (String operation : Trouble.CHANGES) {
			if (this.calls.getOrDefault(operation, 0) > sent.getOrDefault(operation, 0)) {
				violations.add(operation + " was sent " + this.calls.get(operation) + " times, by "
						+ sent.getOrDefault(operation, 0) + " calls");
			}
		}
		if (this.cancelledAt != null && this.deletion.cancelledAt() != null) {
			this.acts.stream()
				.filter((act) -> act.at.isAfter(this.cancelledAt))
				.forEach((act) -> violations.add("Asked after it was cancelled: " + act));
		}
	}

	/** IAM takes the role's deletion and may give it up; a retry then submits another. */
	private long anew(DeletionStep step) {
		return (step.planned().kind() == StepKind.DELETE_ROLE)
				? this.story.stream().filter((line) -> line.startsWith("retry")).count() : 0;
	}

	private void noStepLost(List<String> violations) {
		if (this.deletion.steps().size() != this.deletion.plan().steps().size()) {
			violations.add("Steps are lost");
		}
		List<StepState> states = this.deletion.steps().stream().map(DeletionStep::state).toList();
		if (!states.stream().allMatch(StepState::ended)) {
			violations.add("It does not end: " + states);
		}
		else if (this.deletion.state() != DeletionState.of(states)) {
			violations.add("It is " + this.deletion.state() + " where its steps are " + states);
		}
		if (this.deletion.finishedAt() == null) {
			violations.add("It has no end");
		}
	}

	private void truthful(DeletionStep step, List<String> violations) {
		String what = "Step " + step.planned().number() + " " + step.planned().kind() + " is " + step.state() + " ("
				+ step.detail() + ")";
		boolean waits = step.planned().kind() == StepKind.AWAIT_DISSOCIATION;
		List<Act> acts = acts(step);
		boolean there = waits ? listed(step.planned())
				: this.confirmed.get(step.planned().key()).equals(this.after.get(step.planned().key()));
		boolean ours = gone().containsKey(step.planned().key());
		switch (step.state()) {
			case DONE -> {
				check(!there, violations, what + " and is there");
				check(waits || !acts.isEmpty(), violations, what + " though AWS was never asked");
			}
			case ALREADY_GONE -> {
				check(!there, violations, what + " and is there");
				check(acts.stream().noneMatch((act) -> act.accepted), violations, what + " though it was asked for");
				check(!ours, violations, what + " though nobody else removed it");
			}
			case FAILED, BLOCKED, CANCELLED ->
				check(!ours || waits && String.valueOf(step.detail()).startsWith("Not waited for"), violations,
						what + " and is gone");
			case UNKNOWN -> check(waits || !acts.isEmpty(), violations, what + " though AWS was never asked");
			default -> violations.add(what);
		}
		if (step.state().ended() && !step.state().gone() && (step.detail() == null || step.detail().isBlank())) {
			violations.add(what + " without a word");
		}
	}

	private boolean listed(PlannedStep step) {
		List<String> left = step.children().stream().filter(this.after::containsKey).toList();
		return "one".equals(step.parameter(Parameter.GONE)) ? left.size() == step.children().size() : !left.isEmpty();
	}

	private void audited(DeletionStep step, List<String> violations) {
		List<Entry> entries = this.audit.stream().filter((entry) -> entry.step() == step.planned().number()).toList();
		List<Act> acts = acts(step);
		if (entries.size() != step.attempts() || acts.size() > entries.size()) {
			violations.add("Step " + step.planned().number() + ": " + entries.size() + " entries of the audit trail, "
					+ step.attempts() + " attempts, " + acts.size() + " calls");
		}
		long recorded = entries.stream().filter((entry) -> "DONE".equals(entry.outcome())).count();
		if (step.state() == StepState.DONE && acts.stream().anyMatch((act) -> act.accepted) && recorded == 0) {
			violations.add("Step " + step.planned().number() + " is done, and no entry of the audit trail says so: "
					+ entries);
		}
	}

	private List<Act> acts(DeletionStep step) {
		return this.acts.stream().filter((act) -> act.step.planned().number() == step.planned().number()).toList();
	}

	private static void check(boolean right, List<String> violations, String wrong) {
		if (!right) {
			violations.add(wrong);
		}
	}

	String describe() {
		StringBuilder text = new StringBuilder(
				"Schedule " + this.schedule + "\n" + this.story + "\n" + this.deletion.state() + "\n");
		this.deletion.steps()
			.forEach((step) -> text.append("  ")
				.append(step.planned().number())
				.append(' ')
				.append(step.planned().kind())
				.append(" after ")
				.append(step.planned().after())
				.append(": ")
				.append(step.state())
				.append(' ')
				.append(step.phase())
				.append(' ')
				.append(step.detail())
				.append('\n'));
		this.acts.forEach((act) -> text.append("  ").append(act).append('\n'));
		return text.toString();
	}

}
