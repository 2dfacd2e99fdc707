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
		BitSet atoms = new BitSet();
		atoms.set(atom);
		return new Factor(description, false, atoms, List.of(new Choice(null, new Truth(atoms, new BitSet())),
				new Choice(null, new Truth(new BitSet(), new BitSet()))));
	}

	/**
	 * One of the choices.
	 *
	 * @param values the values of the key, or {@code null} if it is missing
	 * @param truth what that makes of the atoms
	 */
	record Choice(@Nullable List<String> values, Truth truth) {

	}

	/**
	 * The truth of the atoms.
	 *
	 * @param holds the atoms that hold
	 * @param undefined the atoms of which IAM does not say whether they hold
	 */
	record Truth(BitSet holds, BitSet undefined) {

		/**
		 * The truth of no more than some atoms.
		 */
		Truth of(BitSet atoms) {
			BitSet someHold = (BitSet) this.holds.clone();
			BitSet someUndefined = (BitSet) this.undefined.clone();
			someHold.and(atoms);
			someUndefined.and(atoms);
			return new Truth(someHold, someUndefined);
		}

	}

}
