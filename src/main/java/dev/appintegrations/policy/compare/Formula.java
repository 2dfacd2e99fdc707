package dev.appintegrations.policy.compare;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.compare.Factor.Choice;

/**
 * What a policy says of an action on a resource, as far as it is still open: it allows it
 * if all atoms of one of {@code allows} hold and all of none of {@code denies}.
 *
 * @param allows sets of atoms, none of which contains another
 * @param denies sets of atoms, none of which contains another
 */
record Formula(Set<BitSet> allows, Set<BitSet> denies) {

	/** The atom of which it isn't known whether it holds. */
	static final int UNDEFINED = 0;

	private static final BitSet ALWAYS = new BitSet();

	private static final Formula NEVER = new Formula(Set.of(), Set.of());

	static Formula of(Set<BitSet> allows, Set<BitSet> denies) {
		Set<BitSet> leastDenies = least(denies);
		return (allows.isEmpty() || leastDenies.contains(ALWAYS)) ? NEVER : new Formula(least(allows), leastDenies);
	}

	private static Set<BitSet> least(Set<BitSet> sets) {
		Set<BitSet> least = new HashSet<>();
		for (BitSet set : sets) {
			Predicate<BitSet> contains = (other) -> other != set && !other.equals(set) && contains(set, other);
			if (sets.stream().noneMatch(contains)) {
				least.add(set);
			}
		}
		return least;
	}

	private static boolean contains(BitSet set, BitSet part) {
		BitSet rest = (BitSet) part.clone();
		rest.andNot(set);
		return rest.isEmpty();
	}

	/**
	 * What is left of it with a choice made.
	 */
	Formula with(Factor factor, Choice choice) {
		return of(with(this.allows, factor, choice), with(this.denies, factor, choice));
	}

	private static Set<BitSet> with(Set<BitSet> sets, Factor factor, Choice choice) {
		Set<BitSet> left = new HashSet<>();
		for (BitSet set : sets) {
			BitSet open = (BitSet) set.clone();
			open.and(factor.atoms());
			BitSet failed = (BitSet) open.clone();
			failed.andNot(choice.truth().holds());
			failed.andNot(choice.truth().undefined());
			if (failed.isEmpty()) {
				BitSet rest = (BitSet) set.clone();
				rest.andNot(factor.atoms());
				if (open.intersects(choice.truth().undefined())) {
					rest.set(UNDEFINED);
				}
				left.add(rest);
			}
		}
		return left;
	}

	boolean dependsOn(Factor factor) {
		return this.allows.stream().anyMatch((set) -> set.intersects(factor.atoms()))
				|| this.denies.stream().anyMatch((set) -> set.intersects(factor.atoms()));
	}

	/**
	 * The verdict when nothing but {@link #UNDEFINED} is open.
	 */
	Decision decision() {
		if (this.allows.isEmpty()) {
			return Decision.IMPLICIT_DENY;
		}
		return (this.allows.contains(ALWAYS) && this.denies.isEmpty()) ? Decision.ALLOWED : Decision.NOT_SUPPORTED;
	}

}
