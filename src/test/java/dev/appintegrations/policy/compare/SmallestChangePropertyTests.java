package dev.appintegrations.policy.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for any policy and request. The name of a test that fails has its seed.
 */
class SmallestChangePropertyTests {

	private static final int OTHERS = 200;

	static LongStream seeds() {
		return LongStream.range(0, 300);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void flipsTheVerdictAndIsTheSmallest(long seed) {
		PolicyGenerator generator = new PolicyGenerator(seed);
		Policy policy = generator.policy();
		Request request = generator.request();
		Evaluator evaluator = Evaluator.of(policy);
		SmallestChange smallest = SmallestChange.of(evaluator, List.of(policy), request);
		assertThat(smallest.changes().isEmpty()).isEqualTo(smallest.reason() != null);
		assertThat(smallest.changes()).allSatisfy((change) -> {
			assertThat(flips(evaluator, request, change.request())).isTrue();
			assertThat(evaluator.decide(change.request())).isEqualTo(change.decision());
			assertThat(change.edits()).hasSameSizeAs(smallest.changes().getFirst().edits());
			Request edited = request;
			for (Change.Edit edit : change.edits()) {
				edited = edit.applyTo(edited);
			}
			assertThat(edited).isEqualTo(change.request());
		});
		Stream.generate(generator::request)
			.limit(OTHERS)
			.flatMap((other) -> single(request, other))
			.filter((edited) -> flips(evaluator, request, edited))
			.forEach((edited) -> assertThat(smallest.changes()).as("%s%n%s%n%s", policy, request, edited)
				.isNotEmpty()
				.allSatisfy((change) -> assertThat(change.edits()).hasSize(1)));
	}

	/**
	 * Requests with one thing of another request.
	 */
	private static Stream<Request> single(Request request, Request other) {
		Stream<Request> keys = other.context().keySet().stream().map((key) -> {
			Map<String, List<String>> context = new TreeMap<>(request.context());
			context.put(key, other.context().getOrDefault(key, List.of()));
			return new Request(request.action(), request.resource(), context);
		});
		Request resource = new Request(request.action(), other.resource(), request.context());
		return Stream.concat(keys, Stream.of(resource));
	}

	private static boolean flips(Evaluator evaluator, Request request, Request edited) {
		Decision before = evaluator.decide(request);
		Decision after = evaluator.decide(edited);
		return before != Decision.NOT_SUPPORTED && after != Decision.NOT_SUPPORTED
				&& (before == Decision.ALLOWED) != (after == Decision.ALLOWED);
	}

}
