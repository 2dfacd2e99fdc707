package dev.appintegrations.policy.findings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.catalog.ActionFacts;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;

/**
 * Finds actions that AWS authorises on {@code *} only, in statements about other
 * resources.
 */
final class ActionsWithoutResource implements Check {

	private static final int MOST_NAMED = 5;

	@Override
	public Stream<Finding> findings(Subject subject) {
		Patterns actions = subject.statement().actions();
		Patterns resources = subject.statement().resources();
		if (actions.negated() || resources == null || resources.negated()
				|| resources.values().stream().anyMatch((each) -> subject.resource(each).matches("*"))) {
			return Stream.empty();
		}
		return IntStream.range(0, actions.values().size())
			.boxed()
			.flatMap((value) -> finding(subject, resources, value, withoutTypes(actions.values().get(value))));
	}

	private static List<ActionFacts> withoutTypes(String action) {
		List<ActionFacts> facts = Subject.facts(action);
		return (facts == null) ? List.of() : facts.stream().filter((each) -> each.resources().isEmpty()).toList();
	}

	private static Stream<Finding> finding(Subject subject, Patterns resources, int value, List<ActionFacts> actions) {
		if (actions.isEmpty()) {
			return Stream.empty();
		}
		boolean one = actions.size() == 1;
		String names = actions.stream().limit(MOST_NAMED).map(ActionFacts::id).collect(Collectors.joining(", "));
		String more = (actions.size() > MOST_NAMED) ? " and " + (actions.size() - MOST_NAMED) + " more" : "";
		String where = (resources.values().size() == 1) ? resources.values().getFirst() + " does not match"
				: "none of the statement's resources matches";
		String evidence = names + more + (one ? " has" : " have") + " no resource types: AWS authorises "
				+ (one ? "it" : "them") + " on *, which " + where + ". By the documentation the statement "
				+ subject.verb() + (one ? " it" : " them") + " on nothing.";
		return Stream.of(new Finding(Kind.ACTION_WITHOUT_RESOURCE_LEVEL, subject.index(), subject.actionPath(value),
				"The action can't be limited to a resource", evidence, Effect.UNKNOWN, Sources.actions(),
				Witness.notMatched(subject, actions.getFirst().id(), "*")));
	}

}
