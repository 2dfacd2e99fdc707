package dev.appintegrations.policy.findings;

import java.util.stream.Stream;

import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principals;
import dev.appintegrations.policy.explain.ElementPaths;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;

/**
 * Finds statements that allow all but what they list.
 */
final class NotElements implements Check {

	@Override
	public Stream<Finding> findings(Subject subject) {
		if (!subject.allows()) {
			return Stream.empty();
		}
		Patterns actions = subject.statement().actions();
		Patterns resources = subject.statement().resources();
		Principals principals = subject.statement().principals();
		Stream.Builder<Finding> findings = Stream.builder();
		if (actions.negated()) {
			findings.add(finding(subject, ElementPaths.element(subject.index(), "Action", actions),
					"Allow with NotAction allows every action that is not listed, also of other services and actions that AWS adds later.",
					Sources.NOT_ACTION));
		}
		if (resources != null && resources.negated()) {
			findings.add(finding(subject, ElementPaths.element(subject.index(), "Resource", resources),
					"Allow with NotResource allows the actions on every resource that is not listed, also on resources that are made later.",
					Sources.NOT_RESOURCE));
		}
		if (principals != null && principals.negated()) {
			findings.add(finding(subject, subject.path() + ".NotPrincipal",
					"Allow with NotPrincipal allows everybody who is not listed, also people of other accounts and anonymous ones.",
					Sources.NOT_PRINCIPAL));
		}
		return findings.build();
	}

	private static Finding finding(Subject subject, String path, String evidence, String source) {
		return subject.finding(Kind.ALLOW_WITH_NOT_ELEMENT, path, "The statement allows all but what it lists",
				evidence, Effect.ALLOWS_MORE, source);
	}

}
