package dev.appintegrations.policy.findings;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principals;
import dev.appintegrations.policy.explain.ElementPaths;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;
import dev.appintegrations.policy.pattern.GlobPattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds statements that another one covers: it has the same effect, matches at least the
 * same principals, actions and resources, and demands nothing more. Silent where that
 * can't be proved pattern by pattern.
 */
final class RedundantStatements implements Check {

	@Override
	public Stream<Finding> findings(Subject subject) {
		List<Statement> statements = subject.policy().statements();
		if (!Limits.comparesStatements(subject.policy())) {
			return Stream.empty();
		}
		return IntStream.range(0, statements.size())
			.filter((other) -> other != subject.index() && isCovered(subject, other))
			.limit(1)
			.mapToObj((other) -> subject.finding(Kind.REDUNDANT_STATEMENT, subject.path(),
					"Another statement does all of this", ElementPaths.statement(other) + " " + subject.verb()
							+ " everything that this statement " + subject.verb() + ".",
					Effect.NONE, Sources.EVALUATION));
	}

	/** Of two statements that cover each other only the later one is redundant. */
	private static boolean isCovered(Subject subject, int other) {
		Subject by = new Subject(subject.policy(), other);
		return covers(by, subject) && (other < subject.index() || !covers(subject, by));
	}

	private static boolean covers(Subject one, Subject other) {
		Statement wide = one.statement();
		Statement narrow = other.statement();
		return wide.effect() == narrow.effect() && samePrincipals(wide.principals(), narrow.principals())
				&& demandsNoMore(wide, narrow) && coversActions(wide.actions(), narrow.actions())
				&& coversResources(one, wide.resources(), narrow.resources());
	}

	private static boolean samePrincipals(@Nullable Principals wide, @Nullable Principals narrow) {
		return (wide == null || narrow == null) ? wide == narrow
				: wide.negated() == narrow.negated() && Set.copyOf(wide.values()).equals(Set.copyOf(narrow.values()));
	}

	private static boolean demandsNoMore(Statement wide, Statement narrow) {
		Set<Condition> demanded = narrow.conditions()
			.stream()
			.map(RedundantStatements::folded)
			.collect(Collectors.toSet());
		return wide.conditions().stream().map(RedundantStatements::folded).allMatch(demanded::contains);
	}

	private static Condition folded(Condition condition) {
		return new Condition(condition.operator(), condition.qualifier(), condition.ifExists(),
				condition.key().toLowerCase(Locale.ROOT), condition.values().stream().sorted().distinct().toList());
	}

	private static boolean coversActions(Patterns wide, Patterns narrow) {
		return covers(wide, narrow, wide.values().stream().map(GlobPattern::ofAction).toList(),
				narrow.values().stream().map(GlobPattern::ofAction).toList());
	}

	private static boolean coversResources(Subject subject, @Nullable Patterns wide, @Nullable Patterns narrow) {
		if (wide == null || narrow == null) {
			return wide == narrow;
		}
		if (narrow.negated() && !Set.copyOf(wide.values()).equals(Set.copyOf(narrow.values()))) {
			return false;
		}
		return covers(wide, narrow, wide.values().stream().map(subject::resource).toList(),
				narrow.values().stream().map(subject::resource).toList());
	}

	private static boolean covers(Patterns wide, Patterns narrow, List<GlobPattern> wideOnes,
			List<GlobPattern> narrowOnes) {
		if (wide.negated() != narrow.negated()) {
			return false;
		}
		List<GlobPattern> containing = narrow.negated() ? narrowOnes : wideOnes;
		List<GlobPattern> contained = narrow.negated() ? wideOnes : narrowOnes;
		return contained.stream().allMatch((each) -> containing.stream().anyMatch((other) -> other.covers(each)));
	}

}
