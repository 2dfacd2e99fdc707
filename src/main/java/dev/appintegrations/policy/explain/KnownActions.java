package dev.appintegrations.policy.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.explain.ActionExplanation.KnownAction;

/**
 * Looks up the known actions of a policy's patterns, each pattern once, and lists no more
 * than a page can show.
 */
final class KnownActions {

	private static final int MOST_OF_A_POLICY = 20_000;

	private final Catalog catalog = Catalog.get();

	private final Map<String, Matches> found = new HashMap<>();

	private int listed;

	/**
	 * Looks a pattern up.
	 * @param pattern an action or a pattern of actions
	 * @return what it matches
	 */
	Matches of(String pattern) {
		return this.found.computeIfAbsent(pattern, this::find);
	}

	private Matches find(String pattern) {
		if ("*".equals(pattern)) {
			return new Matches(this.catalog.size(), List.of());
		}
		List<String> actions = this.catalog.expand(pattern);
		int most = Math.min(ActionExplanation.MOST_LISTED, MOST_OF_A_POLICY - this.listed);
		List<KnownAction> known = actions.stream().limit(most).map(this::known).toList();
		this.listed += known.size();
		return new Matches(actions.size(), known);
	}

	private KnownAction known(String action) {
		return new KnownAction(action, this.catalog.words(action), this.catalog.action(action));
	}

	/**
	 * The known actions that a pattern matches.
	 *
	 * @param count how many there are
	 * @param known those that are listed
	 */
	record Matches(int count, List<KnownAction> known) {

	}

}
