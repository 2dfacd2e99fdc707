package dev.appintegrations.policy.findings;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;

/**
 * Finds actions that AWS does not document.
 */
final class UnknownActions implements Check {

	@Override
	public Stream<Finding> findings(Subject subject) {
		List<String> values = subject.statement().actions().values();
		return IntStream.range(0, values.size()).boxed().flatMap((value) -> {
			String why = Catalog.get().whyUnknown(values.get(value));
			return (why == null) ? Stream.empty() : Stream.of(subject.finding(Kind.UNKNOWN_ACTION,
					subject.actionPath(value), "The action is not documented", why, Effect.UNKNOWN, Sources.actions()));
		});
	}

}
