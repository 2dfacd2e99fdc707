package dev.appintegrations.console.role.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.catalog.Catalog;

/**
 * Actions to complete from.
 */
final class ActionCompletion {

	private static final int MOST = 50;

	private ActionCompletion() {
	}

	/**
	 * All known actions of the services that a policy names, and those that people expect
	 * of the role.
	 */
	static Collection<String> of(Policy policy) {
		Collection<String> actions = new TreeSet<>(Example.ACTIONS);
		policy.statements()
			.stream()
			.map(Statement::actions)
			.flatMap((patterns) -> patterns.values().stream())
			.filter((action) -> action.contains(":"))
			.map((action) -> action.substring(0, action.indexOf(':')))
			.distinct()
			.forEach((service) -> actions.addAll(Catalog.get().expand(service + ":*")));
		return actions;
	}

	/**
	 * Known actions of all services that begin with a text, then those whose name holds
	 * it.
	 * @param typed what was typed, in any letter case
	 * @return at most {@value #MOST}, none for an empty text
	 */
	static List<String> matching(String typed) {
		String text = typed.strip().toLowerCase(Locale.ROOT);
		if (text.isEmpty()) {
			return List.of();
		}
		List<String> all = Catalog.get().expand("*");
		TreeSet<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		all.stream()
			.filter((action) -> action.toLowerCase(Locale.ROOT).startsWith(text))
			.limit(MOST)
			.forEach(found::add);
		all.stream()
			.filter((action) -> found.size() < MOST && action.toLowerCase(Locale.ROOT).contains(text))
			.forEach(found::add);
		return List.copyOf(found);
	}

}
