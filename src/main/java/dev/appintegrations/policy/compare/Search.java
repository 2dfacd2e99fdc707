package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.compare.Factor.Choice;

/**
 * Looks at all choices of all factors for those with which two formulas come to different
 * verdicts, factor by factor: where both have become the same formula, or two that were
 * met before, there is nothing more to find.
 */
final class Search {

	private static final int MAX_STEPS = 2_000_000;

	private static final int ENOUGH = 3;

	private final List<Factor> factors;

	private final Set<List<Formula>> seen = new HashSet<>();

	private int steps;

	Search(List<Factor> factors) {
		this.factors = factors;
	}

	/**
	 * Finds differences: all kinds of them, but of each verdict only a few, and none that
	 * an earlier call found.
	 * @param before the earlier policy's formula
	 * @param after the later policy's formula
	 * @return the differences
	 */
	List<Difference> differences(Formula before, Formula after) {
		List<Difference> differences = new ArrayList<>();
		explore(before, after, new LinkedHashMap<>(), differences);
		return differences;
	}

	/**
	 * Whether there was more to look at than is bearable; then what was found is not all.
	 */
	boolean exhausted() {
		return this.steps > MAX_STEPS;
	}

	private void explore(Formula before, Formula after, Map<Factor, Choice> chosen, List<Difference> differences) {
		if (before.equals(after) || exhausted()) {
			return;
		}
		if (before.decision() != Decision.NOT_SUPPORTED && after.decision() != Decision.NOT_SUPPORTED) {
			Difference difference = new Difference(before.decision() == Decision.ALLOWED, Map.copyOf(chosen));
			if (differences.stream().filter(difference::sameKind).count() < ENOUGH) {
				differences.add(difference);
			}
			return;
		}
		if (!this.seen.add(List.of(before, after))) {
			return;
		}
		Optional<Factor> open = this.factors.stream()
			.filter((factor) -> before.dependsOn(factor) || after.dependsOn(factor))
			.findFirst();
		open.ifPresent((factor) -> {
			for (Choice choice : factor.choices()) {
				this.steps++;
				chosen.put(factor, choice);
				explore(before.with(factor, choice), after.with(factor, choice), chosen, differences);
				chosen.remove(factor);
			}
		});
	}

	/**
	 * Choices with which the verdicts differ.
	 *
	 * @param lost whether the earlier policy allows what the later one does not
	 * @param choices the choices
	 */
	record Difference(boolean lost, Map<Factor, Choice> choices) {

		/**
		 * What can't be decided and was supposed.
		 */
		List<String> undecidable() {
			return this.choices.keySet()
				.stream()
				.filter((factor) -> !factor.decidable())
				.map(Factor::key)
				.sorted()
				.toList();
		}

		boolean sameKind(Difference other) {
			return this.lost == other.lost && undecidable().equals(other.undecidable());
		}

		/**
		 * The context of a request.
		 */
		Map<String, List<String>> context() {
			Map<String, List<String>> context = new LinkedHashMap<>();
			this.choices.forEach((factor, choice) -> {
				List<String> values = choice.values();
				if (factor.decidable() && values != null) {
					context.put(factor.key(), values);
				}
			});
			return context;
		}

	}

}
