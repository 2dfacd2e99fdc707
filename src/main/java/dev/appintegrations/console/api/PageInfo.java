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
	 * @throws ProblemException if the page is beyond the last; the first page is always
	 * there
	 */
	public static PageInfo of(PageQuery query, long totalItems) {
		PageInfo page = of(query.number(), query.size(), totalItems);
		if (page.number > 0 && page.number >= page.totalPages) {
			throw ProblemException.invalidParameter("page",
					"must be at most " + Math.max(0, page.totalPages - 1) + " at this size");
		}
		return page;
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
