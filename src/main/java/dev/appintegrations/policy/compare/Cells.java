package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.compare.Automaton.TextClass;

/**
 * All classes of actions with all classes of resources, by what two policies say of them.
 *
 * @param formulas the formula of the earlier and of the later policy, and where they are
 * met
 */
record Cells(Map<Pair, List<Cell>> formulas) {

	private static final int EXAMPLES = 8;

	/**
	 * Looks at all actions with all resources.
	 * @param actions the classes of actions
	 * @param resources the classes of resources
	 * @param before the rules of the earlier policy
	 * @param after the rules of the later policy
	 * @return where they may differ, with a few examples of each
	 */
	static Cells of(List<TextClass> actions, List<TextClass> resources, List<Rule> before, List<Rule> after) {
		Map<Pair, List<Cell>> formulas = new LinkedHashMap<>();
		for (TextClass action : actions) {
			List<Rule> ownBefore = concerning(action, before);
			List<Rule> ownAfter = concerning(action, after);
			for (TextClass resource : resources) {
				Pair pair = new Pair(formula(ownBefore, resource), formula(ownAfter, resource));
				if (!pair.before().equals(pair.after())) {
					List<Cell> cells = formulas.computeIfAbsent(pair, (key) -> new ArrayList<>());
					if (cells.size() < EXAMPLES) {
						cells.add(Cell.of(action, resource));
					}
				}
			}
		}
		return new Cells(formulas);
	}

	private static List<Rule> concerning(TextClass action, List<Rule> rules) {
		return rules.stream().filter((rule) -> rule.actions().matches(action.groups())).toList();
	}

	private static Formula formula(List<Rule> rules, TextClass resource) {
		Map<Effect, Set<BitSet>> atoms = rules.stream()
			.filter((rule) -> rule.resources().matches(resource.groups()))
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
