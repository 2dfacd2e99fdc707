package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.compare.Factor.Choice;
import dev.appintegrations.policy.compare.Factor.Truth;

/**
 * Looks at all choices of all factors for those with which one formula allows what
 * another does not, factor by factor: where what is left of the one plainly implies what
 * is left of the other, or was met before, there is nothing more to find. It branches on
 * what a difference must come from, so that what both have in common is hardly looked at.
 */
final class Search {

	private static final int MAX_STEPS = 200_000;

	/** A choice in formulas of so many sets compares each with each. */
	private static final long MAX_WORK = 32_000_000;

	private static final int ENOUGH = 3;

	private final List<Factor> factors;

	private final Set<List<Formula>> seen = new HashSet<>();

	private int steps;

	private long work;

	Search(List<Factor> factors) {
		this.factors = factors;
	}

	/**
	 * Finds choices with which a formula allows what another does not.
	 * @param allowing the formula that allows it
	 * @param refusing the other formula
	 * @return some of the choices, or none if there are none or an earlier call found
	 * them
	 */
	List<Difference> differences(Formula allowing, Formula refusing) {
		List<Difference> differences = new ArrayList<>();
		explore(allowing, refusing, new LinkedHashMap<>(), differences);
		return differences;
	}

	/**
	 * Whether there was more to look at than is bearable; then what was found is not all.
	 */
	boolean exhausted() {
		return this.steps > MAX_STEPS || this.work > MAX_WORK;
	}

	private void explore(Formula allowing, Formula refusing, Map<Factor, Choice> chosen, List<Difference> found) {
		if (allowing.decision() == Decision.ALLOWED && refusing.decision() == Decision.IMPLICIT_DENY) {
			Difference difference = new Difference(chosen);
			if (found.stream().filter(difference::supposesTheSame).count() < ENOUGH) {
				found.add(difference);
			}
			return;
		}
		boolean enough = found.stream().filter((difference) -> difference.undecidable().isEmpty()).count() >= ENOUGH;
		if (enough || exhausted() || allowing.implies(refusing) || !this.seen.add(List.of(allowing, refusing))) {
			return;
		}
		next(allowing, refusing).ifPresent((factor) -> {
			BitSet open = allowing.atoms();
			open.or(refusing.atoms());
			Set<Truth> truths = new HashSet<>();
			for (Choice choice : factor.choices()) {
				if (!exhausted() && truths.add(choice.truth().of(open))) {
					this.steps++;
					this.work += allowing.work() + refusing.work();
					chosen.put(factor, choice);
					explore(allowing.with(factor, choice), refusing.with(factor, choice), chosen, found);
					chosen.remove(factor);
				}
			}
		});
	}

	private Optional<Factor> next(Formula allowing, Formula refusing) {
		return allowing.beyond(refusing)
			.flatMap((set) -> this.factors.stream().filter((factor) -> factor.atoms().intersects(set)))
			.findFirst();
	}

	/**
	 * Choices with which one policy allows what the other does not.
	 *
	 * @param choices the choices
	 */
	record Difference(Map<Factor, Choice> choices) {

		Difference {
			choices = Map.copyOf(choices);
		}

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

		boolean supposesTheSame(Difference other) {
			return undecidable().equals(other.undecidable());
		}

		/**
		 * The context of a request.
		 */
		Map<String, List<String>> context() {
			Map<String, List<String>> context = new HashMap<>();
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
