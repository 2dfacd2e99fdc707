package dev.appintegrations.console.deletion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A text that must be typed, with its odd characters made visible. What is shown for one
 * stands beside it, so that copying gives the text itself.
 */
final class Spelling {

	private Spelling() {
	}

	/**
	 * Splits a text.
	 * @param text any text
	 * @return runs that make it up again
	 */
	static List<Run> of(String text) {
		List<Run> runs = new ArrayList<>();
		StringBuilder plain = new StringBuilder();
		int first = leading(text);
		int last = text.length() - trailing(text);
		for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			int character = text.codePointAt(at);
			String shown = (at < first || at >= last) ? "·" : name(character);
			if (shown.isEmpty()) {
				plain.appendCodePoint(character);
			}
			else {
				add(runs, plain);
				runs.add(new Run(Character.toString(character), shown));
			}
		}
		add(runs, plain);
		return runs;
	}

	private static void add(List<Run> runs, StringBuilder plain) {
		if (!plain.isEmpty()) {
			runs.add(new Run(plain.toString(), ""));
			plain.setLength(0);
		}
	}

	private static int leading(String text) {
		int spaces = 0;
		while (spaces < text.length() && text.charAt(spaces) == ' ') {
			spaces++;
		}
		return spaces;
	}

	private static int trailing(String text) {
		int spaces = 0;
		while (spaces < text.length() && text.charAt(text.length() - 1 - spaces) == ' ') {
			spaces++;
		}
		return spaces;
	}

	private static String name(int character) {
		boolean invisible = switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				true;
			case Character.SPACE_SEPARATOR -> character != ' ';
			default -> false;
		};
		return invisible ? "[" + Objects.requireNonNullElse(Character.getName(character), "U+%04X".formatted(character))
			.toLowerCase(Locale.ROOT) + "]" : "";
	}

	/**
	 * A part of the text.
	 *
	 * @param text the characters themselves
	 * @param shown what to show for them, empty if they show themselves
	 */
	record Run(String text, String shown) {

	}

}
