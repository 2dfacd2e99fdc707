package dev.appintegrations.console.api;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * One occurrence of a problem, as a page and as a problem document (RFC 9457).
 *
 * @param type what kind it is
 * @param detail what happened this time, for people; never the message of an exception
 * @param errors fields that are wrong
 * @param aws what AWS said, if it was asked
 * @param headers headers that belong to the answer, such as {@code Retry-After}
 */
public record Problem(ProblemType type, String detail, List<FieldProblem> errors, @Nullable AwsProblem aws,
		HttpHeaders headers) {

	/** The request attribute under which a problem waits for its page. */
	public static final String ATTRIBUTE = Problem.class.getName();

	public Problem {
		errors = List.copyOf(errors);
		headers = HttpHeaders.readOnlyHttpHeaders(headers);
	}

	/**
	 * A problem about which no more is known than its type.
	 * @param type what kind it is
	 * @return a problem in the type's own words
	 */
	public static Problem of(ProblemType type) {
		return of(type, type.happened());
	}

	/**
	 * A problem.
	 * @param type what kind it is
	 * @param detail what happened this time
	 * @return a problem
	 */
	public static Problem of(ProblemType type, String detail) {
		return new Problem(type, detail, List.of(), null, new HttpHeaders());
	}

	/**
	 * A problem with fields.
	 * @param type what kind it is
	 * @param errors what is wrong with which field, at least one
	 * @return a problem whose detail names the first field
	 */
	public static Problem of(ProblemType type, List<FieldProblem> errors) {
		FieldProblem first = errors.getFirst();
		return new Problem(type, first.field() + " " + first.message(), errors, null, new HttpHeaders());
	}

	/**
	 * The same problem with headers added to its answer.
	 * @param more headers
	 * @return a copy
	 */
	public Problem with(HttpHeaders more) {
		HttpHeaders all = new HttpHeaders();
		all.putAll(this.headers);
		all.putAll(more);
		return new Problem(this.type, this.detail, this.errors, this.aws, all);
	}

	/**
	 * The same problem with the time to wait before the next try.
	 * @param wait how long
	 * @return a copy with a {@code Retry-After} header, of at least one second
	 */
	public Problem retryAfter(Duration wait) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
		return with(headers);
	}

}
