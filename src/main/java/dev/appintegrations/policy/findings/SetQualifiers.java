package dev.appintegrations.policy.findings;

import java.util.stream.Stream;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.catalog.ConditionKey;
import dev.appintegrations.policy.explain.ElementPaths;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;

/**
 * Finds {@code ForAllValues} that a request without the key meets, and keys of several
 * values without a set qualifier.
 */
final class SetQualifiers implements Check {

	@Override
	public Stream<Finding> findings(Subject subject) {
		return subject.statement()
			.conditions()
			.stream()
			.flatMap((condition) -> (condition.qualifier() == Qualifier.FOR_ALL_VALUES)
					? forAllValues(subject, condition) : withoutQualifier(subject, condition));
	}

	private static Stream<Finding> forAllValues(Subject subject, Condition condition) {
		boolean demandedElsewhere = subject.statement()
			.conditions()
			.stream()
			.anyMatch((other) -> other.key().equalsIgnoreCase(condition.key()) && needsKey(other));
		if (demandedElsewhere || condition.operator() == Operator.NULL) {
			return Stream.empty();
		}
		Witness witness = Witness.of(subject);
		if (witness.isOverruled()) {
			return Stream.empty();
		}
		Request example = witness.request();
		String evidence = "ForAllValues holds for a request that has no value of " + condition.key()
				+ ", so the statement also " + subject.verb() + " "
				+ ((example != null) ? example.action() + " without it." : "such requests.")
				+ " A Null condition with the value false on the same key would prevent that.";
		return Stream.of(new Finding(Kind.FOR_ALL_VALUES_WITHOUT_VALUE, subject.index(),
				ElementPaths.condition(subject.index(), condition), "The condition also holds without the key",
				evidence, Effect.moreIf(subject.allows()), Sources.SET_OPERATORS, example));
	}

	private static boolean needsKey(Condition condition) {
		if (condition.operator() == Operator.NULL) {
			return condition.values().stream().noneMatch("true"::equalsIgnoreCase);
		}
		return !condition.ifExists() && (condition.qualifier() == Qualifier.FOR_ANY_VALUE
				|| (condition.qualifier() == Qualifier.NONE && !condition.operator().negated()));
	}

	private static Stream<Finding> withoutQualifier(Subject subject, Condition condition) {
		ConditionKey key = Catalog.get().conditionKey(condition.key());
		if (key == null || !key.multiValued() || condition.qualifier() != Qualifier.NONE
				|| condition.operator() == Operator.NULL) {
			return Stream.empty();
		}
		return Stream.of(subject.finding(
				Kind.MULTI_VALUED_KEY_WITHOUT_QUALIFIER, ElementPaths.condition(subject.index(), condition),
				"The key may have several values", "A request may have several values of " + key.name() + ", and "
						+ condition.operatorText() + " says neither ForAllValues nor ForAnyValue.",
				Effect.UNKNOWN, Sources.SET_OPERATORS));
	}

}
