package dev.appintegrations.policy.compare;

import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.compare.Cells.Cell;
import dev.appintegrations.policy.compare.Cells.Pair;

/**
 * Compares identity policies by what they allow. Order, case of actions and of condition
 * keys, lists of one, {@code Sid}, {@code Id} and what is redundant never count.
 * <p>
 * Policies look at a request only through finitely many questions: which patterns match
 * its action and its resource, which conditions hold for each key. So all requests fall
 * into finitely many classes, of which every one is looked at; that nothing differs in
 * any is a proof and no sample.
 * <p>
 * Requests are those that AWS knows: an action is a service and a name, a resource is an
 * ARN of six parts or {@code *} (any text, if a policy has a pattern that can't be one of
 * an ARN). Whatever the evaluator can't decide for one of the policies, as several values
 * of a key that is compared without set qualifier, does not tell them apart.
 */
public final class PolicyComparison {

	private PolicyComparison() {
	}

	/**
	 * Compares two identity policies.
	 * @param before the earlier one
	 * @param after the later one
	 * @return how the later one relates to the earlier one
	 */
	public static Comparison compare(Policy before, Policy after) {
		List<Policy> policies = List.of(before, after);
		PatternGroups actions = PatternGroups.actions(policies);
		PatternGroups resources = PatternGroups.resources(policies);
		Atoms atoms = new Atoms();
		Rules rules = new Rules(actions, resources, atoms);
		Map<Pair, List<Cell>> cells = new Cells(actions, resources, atoms).of(rules.of(before), rules.of(after));
		List<Factor> factors = atoms.factors();
		Search losses = new Search(factors);
		Search gains = new Search(factors);
		Witnesses witnesses = new Witnesses(before, after);
		cells.forEach((formulas, examples) -> {
			losses.differences(formulas.before(), formulas.after())
				.forEach((loss) -> witnesses.add(loss, true, examples));
			gains.differences(formulas.after(), formulas.before())
				.forEach((gain) -> witnesses.add(gain, false, examples));
		});
		if (losses.exhausted() || gains.exhausted()) {
			witnesses.addUnknown("the conditions can hold in too many ways to look at");
		}
		return witnesses.comparison();
	}

}
