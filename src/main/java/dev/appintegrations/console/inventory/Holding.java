package dev.appintegrations.console.inventory;

import java.util.List;

/**
 * Who holds an association, as far as it can be proved.
 */
public sealed interface Holding {

	/**
	 * Exactly one holder names the integration, and no other association can be its.
	 *
	 * @param holder the holder
	 */
	record Held(Holder holder) implements Holding {

	}

	/**
	 * Several holders name the integration, and nothing proves which of them holds this
	 * association.
	 *
	 * @param holders at least two, or one for several associations
	 */
	record Ambiguous(List<Holder> holders) implements Holding {

		public Ambiguous {
			holders = List.copyOf(holders);
		}

	}

	/**
	 * Nobody can delete it.
	 *
	 * @param reason why, a sentence
	 */
	record Undeletable(String reason) implements Holding {

	}

	/**
	 * Every list of holders of the region was read to its end, or the service has no
	 * endpoint there, the client is one that the console knows, and none of them names
	 * the integration.
	 *
	 * @param reason what was looked through, a sentence
	 */
	record Orphaned(String reason) implements Holding {

	}

	/**
	 * Not known.
	 *
	 * @param reason why, such as which call was denied, a sentence
	 * @param found holders that were found all the same
	 */
	record Unknown(String reason, List<Holder> found) implements Holding {

		public Unknown {
			found = List.copyOf(found);
		}

	}

}
