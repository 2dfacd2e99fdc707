package dev.appintegrations.console.api;

/**
 * Which part of a collection a page is.
 *
 * @param number the page, from 0
 * @param size items on a full page
 * @param totalItems items of all pages
 * @param totalPages pages
 */
public record PageInfo(int number, int size, long totalItems, long totalPages) {

	/**
	 * Counts the pages.
	 * @param query what was asked for
	 * @param totalItems items of all pages
	 * @return which page it is
	 */
	public static PageInfo of(PageQuery query, long totalItems) {
		return of(query.number(), query.size(), totalItems);
	}

	/**
	 * Counts the pages.
	 * @param number the page, from 0
	 * @param size items on a full page
	 * @param totalItems items of all pages
	 * @return which page it is
	 */
	public static PageInfo of(int number, int size, long totalItems) {
		return new PageInfo(number, size, totalItems, Math.ceilDiv(totalItems, size));
	}

}
