package dev.appintegrations.console.api;

import java.util.List;

/**
 * A page of a collection.
 *
 * @param items what is on it
 * @param page which page it is
 */
public record PageOf<T>(List<T> items, PageInfo page) {

	public PageOf {
		items = List.copyOf(items);
	}

	/**
	 * A page.
	 * @param items what is on it
	 * @param query what was asked for
	 * @param totalItems items of all pages
	 * @return a page
	 */
	public static <T> PageOf<T> of(List<T> items, PageQuery query, long totalItems) {
		return new PageOf<>(items, PageInfo.of(query, totalItems));
	}

}
