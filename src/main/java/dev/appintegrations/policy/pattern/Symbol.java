package dev.appintegrations.policy.pattern;

/**
 * A part of a pattern.
 */
public sealed interface Symbol {

	/** The wildcard {@code *}. */
	Symbol ANY_TEXT = new AnyOf("", true);

	/** The wildcard {@code ?}. */
	Symbol ANY_CHARACTER = new AnyOf("", false);

	/**
	 * Whether it stands for a character.
	 * @param character the character
	 * @return true if it can
	 */
	boolean accepts(char character);

	/**
	 * Whether it stands for any number of characters, none included.
	 * @return false if it stands for exactly one
	 */
	boolean repeats();

	/**
	 * Whether some character can stand for both.
	 * @param other another symbol
	 * @return true if there is one
	 */
	default boolean shares(Symbol other) {
		if (this instanceof Literal(char character)) {
			return other.accepts(character);
		}
		return !(other instanceof Literal(char character)) || accepts(character);
	}

	/**
	 * Whether it stands, once, for all that another symbol stands for.
	 * @param other the other symbol
	 * @return true if it certainly does
	 */
	default boolean covers(Symbol other) {
		return equals(other) || (ANY_CHARACTER.equals(this) && other instanceof Literal);
	}

	/**
	 * A character.
	 *
	 * @param character the character
	 */
	record Literal(char character) implements Symbol {

		@Override
		public boolean accepts(char candidate) {
			return candidate == this.character;
		}

		@Override
		public boolean repeats() {
			return false;
		}

	}

	/**
	 * Any character, or any text, without certain characters.
	 *
	 * @param excluded the characters, no letter or digit among them
	 * @param repeats whether it is any text
	 */
	record AnyOf(String excluded, boolean repeats) implements Symbol {

		@Override
		public boolean accepts(char candidate) {
			return this.excluded.indexOf(candidate) < 0;
		}

	}

	/**
	 * A policy variable, whose value can be any text.
	 *
	 * @param name what stands between the braces
	 */
	record Variable(String name) implements Symbol {

		@Override
		public boolean accepts(char candidate) {
			return true;
		}

		@Override
		public boolean repeats() {
			return true;
		}

	}

}
