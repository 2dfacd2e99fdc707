package dev.appintegrations.policy.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.Change.Edit;
import dev.appintegrations.policy.compare.Change.RemoveKey;
import dev.appintegrations.policy.compare.Change.SetKey;
import dev.appintegrations.policy.compare.Change.UseResource;

/**
 * Tries combinations of edits for those that flip a verdict.
 */
final class Flips {

	private static final int MAX_CHANGES = 5;

	private static final int MAX_DECISIONS = 200_000;

	private final Evaluator evaluator;

	private final Request request;

	private final Decision decision;

	private final List<List<Edit>> edits;

	private int decisions;

	/**
	 * Combinations to try.
	 * @param evaluator the evaluator
	 * @param request the request
	 * @param edits alternatives for each thing that can be edited
	 */
	Flips(Evaluator evaluator, Request request, List<List<Edit>> edits) {
		this.evaluator = evaluator;
		this.request = request;
		this.decision = evaluator.decide(request);
		this.edits = edits;
	}

	/**
	 * Whether there were too many combinations to try them all.
	 */
	boolean exhausted() {
		return this.decisions > MAX_DECISIONS;
	}

	/**
	 * Tries all combinations of a size.
	 * @param size how many edits
	 * @return a handful of changes, one for each set of things that are set or removed
	 */
	List<Change> ofSize(int size) {
		List<Change> changes = new ArrayList<>();
		tryAll(size, 0, this.request, new ArrayDeque<>(), changes);
		Set<List<String>> kinds = new HashSet<>();
		return changes.stream()
			.filter((change) -> kinds.add(change.edits().stream().map(Flips::kind).toList()))
			.limit(MAX_CHANGES)
			.toList();
	}

	private void tryAll(int size, int from, Request edited, Deque<Edit> made, List<Change> changes) {
		if (size == 0) {
			this.decisions++;
			Decision now = this.evaluator.decide(edited);
			if (now != Decision.NOT_SUPPORTED && (now == Decision.ALLOWED) != (this.decision == Decision.ALLOWED)) {
				changes.add(new Change(List.copyOf(made), edited, now));
			}
			return;
		}
		for (int i = from; i <= this.edits.size() - size; i++) {
			for (Edit edit : this.edits.get(i)) {
				Request next = edit.applyTo(edited);
				if (!exhausted() && !next.equals(edited)) {
					made.addLast(edit);
					tryAll(size - 1, i + 1, next, made, changes);
					made.removeLast();
				}
			}
		}
	}

	private static String kind(Edit edit) {
		return switch (edit) {
			case SetKey set -> "set " + set.key();
			case RemoveKey remove -> "remove " + remove.key();
			case UseResource _ -> "use another resource";
		};
	}

}
