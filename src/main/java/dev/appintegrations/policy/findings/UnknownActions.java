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
		return IntStream.range(0, values.size())
			.filter((value) -> !"*".equals(values.get(value)) && Catalog.get().expand(values.get(value)).isEmpty())
			.mapToObj((value) -> subject.finding(Kind.UNKNOWN_ACTION, subject.actionPath(value),
					"The action is not documented", evidence(values.get(value)), Effect.UNKNOWN, Sources.actions()));
	}

	private static String evidence(String action) {
		int colon = action.indexOf(':');
		String prefix = (colon < 0) ? action : action.substring(0, colon);
		String service = Catalog.get().serviceName(prefix);
		boolean pattern = action.indexOf('*') >= 0 || action.indexOf('?') >= 0;
		String missing = (service == null) ? "AWS documents no service with the prefix " + prefix + "." : action
				+ (pattern ? " matches none" : " is none") + " of the actions that AWS documents for " + service + ".";
		List<String> nearest = pattern ? List.of() : Catalog.get().nearest(action);
		return nearest.isEmpty() ? missing : missing + " Did you mean " + String.join(" or ", nearest) + "?";
	}

}
