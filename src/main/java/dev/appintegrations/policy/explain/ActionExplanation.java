package dev.appintegrations.policy.explain;

import java.util.List;

import dev.appintegrations.policy.catalog.ActionFacts;
import org.jspecify.annotations.Nullable;

/**
 * An action, or a pattern of actions, in plain words.
 *
 * @param path where it stands in the document, as a JSON path
 * @param pattern the action as written
 * @param text what one may do, after <i>may</i>, such as {@code delete flows
 * (appflow:DeleteFlow)}
 * @param matches how many known actions it matches
 * @param known the known actions that it matches, in order, at most {@value #MOST_LISTED}
 * and fewer once a policy has matched very many; none for {@code *}
 */
public record ActionExplanation(String path, String pattern, String text, int matches, List<KnownAction> known) {

	/** How many known actions are listed at most. */
	public static final int MOST_LISTED = 1000;

	public ActionExplanation {
		known = List.copyOf(known);
	}

	/**
	 * A documented action.
	 *
	 * @param id such as {@code appflow:DeleteFlow}
	 * @param words what it does in words of our own, such as {@code delete flows}, or
	 * {@code null}
	 * @param facts its level, resource types and condition keys, or {@code null} if its
	 * service is not known in full
	 */
	public record KnownAction(String id, @Nullable String words, @Nullable ActionFacts facts) {

	}

}
