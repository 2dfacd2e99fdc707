package dev.appintegrations.console.role;

import java.util.Optional;

/**
 * What IAM takes as the description of a role (IAM API reference, {@code CreateRole}): at
 * most 1,000 characters of Latin-1 without most control characters.
 */
public final class RoleDescription {

	/** The most characters. */
	public static final int MOST = 1000;

	private RoleDescription() {
	}

	/**
	 * Checks a description.
	 * @param text the description
	 * @return what is wrong with it and where, or empty if IAM takes it
	 */
	public static Optional<String> problem(String text) {
		int position = 0;
		for (int character : text.codePoints().toArray()) {
			position++;
			if (!allowed(character)) {
				return Optional
					.of("IAM takes no %s in a description; it is character %d".formatted(name(character), position));
			}
		}
		return (position > MOST)
				? Optional
					.of("IAM takes at most %,d characters in a description; these are %,d".formatted(MOST, position))
				: Optional.empty();
	}

	private static boolean allowed(int character) {
		return character == '\t' || character == '\n' || character == '\r' || character >= 0x20 && character <= 0x7E
				|| character >= 0xA1 && character <= 0xFF;
	}

	private static String name(int character) {
		String code = "U+%04X".formatted(character);
		String name = Character.getName(character);
		boolean visible = Character.isLetterOrDigit(character) || Character.getType(character) == Character.OTHER_SYMBOL
				|| Character.getType(character) == Character.DASH_PUNCTUATION;
		return (visible ? "\u201C" + Character.toString(character) + "\u201D " : "") + "(" + code
				+ ((name != null) ? ", " + name : "") + ")";
	}

}
