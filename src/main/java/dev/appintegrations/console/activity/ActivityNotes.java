package dev.appintegrations.console.activity;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an act adds to its entry while it is done: how the target was before and is after,
 * and what AWS called the requests. May be written to by one thread at a time.
 */
public final class ActivityNotes {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private @Nullable String before;

	private @Nullable String after;

	private final List<String> awsRequestIds = new ArrayList<>();

	private Outcome outcome = Outcome.DONE;

	private @Nullable String detail;

	/**
	 * Says how the target was before the act.
	 * @param state text, kept as it is, or anything else, kept as JSON; never a secret
	 */
	public void before(Object state) {
		this.before = text(state);
	}

	/**
	 * Says how the target is after the act.
	 * @param state text, kept as it is, or anything else, kept as JSON; never a secret
	 */
	public void after(Object state) {
		this.after = text(state);
	}

	/**
	 * Adds the id of a request to AWS.
	 * @param id as AWS answered it, or {@code null} if it did not, which adds nothing
	 */
	public void awsRequestId(@Nullable String id) {
		if (id != null && !this.awsRequestIds.contains(id)) {
			this.awsRequestIds.add(id);
		}
	}

	/**
	 * Says what came of an act that ends without an exception, where that is not simply
	 * that it was done.
	 * @param outcome what came of it
	 * @param detail more about it, in a sentence
	 */
	public void outcome(Outcome outcome, String detail) {
		this.outcome = outcome;
		this.detail = detail;
	}

	/**
	 * What came of the act.
	 * @return {@link Outcome#DONE} unless the act has said otherwise
	 */
	public Outcome outcome() {
		return this.outcome;
	}

	/**
	 * More about the outcome.
	 * @return a sentence, or {@code null}
	 */
	public @Nullable String detail() {
		return this.detail;
	}

	@Nullable String before() {
		return this.before;
	}

	@Nullable String after() {
		return this.after;
	}

	List<String> awsRequestIds() {
		return List.copyOf(this.awsRequestIds);
	}

	private static String text(Object state) {
		return (state instanceof String text) ? text : JSON.writeValueAsString(state);
	}

}
