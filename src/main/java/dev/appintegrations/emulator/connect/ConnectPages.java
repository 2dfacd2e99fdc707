package dev.appintegrations.emulator.connect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import dev.appintegrations.emulator.connect.ConnectService.Call;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.PageTokens;

import org.springframework.stereotype.Component;

/**
 * Cuts lists into pages.
 */
@Component
class ConnectPages {

	private final PageTokens tokens = new PageTokens();

	/**
	 * Answers a list operation.
	 * @param call the call
	 * @param result name of the list in the answer
	 * @param all everything there is, by position
	 * @param position what pages remember of an element
	 * @param size size of a page when the caller names none
	 * @param summary an element as the answer has it
	 * @return the answer, which more may be added to
	 */
	<T> Map<String, Object> page(Call call, String result, List<T> all, ToLongFunction<T> position, int size,
			Function<T, Map<String, Object>> summary) {
		String request = request(call);
		long after = call.has("NextToken") ? position(request, call.text("NextToken")) : 0;
		int most = (call.input().get("MaxResults") instanceof Long asked) ? asked.intValue() : size;
		List<T> rest = all.stream().filter((each) -> position.applyAsLong(each) > after).toList();
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put(result, rest.stream().limit(most).map(summary).toList());
		if (rest.size() > most) {
			answer.put("NextToken", this.tokens.issue(request, position.applyAsLong(rest.get(most - 1))));
		}
		return answer;
	}

	private long position(String request, String token) {
		try {
			return this.tokens.read(request, token);
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, ConnectService.INVALID, "Invalid nextToken");
		}
	}

	private static String request(Call call) {
		Map<String, Object> parameters = new TreeMap<>(call.input());
		parameters.remove("NextToken");
		parameters.remove("MaxResults");
		return String.join("|", call.operation(), call.account(), call.region(), parameters.toString());
	}

}
