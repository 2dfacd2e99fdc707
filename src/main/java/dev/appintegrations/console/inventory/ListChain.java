package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.CallMeter;
import org.jspecify.annotations.Nullable;

/**
 * A list that AWS answers in pages, followed to its end or to the first failure.
 *
 * @param items what was on the pages that came
 * @param pages how many came
 * @param failure why the rest did not, or {@code null} if there is none
 */
record ListChain<T>(List<T> items, int pages, @Nullable AwsFailedException failure) {

	ListChain {
		items = List.copyOf(items);
	}

	/**
	 * Follows a list, each page a call of its own.
	 * @param target account, region, service and operation
	 * @param meter counts the calls
	 * @param read reads the page that begins at a token, the first one at {@code null}
	 * @return what came
	 */
	static <T> ListChain<T> follow(AwsCalls calls, AwsCalls.Target target, CallMeter meter,
			Function<@Nullable String, Page<T>> read) {
		return follow(target.service(), target.operation(),
				(token) -> calls.call(target, meter, () -> read.apply(token)));
	}

	/**
	 * Follows a list. A token that comes back a second time would lead round for ever.
	 * @param service IAM prefix of the service
	 * @param operation such as {@code ListApplications}
	 * @param read reads the page that begins at a token, the first one at {@code null}
	 * @return what came
	 */
	static <T> ListChain<T> follow(String service, String operation, Function<@Nullable String, Page<T>> read) {
		List<T> items = new ArrayList<>();
		Set<String> tokens = new HashSet<>();
		int pages = 0;
		String token = null;
		try {
			do {
				Page<T> page = read.apply(token);
				pages++;
				items.addAll(page.items());
				token = page.nextToken();
				if (token != null && !tokens.add(token)) {
					throw FailureReport.endless(service, operation);
				}
			}
			while (token != null);
			return new ListChain<>(items, pages, null);
		}
		catch (AwsFailedException ex) {
			return new ListChain<>(items, pages, ex);
		}
	}

	boolean ended() {
		return this.failure == null;
	}

	/**
	 * The items, if these are all.
	 * @throws AwsFailedException if the list was not read to its end
	 */
	List<T> whole() {
		if (this.failure != null) {
			throw this.failure;
		}
		return this.items;
	}

	/**
	 * The same list with other items.
	 */
	<R> ListChain<R> flatMap(Function<T, Stream<R>> mapping) {
		return new ListChain<>(this.items.stream().flatMap(mapping).toList(), this.pages, this.failure);
	}

	/**
	 * This list and another one, as far as both were read.
	 */
	ListChain<T> and(ListChain<T> other) {
		return new ListChain<>(Stream.concat(this.items.stream(), other.items.stream()).toList(),
				this.pages + other.pages, (this.failure != null) ? this.failure : other.failure);
	}

	/**
	 * A page.
	 *
	 * @param items its items
	 * @param nextToken where the next one begins, or {@code null} if this is the last
	 */
	record Page<T>(List<T> items, @Nullable String nextToken) {

	}

}
