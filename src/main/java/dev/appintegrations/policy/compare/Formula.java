package dev.appintegrations.policy.compare;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

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

	private static final Comparator<BitSet> LEAST = Comparator.comparing(BitSet::cardinality);

	private static final BitSet ALWAYS = new BitSet();

	private static final Formula NEVER = new Formula(Set.of(), Set.of());

	static Formula of(Set<BitSet> allows, Set<BitSet> denies) {
		Set<BitSet> leastDenies = least(denies);
		return (allows.isEmpty() || leastDenies.contains(ALWAYS)) ? NEVER : new Formula(least(allows), leastDenies);
	}

	private static Set<BitSet> least(Set<BitSet> sets) {
		Set<BitSet> least = new HashSet<>(sets);
		least.removeIf((set) -> sets.stream().anyMatch((other) -> !other.equals(set) && contains(set, other)));
		return least;
	}

	private static boolean contains(BitSet set, BitSet part) {
		for (int atom = part.nextSetBit(0); atom >= 0; atom = part.nextSetBit(atom + 1)) {
			if (!set.get(atom)) {
				return false;
			}
		}
		return true;
	}

	private static boolean containsOneOf(BitSet set, Set<BitSet> parts) {
		return parts.stream().anyMatch((part) -> contains(set, part));
	}

	/**
	 * Whether it is plain that it allows nothing that the other does not; false if it
	 * would have to be looked at.
	 */
	boolean implies(Formula other) {
		return this.allows.stream().allMatch((set) -> containsOneOf(set, other.allows))
				&& other.denies.stream().allMatch((set) -> containsOneOf(set, this.denies));
	}

	/**
	 * What a difference to another formula would have to come from, the most promising
	 * first, and then all the rest.
	 */
	Stream<BitSet> beyond(Formula other) {
		Stream<BitSet> ownAllows = this.allows.stream()
			.filter((set) -> !containsOneOf(set, other.allows))
			.sorted(LEAST);
		Stream<BitSet> otherDenies = other.denies.stream()
			.filter((set) -> !containsOneOf(set, this.denies))
			.sorted(LEAST);
		Stream<BitSet> rest = Stream.of(this.allows, this.denies, other.allows, other.denies)
			.flatMap(Set::stream)
			.sorted(LEAST);
		return Stream.of(ownAllows, otherDenies, rest).flatMap((sets) -> sets);
	}

	/**
	 * How many sets are compared when a choice is made.
	 */
	long work() {
		return (long) this.allows.size() * this.allows.size() + (long) this.denies.size() * this.denies.size();
	}

	/**
	 * The atoms that it still depends on.
	 */
	BitSet atoms() {
		BitSet atoms = new BitSet();
		this.allows.forEach(atoms::or);
		this.denies.forEach(atoms::or);
		return atoms;
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
