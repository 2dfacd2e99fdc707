package dev.appintegrations.console.inventory;

import java.util.Collection;

/**
 * How much is known of who holds an association. Declared from what needs nobody's
 * attention to what needs it most.
 */
public enum HoldingState {

	/** By exactly one holder. */
	HELD("held"),

	/** By one of several. */
	AMBIGUOUS("one of several holders"),

	/** Not known. */
	UNKNOWN("holder not known"),

	/** By nobody any more. */
	ORPHANED("orphaned"),

	/** Nobody can delete it. */
	UNDELETABLE("can't be deleted");

	private final String words;

	HoldingState(String words) {
		this.words = words;
	}

	/**
	 * The state for people.
	 * @return a word or two
	 */
	public String words() {
		return this.words;
	}

	static HoldingState of(Holding holding) {
		return switch (holding) {
			case Holding.Held held -> HELD;
			case Holding.Ambiguous ambiguous -> AMBIGUOUS;
			case Holding.Undeletable undeletable -> UNDELETABLE;
			case Holding.Orphaned orphaned -> ORPHANED;
			case Holding.Unknown unknown -> UNKNOWN;
		};
	}

	/**
	 * What counts for an item with several associations.
	 * @param states at least one
	 * @return the most troubling of them
	 */
	public static HoldingState worst(Collection<HoldingState> states) {
		return states.stream().max(HoldingState::compareTo).orElseThrow();
	}

}
