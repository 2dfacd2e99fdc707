package dev.appintegrations.policy.explain;

import java.util.List;
import java.util.Locale;

/**
 * Puts words together.
 */
final class Phrases {

	private static final int MOST_ITEMS = 8;

	private Phrases() {
	}

	/**
	 * Joins items.
	 * @param items the items
	 * @param last the word before the last one, {@code and} or {@code or}
	 * @return such as {@code a, b and c}; {@code nothing} if there is none; or
	 * {@code a, b and 12 more} where there are more than eight
	 */
	static String join(List<String> items, String last) {
		if (items.size() < 2) {
			return items.isEmpty() ? "nothing" : items.getFirst();
		}
		boolean cut = items.size() > MOST_ITEMS;
		List<String> first = items.subList(0, cut ? MOST_ITEMS - 1 : items.size() - 1);
		String end = cut ? (items.size() - first.size()) + " more" : items.getLast();
		return String.join(", ", first) + " " + last + " " + end;
	}

	static String quoted(String value) {
		return "“" + value + "”";
	}

	static String capitalised(String text) {
		int first = text.offsetByCodePoints(0, 1);
		return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
	}

	/**
	 * The name of a service without its long form.
	 * @param name such as {@code AWS Identity and Access Management (IAM)}
	 * @return such as {@code IAM}
	 */
	static String shortName(String name) {
		return name.matches(".* \\([A-Z0-9]+\\)") ? name.substring(name.lastIndexOf('(') + 1, name.length() - 1) : name;
	}

}
