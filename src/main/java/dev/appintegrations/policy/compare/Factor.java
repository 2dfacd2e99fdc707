package dev.appintegrations.policy.compare;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a request may vary in independently of all else: a condition key, or something
 * undecidable that holds or does not.
 *
 * @param key the condition key in lower case, or for what is undecidable its description
 * @param decidable whether it is a condition key
 * @param atoms the atoms whose truth depends on it
 * @param choices one choice for each way in which it can make them true, the most telling
 * first
 */
record Factor(String key, boolean decidable, BitSet atoms, List<Choice> choices) {

	Factor {
		choices = List.copyOf(choices);
	}

	static Factor undecidable(String description, int atom) {
		BitSet atoms = BitSet.valueOf(new long[0]);
		atoms.set(atom);
		return new Factor(description, false, atoms,
				List.of(new Choice(null, atoms, new BitSet()), new Choice(null, new BitSet(), new BitSet())));
	}

	/**
	 * One of the choices.
	 *
	 * @param values the values of the key, or {@code null} if it is missing
	 * @param holds the atoms that hold then
	 * @param undefined the atoms of which IAM does not say what they do then
	 */
	record Choice(@Nullable List<String> values, BitSet holds, BitSet undefined) {

		boolean sameTruth(Choice other) {
			return this.holds.equals(other.holds) && this.undefined.equals(other.undefined);
		}

	}

}
