package dev.appintegrations.policy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stands between two stars of a {@link Wildcard}: text in which some characters may
 * be any.
 * <p>
 * A short piece is looked for place by place. A long one is looked for as Knuth, Morris
 * and Pratt do, or if some of its characters may be any, at 64 places with each word
 * operation: so no pattern makes it slow.
 */
final class Piece {

	/** Up to here, looking place by place is linear enough, and faster. */
	private static final int SHORT = 16;

	private static final int[] NONE = {};

	private final String text;

	private final BitSet any;

	private final boolean exact;

	private final int[] borders;

	/**
	 * Makes a piece.
	 * @param text its characters
	 * @param any which of them stand for any character
	 */
	Piece(String text, BitSet any) {
		this.text = text;
		this.any = any;
		this.exact = any.isEmpty();
		this.borders = (this.exact && text.length() > SHORT) ? borders(text) : NONE;
	}

	/** The length of the longest border of each prefix. */
	private static int[] borders(String text) {
		int[] borders = new int[text.length()];
		for (int i = 1, length = 0; i < borders.length; i++) {
			while (length > 0 && text.charAt(i) != text.charAt(length)) {
				length = borders[length - 1];
			}
			length += (text.charAt(i) == text.charAt(length)) ? 1 : 0;
			borders[i] = length;
		}
		return borders;
	}

	int length() {
		return this.text.length();
	}

	/** Whether it stands at a place, from which the value is long enough. */
	boolean at(CharSequence value, int place) {
		for (int i = 0; i < this.text.length(); i++) {
			if (this.text.charAt(i) != value.charAt(place + i) && (this.exact || !this.any.get(i))) {
				return false;
			}
		}
		return true;
	}

	/** The first place from {@code start} on that ends by {@code end}, or -1. */
	int find(CharSequence value, int start, int end) {
		if (length() > end - start) {
			return -1;
		}
		if (length() > SHORT) {
			return this.exact ? findExact(value, start, end) : findAny(value, start, end);
		}
		for (int place = start; place + length() <= end; place++) {
			if (at(value, place)) {
				return place;
			}
		}
		return -1;
	}

	private int findExact(CharSequence value, int start, int end) {
		for (int i = start, length = 0; i < end; i++) {
			char character = value.charAt(i);
			while (length > 0 && character != this.text.charAt(length)) {
				length = this.borders[length - 1];
			}
			length += (character == this.text.charAt(length)) ? 1 : 0;
			if (length == length()) {
				return i + 1 - length;
			}
		}
		return -1;
	}

	/** Keeps for each prefix a bit whether it ends here, and shifts them on. */
	private int findAny(CharSequence value, int start, int end) {
		Map<Character, long[]> masks = masks();
		long[] wild = this.any.toLongArray();
		long[] open = new long[(length() - 1) / Long.SIZE + 1];
		int last = length() - 1;
		for (int i = start; i < end; i++) {
			long[] mask = masks.get(value.charAt(i));
			long carry = 1;
			for (int word = 0; word < open.length; word++) {
				long next = open[word] >>> (Long.SIZE - 1);
				open[word] = ((open[word] << 1) | carry) & (bits(mask, word) | bits(wild, word));
				carry = next;
			}
			if ((open[last / Long.SIZE] & (1L << last)) != 0) {
				return i - last;
			}
		}
		return -1;
	}

	private Map<Character, long[]> masks() {
		Map<Character, long[]> masks = new HashMap<>();
		for (int i = 0; i < length(); i++) {
			if (!this.any.get(i)) {
				masks.computeIfAbsent(this.text.charAt(i), (character) -> new long[(length() - 1) / Long.SIZE + 1])[i
						/ Long.SIZE] |= 1L << i;
			}
		}
		return masks;
	}

	private static long bits(long @Nullable [] mask, int word) {
		return (mask != null && word < mask.length) ? mask[word] : 0;
	}

}
