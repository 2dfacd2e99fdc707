package dev.appintegrations.console.deletion.plan;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Compares what was typed with what must be typed, and says how they differ.
 */
public final class Phrase {

	private Phrase() {
	}

	/**
	 * How a typed text differs.
	 * @param expected what must be typed
	 * @param typed what was typed, or {@code null} if nothing was
	 * @return a sentence, or empty if both are the same, character by character
	 */
	public static Optional<String> difference(String expected, @Nullable String typed) {
		if (expected.equals(typed)) {
			return Optional.empty();
		}
		if (typed == null || typed.isEmpty()) {
			return Optional.of("Nothing was typed.");
		}
		if (typed.strip().equals(expected)) {
			return Optional.of("There is a space before or after the text.");
		}
		int at = firstDifference(expected, typed);
		if (expected.equalsIgnoreCase(typed)) {
			return Optional.of("Case differs at character " + (at + 1) + ".");
		}
		if (at >= typed.length()) {
			return Optional.of("The text ends too early, after character " + at + ".");
		}
		if (at >= expected.length()) {
			return Optional.of("The text goes on after its end, from character " + (at + 1) + ".");
		}
		return Optional.of("Character " + (at + 1) + " is " + named(typed.codePointAt(at)) + " where "
				+ named(expected.codePointAt(at)) + " is expected.");
	}

	private static int firstDifference(String expected, String typed) {
		int at = 0;
		while (at < expected.length() && at < typed.length() && expected.charAt(at) == typed.charAt(at)) {
			at++;
		}
		return at;
	}

	/** Look-alikes are told apart by their code points. */
	private static String named(int codePoint) {
		String name = Character.getName(codePoint);
		String shown = Character.isLetterOrDigit(codePoint) || "/._-".indexOf(codePoint) >= 0
				? "“" + Character.toString(codePoint) + "” " : "";
		return shown + "(U+%04X%s)".formatted(codePoint,
				(name != null) ? " " + name.toLowerCase(java.util.Locale.ROOT) : "");
	}

}
