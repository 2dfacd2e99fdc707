package dev.appintegrations.policy.findings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.catalog.ActionFacts;
import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.catalog.ConditionKey;
import dev.appintegrations.policy.explain.ElementPaths;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds condition keys that AWS documents nowhere, or not for the actions of the
 * statement.
 */
final class UnknownConditionKeys implements Check {

	/** Global keys that are documented with each action that knows them. */
	private static final List<String> OF_TAGS = List.of("aws:resourcetag/", "aws:requesttag/", "aws:tagkeys");

	private static final String GLOBAL = "aws";

	@Override
	public Stream<Finding> findings(Subject subject) {
		return subject.statement().conditions().stream().flatMap((condition) -> {
			ConditionKey key = Catalog.get().conditionKey(condition.key());
			String evidence = (key == null) ? unknown(condition.key())
					: documentedWithActions(key) ? notOfActions(subject.statement().actions(), condition.key()) : null;
			return (evidence == null) ? Stream.empty() : Stream.of(finding(subject, condition, key, evidence));
		});
	}

	private static Finding finding(Subject subject, Condition condition, @Nullable ConditionKey key, String evidence) {
		return subject.finding(Kind.UNKNOWN_CONDITION_KEY, ElementPaths.condition(subject.index(), condition),
				(key == null) ? "The condition key is not documented"
						: "The condition key is not documented for the action",
				evidence + " If AWS sends no such key, the condition "
						+ (holdsWithoutKey(condition) ? "always" : "never") + " holds.",
				Effect.UNKNOWN, (key == null && isGlobal(condition.key())) ? Sources.GLOBAL_KEYS : Sources.actions());
	}

	private static @Nullable String unknown(String key) {
		String prefix = key.substring(0, Math.max(key.indexOf(':'), 0));
		if (!isGlobal(key) && !prefix.isEmpty() && !Catalog.get().isInFull(prefix)) {
			return null;
		}
		String missing = prefix.isEmpty() ? key + " has no prefix, as every condition key does."
				: "AWS documents no condition key " + key + ".";
		List<String> nearest = Catalog.get().nearestConditionKeys(key);
		return nearest.isEmpty() ? missing : missing + " Did you mean " + String.join(" or ", nearest) + "?";
	}

	private static boolean isGlobal(String key) {
		return key.toLowerCase(Locale.ROOT).startsWith(GLOBAL + ":");
	}

	private static boolean documentedWithActions(ConditionKey key) {
		return !key.global() || OF_TAGS.stream().anyMatch(key.name().toLowerCase(Locale.ROOT)::startsWith);
	}

	private static @Nullable String notOfActions(Patterns actions, String key) {
		if (actions.negated()) {
			return null;
		}
		String without = actions.values()
			.stream()
			.filter((action) -> noneKnows(Subject.facts(action), key))
			.collect(Collectors.joining(", "));
		return without.isEmpty() ? null : "AWS does not document " + key + " for " + without + ".";
	}

	private static boolean noneKnows(@Nullable List<ActionFacts> actions, String key) {
		return actions != null && actions.stream().noneMatch((action) -> action.knowsConditionKey(key));
	}

	private static boolean holdsWithoutKey(Condition condition) {
		return (condition.operator() == Operator.NULL) ? condition.values().stream().anyMatch("true"::equalsIgnoreCase)
				: condition.qualifier() == Qualifier.FOR_ALL_VALUES || condition.ifExists()
						|| (condition.operator().negated() && condition.qualifier() == Qualifier.NONE);
	}

}
