package dev.appintegrations.policy.findings;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.explain.ElementPaths;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;

/**
 * Finds policy variables in policies of the language's older version, which has none.
 */
final class LiteralVariables implements Check {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+}");

	@Override
	public Stream<Finding> findings(Subject subject) {
		if (subject.policy().version() != Version.V2008_10_17) {
			return Stream.empty();
		}
		Stream<Finding> inConditions = subject.statement()
			.conditions()
			.stream()
			.filter((condition) -> condition.values().stream().anyMatch((value) -> VARIABLE.matcher(value).find()))
			.map((condition) -> finding(subject, ElementPaths.condition(subject.index(), condition),
					condition.operator().negated()));
		return Stream.concat(inResources(subject), inConditions);
	}

	private static Stream<Finding> inResources(Subject subject) {
		Patterns resources = subject.statement().resources();
		return (resources == null) ? Stream.empty()
				: IntStream.range(0, resources.values().size())
					.filter((value) -> VARIABLE.matcher(resources.values().get(value)).find())
					.mapToObj((value) -> finding(subject, ElementPaths.resource(subject.index(), resources, value),
							resources.negated()));
	}

	private static Finding finding(Subject subject, String path, boolean negated) {
		return subject.finding(Kind.VARIABLE_TAKEN_LITERALLY, path, "The variable is literal text",
				"Policy variables need the version 2012-10-17. In a policy of version 2008-10-17, or without a version, ${…} is compared as it stands.",
				Effect.moreIf(subject.allows() == negated), Sources.VARIABLES);
	}

}
