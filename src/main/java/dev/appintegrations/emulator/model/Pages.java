package dev.appintegrations.emulator.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.PageTokens;

/**
 * Cuts the lists of a service into pages. A token is good for one list with the same
 * filters, in one region of one account.
 */
public final class Pages {

	private final PageTokens tokens = new PageTokens();

	private final String token;

	private final String size;

	private final int most;

	private final RequestReader reader;

	/**
	 * Pages of a service.
	 * @param token name of the member that is the token, in requests and answers
	 * @param size name of the member that is the size of a page
	 * @param most the greatest size, and the size when the caller names none (unverified)
	 * @param reader tells what a token is refused with that was not issued for its
	 * request
	 */
	public Pages(String token, String size, int most, RequestReader reader) {
		this.token = token;
		this.size = size;
		this.most = most;
		this.reader = reader;
	}

	/**
	 * The page that a call asks for.
	 * @param call the call
	 * @param result name of the member that is the list
	 * @param all all items, by their sequence
	 * @param sequence numbers that items keep
	 * @param summary an item as the list shows it
	 * @return the answer
	 * @throws AwsError if the call's token was not issued for it
	 */
	public <T> Map<String, Object> page(Call call, String result, List<T> all, ToLongFunction<T> sequence,
			Function<T, Map<String, Object>> summary) {
		String scope = call.scope(this.token, this.size);
		long after = call.has(this.token) ? position(scope, call.text(this.token)) : 0;
		int limit = (call.input().get(this.size) instanceof Long wanted) ? wanted.intValue() : this.most;
		List<T> rest = all.stream().filter((each) -> sequence.applyAsLong(each) > after).toList();
		List<Map<String, Object>> items = new ArrayList<>();
		rest.stream().limit(limit).forEach((each) -> items.add(summary.apply(each)));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put(result, items);
		if (rest.size() > limit) {
			answer.put(this.token, this.tokens.issue(scope, sequence.applyAsLong(rest.get(limit - 1))));
		}
		return answer;
	}

	private long position(String scope, String text) {
		try {
			return this.tokens.read(scope, text);
		}
		catch (IllegalArgumentException ex) {
			throw this.reader.invalid("Invalid " + this.token);
		}
	}

}
