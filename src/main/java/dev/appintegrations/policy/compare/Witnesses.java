package dev.appintegrations.policy.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.Cells.Cell;
import dev.appintegrations.policy.compare.Comparison.Relation;
import dev.appintegrations.policy.compare.Search.Difference;

/**
 * Turns differences into requests, of which it keeps those that the evaluator confirms.
 */
final class Witnesses {

	private static final int MAX = 5;

	private final Evaluator before;

	private final Evaluator after;

	/** Witnesses, and whether they are likely to be met. */
	private final Map<Witness, Boolean> verified = new LinkedHashMap<>();

	private final Set<String> unknownLosses = new TreeSet<>();

	private final Set<String> unknownGains = new TreeSet<>();

	Witnesses(Policy before, Policy after) {
		this.before = Evaluator.of(before);
		this.after = Evaluator.of(after);
	}

	/**
	 * Adds a difference.
	 * @param difference the difference
	 * @param lost whether it is the earlier policy that allows it
	 * @param cells where it is met
	 */
	void add(Difference difference, boolean lost, List<Cell> cells) {
		boolean confirmed = false;
		for (Cell cell : cells) {
			Request request = new Request(cell.action(), cell.resource(), difference.context());
			Witness witness = new Witness(request, this.before.decide(request), this.after.decide(request));
			if (witness.isLoss() == lost && witness.tells()) {
				this.verified.put(witness, cell.likely());
				confirmed = true;
			}
		}
		if (!confirmed) {
			List<String> reasons = difference.undecidable();
			(lost ? this.unknownLosses : this.unknownGains)
				.addAll(reasons.isEmpty() ? List.of("not decided by the evaluator: " + cells.getFirst()) : reasons);
		}
	}

	/**
	 * Adds something that stands in the way of looking at everything.
	 * @param description what it is, in words
	 */
	void addUnknown(String description) {
		this.unknownLosses.add(description);
		this.unknownGains.add(description);
	}

	/**
	 * Draws the conclusion.
	 * @return the comparison
	 */
	Comparison comparison() {
		boolean lost = this.verified.keySet().stream().anyMatch(Witness::isLoss);
		boolean gained = this.verified.keySet().stream().anyMatch((witness) -> !witness.isLoss());
		Set<String> unknown = new TreeSet<>();
		if (!lost) {
			unknown.addAll(this.unknownLosses);
		}
		if (!gained) {
			unknown.addAll(this.unknownGains);
		}
		return new Comparison(relation(lost, gained, !unknown.isEmpty()), mostTelling(), List.copyOf(unknown));
	}

	private static Relation relation(boolean lost, boolean gained, boolean unknown) {
		if (unknown) {
			return Relation.NOT_SUPPORTED;
		}
		if (lost) {
			return gained ? Relation.DIFFERENT : Relation.NARROWER;
		}
		return gained ? Relation.WIDER : Relation.EQUAL;
	}

	/**
	 * Rather requests that may well be made, of few keys; first one of each verdict, then
	 * one of each action. Requests that are hardly ever made count only if there are no
	 * others of the same verdict.
	 */
	private List<Witness> mostTelling() {
		Set<Boolean> likelyVerdicts = this.verified.keySet()
			.stream()
			.filter(this::isLikely)
			.map(Witness::isLoss)
			.collect(Collectors.toSet());
		List<Witness> sorted = this.verified.keySet()
			.stream()
			.filter((witness) -> isLikely(witness) || !likelyVerdicts.contains(witness.isLoss()))
			.sorted(Comparator.comparing((Witness witness) -> !isLikely(witness))
				.thenComparing((witness) -> witness.request().context().size()))
			.toList();
		Set<Boolean> verdicts = new HashSet<>();
		List<Witness> first = sorted.stream().filter((witness) -> verdicts.add(witness.isLoss())).toList();
		Set<String> actions = new HashSet<>();
		List<Witness> next = sorted.stream().filter((witness) -> actions.add(witness.request().action())).toList();
		return Stream.of(first, next, sorted).flatMap(List::stream).distinct().limit(MAX).toList();
	}

	private boolean isLikely(Witness witness) {
		return this.verified.getOrDefault(witness, false);
	}

}
