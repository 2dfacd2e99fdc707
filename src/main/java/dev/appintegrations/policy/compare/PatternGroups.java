package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/**
 * The actions, or the resources, of policies: what different elements of their statements
 * tell apart. Patterns with policy variables don't count.
 */
final class PatternGroups {

	private static final List<Glob> ACTION = List.of(Glob.arn("?*:?*", false));

	private static final List<Glob> RESOURCE = List.of(Glob.arn("arn:?*:?*:*:*:?*", false),
			Glob.literal("*", false, false));

	private static final List<Glob> ANYTHING = List.of(Glob.wildcards("*", false, false));

	private final Map<Set<Glob>, Integer> groups = new HashMap<>();

	private final boolean ignoreCase;

	private final List<TextClass> classes;

	private final boolean decidable;

	private PatternGroups(Collection<Policy> policies, Function<Statement, @Nullable Patterns> element,
			Collection<Glob> shape, Collection<String> examples, boolean ignoreCase) {
		this.ignoreCase = ignoreCase;
		List<Set<Glob>> inOrder = new ArrayList<>();
		for (Policy policy : policies) {
			for (Statement statement : policy.statements()) {
				Patterns patterns = element.apply(statement);
				if (patterns != null) {
					this.groups.computeIfAbsent(globs(patterns, policy.version()), (globs) -> {
						inOrder.add(globs);
						return inOrder.size() - 1;
					});
				}
			}
		}
		Optional<List<TextClass>> found = new Automaton(inOrder, shape, ignoreCase).classes(examples);
		this.decidable = found.isPresent();
		this.classes = found.orElseGet(() -> List.of(new TextClass(new BitSet(), List.copyOf(examples), true)));
	}

	/**
	 * Divides all actions, which are a service and a name.
	 */
	static PatternGroups actions(Collection<Policy> policies) {
		return new PatternGroups(policies, Statement::actions, ACTION,
				Examples.actions(patterns(policies, Statement::actions)), true);
	}

	/**
	 * Divides all resources, which are ARNs of six parts, or <code>*</code>; or any text
	 * if the policies have a pattern that can't be one of an ARN.
	 */
	static PatternGroups resources(Collection<Policy> policies) {
		Set<String> patterns = patterns(policies, Statement::resources);
		boolean arns = patterns.stream().allMatch((pattern) -> pattern.startsWith("arn:") || pattern.equals("*"));
		return new PatternGroups(policies, Statement::resources, arns ? RESOURCE : ANYTHING,
				Examples.resources(patterns, patterns(policies, Statement::actions)), false);
	}

	private static Set<String> patterns(Collection<Policy> policies, Function<Statement, @Nullable Patterns> element) {
		Set<String> patterns = new LinkedHashSet<>();
		for (Policy policy : policies) {
			for (Statement statement : policy.statements()) {
				Patterns own = element.apply(statement);
				if (own != null) {
					own.values()
						.stream()
						.filter((pattern) -> !Variables.in(pattern, policy.version()))
						.forEach(patterns::add);
				}
			}
		}
		return patterns;
	}

	private Set<Glob> globs(Patterns patterns, Version version) {
		return patterns.values()
			.stream()
			.filter((pattern) -> !Variables.in(pattern, version))
			.map((pattern) -> Glob.wildcards(pattern, Variables.escapes(version), this.ignoreCase))
			.collect(Collectors.toSet());
	}

	/**
	 * Whether they are few enough to look at all of them.
	 */
	boolean decidable() {
		return this.decidable;
	}

	/**
	 * The classes that the elements tell apart; one of all, if it can't be decided.
	 */
	List<TextClass> classes() {
		return this.classes;
	}

	/**
	 * Finds which of the {@linkplain TextClass#groups groups} of a class an element is.
	 * @param patterns an element of the policies
	 * @param version the version of its policy
	 * @return the number of the group
	 */
	int group(Patterns patterns, Version version) {
		return this.groups.getOrDefault(globs(patterns, version), -1);
	}

}
