package dev.appintegrations.policy.compare;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.Comparison.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for any policies. The name of a test that fails has its seed.
 */
class PolicyComparisonPropertyTests {

	private static final int REQUESTS = 500;

	static LongStream seeds() {
		return LongStream.range(0, 300);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void findsAPolicyEqualToItselfInOtherWords(long seed) {
		PolicyGenerator generator = new PolicyGenerator(seed);
		Policy policy = generator.policy();
		Policy disguised = generator.disguise(policy);
		assertThat(PolicyComparison.compare(policy, disguised)).as("%s%n%s", policy, disguised)
			.extracting(Comparison::relation)
			.isEqualTo(Relation.EQUAL);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void tellsAChangeOrProvesThatThereIsNone(long seed) {
		PolicyGenerator generator = new PolicyGenerator(seed);
		Policy before = generator.policy();
		Policy after = generator.disguise(generator.mutate(before));
		Comparison comparison = PolicyComparison.compare(before, after);
		assertThat(comparison.notSupported()).as("%s%n%s", before, after).isEmpty();
		assertThat(comparison.witnesses()).allSatisfy((witness) -> assertVerified(witness, before, after));
		assertThat(comparison.witnesses().stream().anyMatch(Witness::isLoss)).isEqualTo(loses(comparison.relation()));
		assertThat(comparison.witnesses().stream().anyMatch((witness) -> !witness.isLoss()))
			.isEqualTo(gains(comparison.relation()));
		assertHoldsForRequests(generator, before, after, comparison.relation());
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void findsTheOppositeTheOtherWayRound(long seed) {
		PolicyGenerator generator = new PolicyGenerator(seed);
		Policy before = generator.policy();
		Policy after = generator.mutate(before);
		Relation relation = PolicyComparison.compare(before, after).relation();
		assertThat(PolicyComparison.compare(after, before).relation()).isEqualTo(switch (relation) {
			case NARROWER -> Relation.WIDER;
			case WIDER -> Relation.NARROWER;
			case EQUAL, DIFFERENT, NOT_SUPPORTED -> relation;
		});
	}

	@Test
	void decidesEveryPair() {
		Map<Relation, Integer> relations = new EnumMap<>(Relation.class);
		seeds().forEach((seed) -> {
			PolicyGenerator generator = new PolicyGenerator(seed);
			relations.merge(PolicyComparison.compare(generator.policy(), generator.policy()).relation(), 1,
					Integer::sum);
			Policy policy = generator.policy();
			relations.merge(PolicyComparison.compare(policy, generator.mutate(policy)).relation(), 1, Integer::sum);
		});
		System.out.printf("Of %d generated pairs of policies %d are not supported: %s%n",
				relations.values().stream().mapToInt(Integer::intValue).sum(),
				relations.getOrDefault(Relation.NOT_SUPPORTED, 0), relations);
		assertThat(relations).doesNotContainKey(Relation.NOT_SUPPORTED)
			.containsKeys(Relation.EQUAL, Relation.NARROWER, Relation.WIDER, Relation.DIFFERENT);
	}

	private static void assertVerified(Witness witness, Policy before, Policy after) {
		assertThat(Evaluator.of(before).decide(witness.request())).isEqualTo(witness.before());
		assertThat(Evaluator.of(after).decide(witness.request())).isEqualTo(witness.after());
		assertThat(witness.before() == Decision.ALLOWED).isNotEqualTo(witness.after() == Decision.ALLOWED);
	}

	private static void assertHoldsForRequests(PolicyGenerator generator, Policy before, Policy after,
			Relation relation) {
		Evaluator one = Evaluator.of(before);
		Evaluator other = Evaluator.of(after);
		for (int i = 0; i < REQUESTS; i++) {
			Request request = generator.request();
			Decision decision = one.decide(request);
			Decision otherDecision = other.decide(request);
			if (decision != Decision.NOT_SUPPORTED && otherDecision != Decision.NOT_SUPPORTED
					&& (decision == Decision.ALLOWED) != (otherDecision == Decision.ALLOWED)) {
				assertThat((decision == Decision.ALLOWED) ? loses(relation) : gains(relation))
					.as("%s of%n%s%n%s%n%s", relation, before, after, request)
					.isTrue();
			}
		}
	}

	private static boolean loses(Relation relation) {
		return relation == Relation.NARROWER || relation == Relation.DIFFERENT;
	}

	private static boolean gains(Relation relation) {
		return relation == Relation.WIDER || relation == Relation.DIFFERENT;
	}

}
