package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Policy.Version;

/**
 * The atoms that a statement's truth is made of beyond its actions and resources:
 * conditions, each once however it is written, and what can't be decided.
 */
final class Atoms {

	private final Map<Term, Integer> terms = new LinkedHashMap<>();

	private final Map<String, Integer> undecidable = new LinkedHashMap<>();

	private int next = Formula.UNDEFINED + 1;

	/**
	 * The atom of a condition.
	 * @param condition the condition
	 * @param version the version of its policy
	 * @return its number
	 */
	int of(Condition condition, Version version) {
		Term term = Term.of(condition, version);
		return Variables.in(term.condition().values(), version) ? undecidable("policy variable: " + term.text())
				: this.terms.computeIfAbsent(term, (key) -> this.next++);
	}

	/**
	 * The atom of something that can't be decided, the same for the same description.
	 * @param description what it is, in words
	 * @return its number
	 */
	int undecidable(String description) {
		return this.undecidable.computeIfAbsent(description, (key) -> this.next++);
	}

	/**
	 * What the atoms depend on.
	 * @return the condition keys in alphabetical order, and then what is undecidable
	 */
	List<Factor> factors() {
		Map<String, Map<Term, Integer>> byKey = new TreeMap<>();
		this.terms
			.forEach((term, atom) -> byKey.computeIfAbsent(term.key(), (key) -> new LinkedHashMap<>()).put(term, atom));
		List<Factor> factors = new ArrayList<>();
		Effort effort = new Effort();
		byKey.forEach((key, atoms) -> factors.addAll(KeyChoices.of(key, atoms, effort)));
		this.undecidable.forEach((description, atom) -> factors.add(Factor.undecidable(description, atom)));
		factors.sort(Comparator.comparing(Factor::decidable).reversed());
		return List.copyOf(factors);
	}

}
