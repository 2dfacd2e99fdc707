package dev.appintegrations.policy.compare;

import java.util.BitSet;

import dev.appintegrations.policy.Statement.Effect;

/**
 * A statement, or a part of one that can stand alone.
 *
 * @param effect what it does to what it matches
 * @param actions its actions
 * @param resources its resources
 * @param atoms what else must hold
 */
record Rule(Effect effect, Element actions, Element resources, BitSet atoms) {

	/**
	 * The rule with one atom more.
	 */
	Rule supposing(int atom) {
		BitSet more = (BitSet) this.atoms.clone();
		more.set(atom);
		return new Rule(this.effect, this.actions, this.resources, more);
	}

	/**
	 * The actions or resources of a rule.
	 *
	 * @param group the number of the group of patterns
	 * @param negated whether it is what the group does not match
	 */
	record Element(int group, boolean negated) {

		/** Whatever it is. */
		static final Element ALL = new Element(Integer.MAX_VALUE, true);

		boolean matches(BitSet groups) {
			return groups.get(this.group) != this.negated;
		}

	}

}
