package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.compare.Automaton.TextClass;
import dev.appintegrations.policy.compare.Rule.Element;

/**
 * All classes of actions with all classes of resources, by what two policies say of them.
 * Resources are divided for each class of actions by what is said of those, and not at
 * all where both policies have the same rules.
 */
final class Cells {

	private static final int EXAMPLES = 8;

	private final PatternGroups actions;

	private final PatternGroups resources;

	private final Atoms atoms;

	private final Map<Pair, List<Cell>> cells = new LinkedHashMap<>();

	Cells(PatternGroups actions, PatternGroups resources, Atoms atoms) {
		this.actions = actions;
		this.resources = resources;
		this.atoms = atoms;
	}

	/**
	 * Looks at all actions with all resources.
	 * @param before the rules of the earlier policy
	 * @param after the rules of the later policy
	 * @return the formulas that differ, with a few examples of where they are met
	 */
	Map<Pair, List<Cell>> of(List<Rule> before, List<Rule> after) {
		this.actions.classes(this.actions.all()).ifPresentOrElse((classes) -> classes.forEach((action) -> {
			Predicate<Rule> concerned = (rule) -> rule.actions().matches(action.groups());
			addResources(action, before.stream().filter(concerned).toList(), after.stream().filter(concerned).toList());
		}), () -> addResources(this.actions.anything(), supposing(before, Rule::actions, this.actions),
				supposing(after, Rule::actions, this.actions)));
		return this.cells;
	}

	private void addResources(TextClass action, List<Rule> before, List<Rule> after) {
		if (Set.copyOf(before).equals(Set.copyOf(after))) {
			return;
		}
		BitSet groups = new BitSet();
		Stream.of(before, after)
			.flatMap(List::stream)
			.map(Rule::resources)
			.filter((element) -> element != Element.ALL)
			.forEach((element) -> groups.set(element.group()));
		this.resources.classes(groups).ifPresentOrElse((classes) -> classes.forEach((resource) -> {
			Predicate<Rule> concerned = (rule) -> rule.resources().matches(resource.groups());
			add(Cell.of(action, resource), before.stream().filter(concerned), after.stream().filter(concerned));
		}), () -> add(Cell.of(action, this.resources.anything()),
				supposing(before, Rule::resources, this.resources).stream(),
				supposing(after, Rule::resources, this.resources).stream()));
	}

	private List<Rule> supposing(List<Rule> rules, Function<Rule, Element> element, PatternGroups groups) {
		return rules.stream()
			.map((rule) -> rule.supposing(
					this.atoms.undecidable("too many kinds of texts to look at: " + groups.text(element.apply(rule)))))
			.toList();
	}

	private void add(Cell cell, Stream<Rule> before, Stream<Rule> after) {
		Pair pair = new Pair(formula(before), formula(after));
		if (!pair.before().equals(pair.after())) {
			List<Cell> examples = this.cells.computeIfAbsent(pair, (key) -> new ArrayList<>());
			if (examples.size() < EXAMPLES) {
				examples.add(cell);
			}
		}
	}

	private static Formula formula(Stream<Rule> rules) {
		Map<Effect, Set<BitSet>> atoms = rules
			.collect(Collectors.groupingBy(Rule::effect, Collectors.mapping(Rule::atoms, Collectors.toSet())));
		return Formula.of(atoms.getOrDefault(Effect.ALLOW, Set.of()), atoms.getOrDefault(Effect.DENY, Set.of()));
	}

	/**
	 * What two policies say.
	 *
	 * @param before the earlier policy's formula
	 * @param after the later policy's formula
	 */
	record Pair(Formula before, Formula after) {

	}

	/**
	 * An example of an action on a resource.
	 *
	 * @param action the action
	 * @param resource the resource
	 * @param likely whether they look real, and the resource as one of the action's
	 * service
	 */
	record Cell(String action, String resource, boolean likely) {

		private static Cell of(TextClass actions, TextClass resources) {
			for (String action : actions.examples()) {
				for (String resource : resources.examples()) {
					if (Examples.fit(action, resource)) {
						return new Cell(action, resource, actions.likely() && resources.likely());
					}
				}
			}
			return new Cell(actions.example(), resources.example(), false);
		}

	}

}
