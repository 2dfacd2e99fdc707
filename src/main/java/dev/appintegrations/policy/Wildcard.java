package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Text in which {@code *} stands for any characters and {@code ?} for one. Pieces between
 * stars are looked for from left to right and never again, so that no pattern makes
 * matching slow.
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

	boolean matches(String value) {
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

	/**
	 * What stands between two stars.
	 *
	 * @param text its characters
	 * @param any which of them stand for any character
	 */
	private record Piece(String text, BitSet any) {

		int length() {
			return this.text.length();
		}

		boolean at(String value, int offset) {
			if (this.any.isEmpty()) {
				return value.startsWith(this.text, offset);
			}
			for (int i = 0; i < this.text.length(); i++) {
				if (!this.any.get(i) && value.charAt(offset + i) != this.text.charAt(i)) {
					return false;
				}
			}
			return true;
		}

		/** The first place from {@code start} on that ends by {@code end}, or -1. */
		int find(String value, int start, int end) {
			if (this.any.isEmpty()) {
				int found = value.indexOf(this.text, start);
				return (found >= 0 && found + length() <= end) ? found : -1;
			}
			for (int offset = start; offset + length() <= end; offset++) {
				if (at(value, offset)) {
					return offset;
				}
			}
			return -1;
		}

	}

}
