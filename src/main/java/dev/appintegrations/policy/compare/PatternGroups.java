package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.compare.Automaton.TextClass;
import dev.appintegrations.policy.compare.Rule.Element;
import org.jspecify.annotations.Nullable;

/**
 * The actions, or the resources, of policies: what different elements of their statements
 * tell apart. Resources with policy variables don't count; in actions there are none.
 */
final class PatternGroups {

	private static final List<Glob> ACTION = List.of(Glob.arn("?*:?*", false));

	private static final List<Glob> RESOURCE = List.of(Glob.arn("arn:?*:?*:*:*:?*", false),
			Glob.literal("*", false, false));

	private static final List<Glob> ANYTHING = List.of(Glob.wildcards("*", false, false));

	private final String name;

	private final Collection<Glob> shape;

	private final boolean ignoreCase;

	private final List<String> examples;

	private final Map<Set<Glob>, Integer> groups = new LinkedHashMap<>();

	private final List<String> texts = new ArrayList<>();

	private final Map<BitSet, Optional<List<TextClass>>> classes = new HashMap<>();

	private final Effort effort = new Effort();

	private PatternGroups(String name, Collection<Glob> shape, boolean ignoreCase, List<String> examples) {
		this.name = name;
		this.shape = shape;
		this.ignoreCase = ignoreCase;
		this.examples = examples;
	}

	/**
	 * Divides all actions, which are a service and a name.
	 */
	static PatternGroups actions(Collection<Policy> policies) {
		return new PatternGroups("Action", ACTION, true, Examples.actions(patterns(policies, Statement::actions)));
	}

	/**
	 * Divides all resources, which are ARNs of six parts, or <code>*</code>; or any text
	 * if the policies have a pattern that can't be one of an ARN.
	 */
	static PatternGroups resources(Collection<Policy> policies) {
		Set<String> patterns = patterns(policies, Statement::resources);
		policies.forEach((policy) -> patterns.removeIf((pattern) -> Variables.inResource(pattern, policy.version())));
		boolean arns = patterns.stream().allMatch((pattern) -> pattern.startsWith("arn:") || pattern.equals("*"));
		return new PatternGroups("Resource", arns ? RESOURCE : ANYTHING, false,
				Examples.resources(patterns, patterns(policies, Statement::actions)));
	}

	private static Set<String> patterns(Collection<Policy> policies, Function<Statement, @Nullable Patterns> element) {
		Set<String> patterns = new LinkedHashSet<>();
		for (Policy policy : policies) {
			for (Statement statement : policy.statements()) {
				Patterns own = element.apply(statement);
				if (own != null) {
					patterns.addAll(own.values());
				}
			}
		}
		return patterns;
	}

	private Set<Glob> globs(Patterns patterns, Version version) {
		boolean variables = !this.ignoreCase && Variables.escapes(version);
		return patterns.values()
			.stream()
			.filter((pattern) -> !variables || !Variables.inResource(pattern, version))
			.map((pattern) -> Glob.wildcards(pattern, variables, this.ignoreCase))
			.collect(Collectors.toSet());
	}

	/**
	 * What an element matches.
	 * @param patterns the element
	 * @param version the version of its policy
	 * @return the element by the number of its group, the same for the same patterns
	 */
	Element element(Patterns patterns, Version version) {
		return new Element(this.groups.computeIfAbsent(globs(patterns, version), (globs) -> {
			this.texts.add("%s in version %s".formatted(String.join(", ", patterns.values()), version.text()));
			return this.groups.size();
		}), patterns.negated());
	}

	/**
	 * All groups so far.
	 */
	BitSet all() {
		BitSet all = new BitSet();
		all.set(0, this.groups.size());
		return all;
	}

	/**
	 * The classes that groups tell apart.
	 * @param some the groups
	 * @return the classes, or nothing if they are too many to look at
	 */
	Optional<List<TextClass>> classes(BitSet some) {
		return this.classes.computeIfAbsent(some, (key) -> {
			List<Set<Glob>> globs = new ArrayList<>();
			this.groups.forEach((group, number) -> globs.add(some.get(number) ? group : Set.of()));
			return new Automaton(globs, this.shape, this.ignoreCase, this.effort).classes(this.examples);
		});
	}

	/**
	 * All texts as one class, which no group can be said to match.
	 */
	TextClass anything() {
		return new TextClass(new BitSet(), this.examples, true);
	}

	/**
	 * An element in words, different ones for different elements.
	 */
	String text(Element element) {
		return (element.negated() ? "Not" : "") + this.name + " " + this.texts.get(element.group());
	}

}
