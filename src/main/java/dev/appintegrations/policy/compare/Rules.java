package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principals;
import dev.appintegrations.policy.compare.Rule.Element;

/**
 * Makes rules of statements. What can't be decided becomes an atom of the rule, so that
 * it counts only where a difference depends on it.
 */
final class Rules {

	private final PatternGroups actions;

	private final PatternGroups resources;

	private final Atoms atoms;

	Rules(PatternGroups actions, PatternGroups resources, Atoms atoms) {
		this.actions = actions;
		this.resources = resources;
		this.atoms = atoms;
	}

	List<Rule> of(Policy policy) {
		return policy.statements().stream().flatMap((statement) -> of(statement, policy.version()).stream()).toList();
	}

	private List<Rule> of(Statement statement, Version version) {
		BitSet atoms = new BitSet();
		for (Condition condition : statement.conditions()) {
			atoms.set(this.atoms.of(condition, version));
		}
		Principals principals = statement.principals();
		if (principals != null) {
			atoms.set(this.atoms.undecidable(text(principals)));
		}
		Element actions = this.actions.element(statement.actions(), version);
		Patterns resources = statement.resources();
		if (resources == null) {
			atoms.set(this.atoms.undecidable("a statement without Resource"));
			return List.of(new Rule(statement.effect(), actions, Element.ALL, atoms));
		}
		List<Rule> rules = new ArrayList<>();
		List<BitSet> variables = variables(resources, version);
		if (resources.negated()) {
			variables.forEach(atoms::or);
		}
		else {
			for (BitSet variable : variables) {
				variable.or(atoms);
				rules.add(new Rule(statement.effect(), actions, Element.ALL, variable));
			}
		}
		rules.add(new Rule(statement.effect(), actions, this.resources.element(resources, version), atoms));
		return rules;
	}

	private List<BitSet> variables(Patterns resources, Version version) {
		List<BitSet> variables = new ArrayList<>();
		for (String pattern : resources.values()) {
			if (Variables.inResource(pattern, version)) {
				BitSet atom = new BitSet();
				atom.set(this.atoms
					.undecidable("policy variable: " + (resources.negated() ? "NotResource " : "Resource ") + pattern));
				variables.add(atom);
			}
		}
		return variables;
	}

	private static String text(Principals principals) {
		return principals.values()
			.stream()
			.map((principal) -> principal.type() + " " + principal.value())
			.sorted()
			.distinct()
			.collect(Collectors.joining(", ", principals.negated() ? "not the principals: " : "principals: ", ""));
	}

}
