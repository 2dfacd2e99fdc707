package dev.appintegrations.console.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.inventory.ListChain.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListChainTests {

	@Test
	void followsTokensToTheLastPage() {
		ListChain<String> chain = follow("a", "b");
		assertThat(chain.whole()).containsExactly("first", "a", "b");
		assertThat(chain.pages()).isEqualTo(3);
		assertThat(chain.ended()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "a,a,2", "a,b,3" })
	void doesNotGoRoundForEver(String first, String second, int pages) {
		ListChain<String> chain = follow(first, second, first);
		assertThat(chain.pages()).isEqualTo(pages);
		assertThat(chain.ended()).isFalse();
		assertThatExceptionOfType(AwsFailedException.class).isThrownBy(chain::whole)
			.satisfies((ex) -> assertThat(ex.failure().call())
				.isEqualTo(new AwsFailure.Call("connect", "ListInstances", "ENDLESS_PAGES", null)));
	}

	@Test
	void keepsWhatCameBeforeAFailure() {
		AwsFailedException denied = FailureReport.endless("connect", "ListInstances");
		ListChain<String> chain = ListChain.follow("connect", "ListInstances", (token) -> {
			if (token != null) {
				throw denied;
			}
			return new Page<>(List.of("first"), "a");
		});
		assertThat(chain).isEqualTo(new ListChain<>(List.of("first"), 1, denied));
		assertThat(chain.and(follow()).items()).containsExactly("first", "first");
		assertThat(follow().and(chain).ended()).isFalse();
	}

	/** A list whose pages lead from one token to the next. */
	private static ListChain<String> follow(String... tokens) {
		Map<Integer, String> next = new HashMap<>();
		for (int i = 0; i < tokens.length; i++) {
			next.put(i, tokens[i]);
		}
		int[] page = { 0 };
		return ListChain.follow("connect", "ListInstances",
				(token) -> new Page<>(List.of(name(token)), next.get(page[0]++)));
	}

	private static String name(@Nullable String token) {
		return (token != null) ? token : "first";
	}

}
