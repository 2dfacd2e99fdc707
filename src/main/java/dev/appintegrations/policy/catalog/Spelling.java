package dev.appintegrations.policy.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Tells what a misspelt name may have meant.
 */
final class Spelling {

	private static final int MOST_ANSWERS = 3;

	private static final int LONGEST_NAME = 128;

	private Spelling() {
	}

	static String folded(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/**
	 * The candidates nearest to a name.
	 * @param name the name; letter case does not count
	 * @param candidates what it may have meant
	 * @return at most three, all equally near, in order; none if the nearest is further
	 * than a quarter of the name, or two edits for a short one
	 */
	static List<String> nearest(String name, Collection<String> candidates) {
		if (name.length() > LONGEST_NAME) {
			return List.of();
		}
		int best = Math.max(2, name.length() / 4);
		List<String> nearest = new ArrayList<>();
		for (String candidate : candidates) {
			if (Math.abs(candidate.length() - name.length()) > best) {
				continue;
			}
			int distance = distance(folded(name), folded(candidate));
			if (distance < best) {
				nearest.clear();
				best = distance;
			}
			if (distance == best) {
				nearest.add(candidate);
			}
		}
		return nearest.stream().sorted().limit(MOST_ANSWERS).toList();
	}

	/**
	 * Edits that make one text of another: characters inserted, deleted, replaced, and
	 * neighbours swapped.
	 */
	private static int distance(String from, String to) {
		int[] before = new int[to.length() + 1];
		int[] above = new int[to.length() + 1];
		int[] row = new int[to.length() + 1];
		for (int j = 0; j <= to.length(); j++) {
			above[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				boolean same = from.charAt(i - 1) == to.charAt(j - 1);
				row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
				if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
						&& from.charAt(i - 2) == to.charAt(j - 1)) {
					row[j] = Math.min(row[j], before[j - 2] + 1);
				}
			}
			int[] spare = before;
			before = above;
			above = row;
			row = spare;
		}
		return above[to.length()];
	}

}
