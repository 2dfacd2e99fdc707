package dev.appintegrations.policy.findings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.catalog.ActionFacts;
import dev.appintegrations.policy.catalog.ActionFacts.ResourceUse;
import dev.appintegrations.policy.catalog.ResourceType;
import dev.appintegrations.policy.catalog.ResourceType.Overlap;
import dev.appintegrations.policy.explain.ElementPaths;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;
import dev.appintegrations.policy.pattern.GlobPattern;

/**
 * Finds resources that are of no type that the statement's actions act on, and actions
 * for which that is so of all resources. Says nothing of a statement with an action that
 * is not known in full.
 */
final class UndocumentedResources implements Check {

	private static final int MOST_NAMED = 5;

	@Override
	public Stream<Finding> findings(Subject subject) {
		Patterns actions = subject.statement().actions();
		Patterns resources = subject.statement().resources();
		if (actions.negated() || resources == null || resources.negated()
				|| !Limits.comparesResources(subject.policy())) {
			return Stream.empty();
		}
		List<List<ActionFacts>> known = new ArrayList<>();
		for (String action : actions.values()) {
			List<ActionFacts> facts = Subject.facts(action);
			if (facts == null) {
				return Stream.empty();
			}
			known.add(facts);
		}
		Set<ResourceType> types = types(known.stream().flatMap(List::stream));
		if (types.isEmpty()) {
			return Stream.empty();
		}
		List<GlobPattern> live = resources.values()
			.stream()
			.map(subject::resource)
			.filter((resource) -> overlap(types, resource) == Overlap.POSSIBLE)
			.toList();
		return Stream.concat(
				IntStream.range(0, resources.values().size())
					.boxed()
					.flatMap((value) -> deadResource(subject, resources, value, types)),
				live.isEmpty() ? Stream.empty() : IntStream.range(0, known.size())
					.boxed()
					.flatMap((value) -> strandedAction(subject, value, types(known.get(value).stream()), live)));
	}

	private static Set<ResourceType> types(Stream<ActionFacts> actions) {
		return actions.flatMap((action) -> action.resources().stream())
			.map(ResourceUse::type)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Overlap overlap(Set<ResourceType> types, GlobPattern resource) {
		Overlap most = Overlap.NONE;
		for (ResourceType type : types) {
			Overlap overlap = type.overlap(resource);
			if (overlap == Overlap.POSSIBLE) {
				return overlap;
			}
			most = (overlap == Overlap.NONE) ? most : overlap;
		}
		return most;
	}

	private static Stream<Finding> deadResource(Subject subject, Patterns resources, int value,
			Set<ResourceType> types) {
		String resource = resources.values().get(value);
		Overlap overlap = overlap(types, subject.resource(resource));
		if (overlap == Overlap.POSSIBLE) {
			return Stream.empty();
		}
		String evidence = resource + " matches no ARN of the types that the statement's actions act on: " + names(types)
				+ "." + unless(overlap) + " By the documentation the statement " + subject.verb() + " nothing on it.";
		return Stream.of(subject.finding(Kind.RESOURCE_OF_NO_DOCUMENTED_TYPE,
				ElementPaths.resource(subject.index(), resources, value), "The resource is of no documented type",
				evidence, Effect.UNKNOWN, Sources.actions()));
	}

	private static Stream<Finding> strandedAction(Subject subject, int value, Set<ResourceType> types,
			List<GlobPattern> resources) {
		Overlap best = resources.stream()
			.map((resource) -> overlap(types, resource))
			.max(Overlap::compareTo)
			.orElse(Overlap.NONE);
		if (types.isEmpty() || best == Overlap.POSSIBLE) {
			return Stream.empty();
		}
		String evidence = subject.statement().actions().values().get(value) + " acts on " + names(types)
				+ ", and no resource of the statement is of such a type." + unless(best)
				+ " By the documentation the statement " + subject.verb() + " it on nothing.";
		return Stream.of(subject.finding(Kind.ACTION_WITHOUT_ITS_RESOURCE, subject.actionPath(value),
				"The statement has no resource for the action", evidence, Effect.UNKNOWN, Sources.actions()));
	}

	private static String names(Set<ResourceType> types) {
		String names = types.stream()
			.limit(MOST_NAMED)
			.map((type) -> type.name() + " (" + type.arn() + ")")
			.collect(Collectors.joining(", "));
		return (types.size() > MOST_NAMED) ? names + " and " + (types.size() - MOST_NAMED) + " more" : names;
	}

	private static String unless(Overlap overlap) {
		return (overlap == Overlap.ONLY_WITH_COLON) ? " Only a resource with a colon in its name would match." : "";
	}

}
