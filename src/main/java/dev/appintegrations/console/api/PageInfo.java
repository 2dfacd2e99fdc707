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
	 * @throws ProblemException if the page is beyond the last
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
	 * @throws ProblemException if the page is beyond the last; the first is always there
	 */
	public static PageInfo of(int number, int size, long totalItems) {
		long totalPages = Math.ceilDiv(totalItems, size);
		if (number > 0 && number >= totalPages) {
			throw ProblemException.invalidParameter("page",
					"must be at most " + Math.max(0, totalPages - 1) + " at this size");
		}
		return new PageInfo(number, size, totalItems, totalPages);
	}

}
