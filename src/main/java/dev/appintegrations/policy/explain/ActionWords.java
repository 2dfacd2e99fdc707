package dev.appintegrations.policy.explain;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.catalog.Catalog;

/**
 * Says what one may or may not do.
 */
final class ActionWords {

	private static final String EVERYTHING = "*";

	private final Catalog catalog = Catalog.get();

	private final KnownActions known;

	private final boolean allow;

	private final boolean negated;

	ActionWords(KnownActions known, Effect effect, Patterns actions) {
		this.known = known;
		this.allow = effect == Effect.ALLOW;
		this.negated = actions.negated();
	}

	/**
	 * Explains an action.
	 * @param path where it stands
	 * @param pattern the action as written
	 * @return its explanation
	 */
	ActionExplanation explain(String path, String pattern) {
		KnownActions.Matches matches = this.known.of(pattern);
		return new ActionExplanation(path, pattern, text(pattern, matches.count()), matches.count(), matches.known());
	}

	private String text(String pattern, int matches) {
		String all = (this.allow || this.negated) ? "do everything" : "do anything";
		if (EVERYTHING.equals(pattern)) {
			return all + " (*)";
		}
		String words = this.catalog.words(pattern);
		if (words != null) {
			return words + " (" + pattern + ")";
		}
		if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
			return "use " + pattern;
		}
		int colon = pattern.indexOf(':');
		String service = this.catalog.serviceName(pattern.substring(0, Math.max(colon, 0)));
		if (service != null && EVERYTHING.equals(pattern.substring(colon + 1))) {
			return all + " in " + Phrases.shortName(service) + " (" + pattern + ")";
		}
		return switch (matches) {
			case 0 -> "use actions that match " + pattern;
			case 1 -> "use the one known action that matches " + pattern;
			default -> "use the " + matches + " known actions that match " + pattern;
		};
	}

	/**
	 * All actions of a statement, after <i>may</i> or <i>may not</i>.
	 * @param explained the actions
	 * @return such as {@code start flows (appflow:StartFlow) and use appflow:RunFlow}
	 */
	String phrase(List<ActionExplanation> explained) {
		List<String> items = new ArrayList<>();
		List<String> others = new ArrayList<>();
		for (ActionExplanation action : explained) {
			boolean bare = action.text().equals("use " + action.pattern());
			(bare ? others : items).add(bare && !others.isEmpty() ? action.pattern() : action.text());
		}
		items.addAll(others);
		if (!this.negated) {
			return Phrases.join(items, this.allow ? "and" : "or");
		}
		List<String> nouns = items.stream().map((item) -> item.replaceFirst("^(do|use) ", "")).toList();
		return (this.allow ? "do everything except " : "do anything except ") + Phrases.join(nouns, "and");
	}

}
