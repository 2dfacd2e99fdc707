package dev.appintegrations.policy.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;

/**
 * Says in plain words what policies mean.
 */
public final class Explainer {

	private static final String HOLDER = "whoever has this policy";

	private Explainer() {
	}

	/**
	 * Explains a policy of nobody in particular.
	 * @param policy the policy
	 * @return its explanation, in which statements that name no principal are about
	 * <i>whoever has this policy</i>
	 */
	public static Explanation explain(Policy policy) {
		return explain(policy, HOLDER);
	}

	/**
	 * Explains the policy of somebody.
	 * @param policy the policy
	 * @param holder whom statements that name no principal are about, such as {@code the
	 * role}
	 * @return its explanation
	 */
	public static Explanation explain(Policy policy, String holder) {
		KnownActions known = new KnownActions();
		return new Explanation(IntStream.range(0, policy.statements().size())
			.mapToObj((index) -> explain(policy.statements().get(index), index, holder, known))
			.toList());
	}

	private static StatementExplanation explain(Statement statement, int index, String holder, KnownActions known) {
		String who = (statement.principals() != null) ? PrincipalWords.of(statement.principals()) : holder;
		ActionWords words = new ActionWords(known, statement.effect(), statement.actions());
		List<ActionExplanation> actions = IntStream.range(0, statement.actions().values().size())
			.mapToObj((value) -> words.explain(ElementPaths.action(index, statement.actions(), value),
					statement.actions().values().get(value)))
			.toList();
		List<ResourceExplanation> resources = resources(statement, index);
		List<ConditionExplanation> conditions = statement.conditions()
			.stream()
			.map((condition) -> new ConditionExplanation(ElementPaths.condition(index, condition), condition,
					ConditionWords.of(condition), ConditionWords.whenMissing(condition)))
			.toList();
		boolean allow = statement.effect() == Effect.ALLOW;
		String sentence = Phrases.capitalised(who) + (allow ? " may " : " may not ") + words.phrase(actions)
				+ ((actions.size() > 1 && !resources.isEmpty()) ? "," : "") + on(statement, resources)
				+ when(allow, conditions) + ".";
		return new StatementExplanation(statement, ElementPaths.statement(index), sentence, who, actions, resources,
				conditions, Cautions.of(statement));
	}

	private static List<ResourceExplanation> resources(Statement statement, int index) {
		Patterns patterns = statement.resources();
		List<ResourceExplanation> resources = new ArrayList<>();
		if (patterns != null) {
			for (int value = 0; value < patterns.values().size(); value++) {
				String pattern = patterns.values().get(value);
				resources.add(new ResourceExplanation(ElementPaths.resource(index, patterns, value), pattern,
						ResourceWords.of(pattern)));
			}
		}
		return resources;
	}

	private static String on(Statement statement, List<ResourceExplanation> resources) {
		if (statement.resources() == null) {
			return "";
		}
		boolean negated = statement.resources().negated();
		String last = (negated || statement.effect() == Effect.ALLOW) ? "and" : "or";
		return " on " + (negated ? "any resource except " : "")
				+ Phrases.join(resources.stream().map(ResourceExplanation::text).toList(), last);
	}

	private static String when(boolean allow, List<ConditionExplanation> conditions) {
		if (conditions.isEmpty()) {
			return "";
		}
		String only = allow ? "only if " : "if ";
		return (allow ? ", but " : ", ")
				+ conditions.stream().map((condition) -> only + condition.text()).collect(Collectors.joining(", and "));
	}

}
