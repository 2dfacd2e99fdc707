package dev.appintegrations.policy.compare;

import java.util.List;
import java.util.stream.Stream;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.compare.Change.Edit;
import dev.appintegrations.policy.compare.Change.RemoveKey;
import dev.appintegrations.policy.compare.Change.SetKey;
import dev.appintegrations.policy.compare.Change.UseResource;
import dev.appintegrations.policy.compare.Factor.Choice;

/**
 * Single changes of a request that may make a difference.
 */
final class Edits {

	private static final Patterns EVERYTHING = new Patterns(false, List.of("*"));

	private Edits() {
	}

	/**
	 * What a policy says of the action of a request.
	 * @param policy the policy
	 * @param request the request
	 * @return the policy without the statements about other actions
	 */
	static Policy concerning(Policy policy, Request request) {
		return new Policy(policy.version(), policy.id(),
				policy.statements().stream().filter((statement) -> concerns(policy, statement, request)).toList());
	}

	private static boolean concerns(Policy policy, Statement statement, Request request) {
		Statement actionsOnly = new Statement(null, Effect.ALLOW, null, statement.actions(), EVERYTHING, List.of());
		return Evaluator.of(new Policy(policy.version(), null, List.of(actionsOnly)))
			.decide(new Request(request.action(), request.resource(), request.context())) == Decision.ALLOWED;
	}

	/**
	 * The edits of a request.
	 * @param policies the policies, with nothing but what is about its action
	 * @param request the request
	 * @return one list for each key and at last one for the resource, the most telling
	 * edits first
	 */
	static List<List<Edit>> of(List<Policy> policies, Request request) {
		Atoms atoms = new Atoms();
		PatternGroups resources = PatternGroups.resources(policies);
		Rules rules = new Rules(PatternGroups.actions(policies), resources, atoms);
		policies.forEach(rules::of);
		Stream<List<Edit>> keys = atoms.factors()
			.stream()
			.filter(Factor::decidable)
			.map((factor) -> factor.choices().stream().map((choice) -> edit(factor.key(), choice)).toList());
		List<Edit> others = resources.classes(resources.all())
			.orElseGet(() -> List.of(resources.anything()))
			.stream()
			.map((resource) -> resource.example((example) -> Examples.fit(request.action(), example)))
			.<Edit>map(UseResource::new)
			.toList();
		return Stream.concat(keys, Stream.of(others)).toList();
	}

	private static Edit edit(String key, Choice choice) {
		List<String> values = choice.values();
		return (values != null) ? new SetKey(key, values) : new RemoveKey(key);
	}

}
