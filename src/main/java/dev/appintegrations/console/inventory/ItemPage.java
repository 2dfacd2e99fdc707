package dev.appintegrations.console.inventory;

import java.util.List;

/**
 * A page of items.
 *
 * @param items the items
 * @param totalItems items that the query matches
 * @param allItems items of the whole scan
 */
public record ItemPage(List<Integration> items, int totalItems, int allItems) {

	public ItemPage {
		items = List.copyOf(items);
	}

}
