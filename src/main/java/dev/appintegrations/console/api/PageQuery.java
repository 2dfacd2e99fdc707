package dev.appintegrations.console.api;

/**
 * The page that a request asks for with {@code ?page=0&size=50}; an argument of handler
 * methods. A page beyond the last is refused when {@link PageInfo} counts.
 *
 * @param number the page, from 0
 * @param size items on a page, 1 to 500
 */
public record PageQuery(int number, int size) {

	/** Items on a page if the request does not say. */
	public static final int DEFAULT_SIZE = 50;

	/** The largest page. */
	public static final int MAX_SIZE = 500;

	public PageQuery {
		if (number < 0) {
			throw ProblemException.invalidParameter("page", "must be 0 or more");
		}
		if (size < 1 || size > MAX_SIZE) {
			throw ProblemException.invalidParameter("size", "must be 1 to " + MAX_SIZE);
		}
	}

	/**
	 * How many items come before this page.
	 * @return a number that may be beyond the range of an {@code int}
	 */
	public long offset() {
		return (long) this.number * this.size;
	}

}
