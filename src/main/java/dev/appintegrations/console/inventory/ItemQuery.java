package dev.appintegrations.console.inventory;

import java.util.Set;

import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a scan, in which order.
 *
 * @param regions only these, all if empty
 * @param kinds only these, all if empty
 * @param text found in name, ARN, source or description, ignoring case; {@code null} or
 * blank for all
 * @param associated only items that have ({@code true}) or have not ({@code false}) an
 * association, both if {@code null}
 * @param undeletable only items with a bulk-export association, if true
 * @param holding only items whose associations come to this, all if {@code null}
 * @param sort the column to sort by
 * @param descending whether the order is reversed
 * @param page number of the page, from 0
 * @param size items on a page, 1 to 500
 */
public record ItemQuery(Set<Region> regions, Set<Kind> kinds, @Nullable String text, @Nullable Boolean associated,
		boolean undeletable, @Nullable HoldingState holding, Sort sort, boolean descending, int page, int size) {

	/**
	 * The largest page.
	 */
	public static final int MAX_SIZE = 500;

	public ItemQuery {
		regions = Set.copyOf(regions);
		kinds = Set.copyOf(kinds);
		if (page < 0) {
			throw new IllegalArgumentException("page is 0 or more");
		}
		if (size < 1 || size > MAX_SIZE) {
			throw new IllegalArgumentException("size is 1 to 500");
		}
	}

	/**
	 * Columns that can be sorted by.
	 */
	public enum Sort {

		/** By name, ignoring case. */
		NAME,

		/** By kind. */
		KIND,

		/** By region code. */
		REGION,

		/** By source. */
		SOURCE,

		/** By number of associations; unread ones last. */
		ASSOCIATIONS

	}

}
