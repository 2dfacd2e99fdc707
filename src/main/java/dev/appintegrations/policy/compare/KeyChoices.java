package dev.appintegrations.policy.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.compare.Factor.Choice;
import dev.appintegrations.policy.compare.Factor.Truth;
import dev.appintegrations.policy.compare.Term.Family;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a condition key can make the conditions on it true: missing, with
 * each kind of value that they tell from others, with several kinds at once, and without
 * a value. What a condition says of values is asked of the evaluator.
 * <p>
 * What a condition says of several values follows from what it says of each, by
 * <i>and</i> or by <i>or</i>, or is undefined; so sets of values can be built up value by
 * value, and need no more than one example for each truth of the conditions.
 */
final class KeyChoices {

	private static final int MAX_SETS = 5_000;

	private static final String TOO_MANY = "the values are too many kinds to look at";

	private final String key;

	private final Map<Term, Integer> atoms;

	private final Map<Term, Evaluator> evaluators = new LinkedHashMap<>();

	private final List<Factor> factors = new ArrayList<>();

	private KeyChoices(String key, Map<Term, Integer> atoms) {
		this.key = key;
		this.atoms = atoms;
	}

	/**
	 * Finds the choices of a key.
	 * @param key the key
	 * @param atoms the conditions on it and their atoms
	 * @param effort what finding them may take
	 * @return the key, if a condition on it can be decided, and those that can't be
	 */
	static List<Factor> of(String key, Map<Term, Integer> atoms, Effort effort) {
		KeyChoices choices = new KeyChoices(key, atoms);
		choices.find(effort);
		return choices.factors;
	}

	private void find(Effort effort) {
		Family family = this.atoms.keySet()
			.stream()
			.map(Term::family)
			.filter((candidate) -> candidate != Family.PRESENCE)
			.min(Enum::compareTo)
			.orElse(Family.PRESENCE);
		Optional<List<String>> values = Values.of(family, this.atoms.keySet(), effort);
		this.atoms.forEach((term, atom) -> {
			if (values.isEmpty()) {
				leaveOut(TOO_MANY, term);
			}
			else if (term.family() != family && term.family() != Family.PRESENCE) {
				leaveOut("another condition reads the key as something else", term);
			}
			else {
				ask(term, values.get());
			}
		});
		if (!this.evaluators.isEmpty()) {
			choices(values.orElseThrow()).ifPresentOrElse(
					(choices) -> this.factors.addFirst(new Factor(this.key, true, atoms(), choices)),
					() -> this.evaluators.keySet().forEach((term) -> leaveOut(TOO_MANY, term)));
		}
	}

	/**
	 * Takes a condition in if the evaluator decides it for what it is documented for.
	 */
	private void ask(Term term, List<String> values) {
		Evaluator evaluator = term.evaluator();
		boolean decided = term.ask(evaluator, null) != Decision.NOT_SUPPORTED && values.stream()
			.filter(term::isFor)
			.noneMatch((value) -> term.ask(evaluator, List.of(value)) == Decision.NOT_SUPPORTED);
		if (decided) {
			this.evaluators.put(term, evaluator);
		}
		else {
			leaveOut("the evaluator does not decide it", term);
		}
	}

	private void leaveOut(String reason, Term term) {
		this.factors.add(Factor.undecidable(reason + ": " + term.text(), this.atoms.getOrDefault(term, 0)));
	}

	private BitSet atoms() {
		BitSet set = new BitSet();
		this.evaluators.keySet().forEach((term) -> set.set(this.atoms.getOrDefault(term, 0)));
		return set;
	}

	private Optional<List<Choice>> choices(List<String> values) {
		Map<Truth, Choice> sets = new LinkedHashMap<>();
		values.stream().map(List::of).map(this::choice).forEach((single) -> sets.putIfAbsent(single.truth(), single));
		List<Choice> singles = List.copyOf(sets.values());
		Queue<Choice> open = new ArrayDeque<>(singles);
		while (!open.isEmpty()) {
			Choice some = open.remove();
			for (Choice single : singles) {
				Choice more = both(some, single);
				if (sets.putIfAbsent(more.truth(), more) == null) {
					open.add(more);
				}
				if (sets.size() > MAX_SETS) {
					return Optional.empty();
				}
			}
		}
		List<Choice> choices = new ArrayList<>(sets.values());
		choices.addFirst(choice(null));
		choices.addLast(choice(List.of()));
		return Optional.of(choices);
	}

	private Choice both(Choice some, Choice single) {
		Set<String> values = new LinkedHashSet<>();
		Stream.of(some, single).map(Choice::values).filter(Objects::nonNull).forEach(values::addAll);
		return choice(List.copyOf(values));
	}

	private Choice choice(@Nullable List<String> values) {
		BitSet holds = new BitSet();
		BitSet undefined = new BitSet();
		this.evaluators.forEach((term, evaluator) -> {
			int atom = this.atoms.getOrDefault(term, 0);
			Decision decision = term.ask(evaluator, values);
			holds.set(atom, decision == Decision.ALLOWED);
			undefined.set(atom, decision == Decision.NOT_SUPPORTED);
		});
		return new Choice(values, new Truth(holds, undefined));
	}

}
