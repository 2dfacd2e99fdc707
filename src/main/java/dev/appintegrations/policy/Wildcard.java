package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Text in which {@code *} stands for any characters and {@code ?} for one. Pieces between
 * stars are looked for from left to right and never again, so that no pattern makes
 * matching slow: it takes time in proportion to the text, however the pattern is made,
 * but for long pieces with {@code ?}, where a word operation counts for 64 characters.
 */
final class Wildcard {

	private static final Wildcard ANYTHING = new Builder().pattern("*").build();

	private final Piece[] pieces;

	private Wildcard(Piece[] pieces) {
		this.pieces = pieces;
	}

	static Wildcard of(String pattern) {
		return "*".equals(pattern) ? ANYTHING : new Builder().pattern(pattern).build();
	}

	boolean matches(CharSequence value) {
		Piece first = this.pieces[0];
		if (this.pieces.length == 1) {
			return value.length() == first.length() && first.at(value, 0);
		}
		Piece last = this.pieces[this.pieces.length - 1];
		int end = value.length() - last.length();
		int position = first.length();
		if (position > end || !first.at(value, 0) || !last.at(value, end)) {
			return false;
		}
		for (int i = 1; i < this.pieces.length - 1; i++) {
			int found = this.pieces[i].find(value, position, end);
			if (found < 0) {
				return false;
			}
			position = found + this.pieces[i].length();
		}
		return true;
	}

	/**
	 * Puts a pattern together.
	 */
	static final class Builder {

		private final List<Piece> pieces = new ArrayList<>();

		private final StringBuilder text = new StringBuilder();

		private final BitSet any = new BitSet();

		/** Adds text in which wildcards act. */
		Builder pattern(String pattern) {
			for (int i = 0; i < pattern.length(); i++) {
				char character = pattern.charAt(i);
				if (character == '*') {
					endPiece();
				}
				else {
					if (character == '?') {
						this.any.set(this.text.length());
					}
					this.text.append(character);
				}
			}
			return this;
		}

		/** Adds text as it is. */
		Builder literal(String literal) {
			this.text.append(literal);
			return this;
		}

		private void endPiece() {
			this.pieces.add(new Piece(this.text.toString(), (BitSet) this.any.clone()));
			this.text.setLength(0);
			this.any.clear();
		}

		Wildcard build() {
			endPiece();
			return new Wildcard(this.pieces.toArray(Piece[]::new));
		}

	}

}
