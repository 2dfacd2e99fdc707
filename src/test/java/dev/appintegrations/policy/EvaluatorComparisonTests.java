package dev.appintegrations.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The evaluator against the naive one, on generated policies and requests.
 */
class EvaluatorComparisonTests {

	private static final int CASES = 500;

	static IntStream seeds() {
		return IntStream.range(0, 40).map((seed) -> seed * CASES);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void decidesAsTheNaiveEvaluatorDoes(int firstSeed) {
		for (int seed = firstSeed; seed < firstSeed + CASES; seed++) {
			Case generated = Case.of(seed);
			Evaluator evaluator = Evaluator.of(generated.identity(), generated.trust());
			NaiveEvaluator naive = new NaiveEvaluator(generated.identity(), generated.trust());
			for (Request request : generated.requests()) {
				assertThat(evaluator.decide(request)).as("seed %d: %s by %s", seed, request, generated)
					.isEqualTo(naive.decide(request));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void givesReasonsForEveryStatementThatDoesNotMatch(int firstSeed) {
		for (int seed = firstSeed; seed < firstSeed + CASES; seed++) {
			Case generated = Case.of(seed);
			Evaluator evaluator = Evaluator.of(generated.identity(), generated.trust());
			for (Request request : generated.requests()) {
				Evaluation evaluation = evaluator.evaluate(request);
				assertThat(evaluation.decision()).as("seed %d: %s by %s", seed, request, generated)
					.isEqualTo(evaluator.decide(request));
				assertThat(evaluation.decidedBy().isEmpty()).as("seed %d: %s by %s", seed, request, generated)
					.isEqualTo(evaluation.decision() == Decision.IMPLICIT_DENY);
				assertThat(evaluation.unsupported().isEmpty()).as("seed %d: %s by %s", seed, request, generated)
					.isEqualTo(evaluation.mismatches()
						.stream()
						.noneMatch((mismatch) -> mismatch.reason().kind() == Reason.Kind.NOT_SUPPORTED));
			}
		}
	}

	@Test
	void generatesCasesOfEveryDecision() {
		Set<Decision> decisions = EnumSet.noneOf(Decision.class);
		for (int seed = 0; seed < CASES; seed++) {
			Case generated = Case.of(seed);
			Evaluator evaluator = Evaluator.of(generated.identity(), generated.trust());
			generated.requests().forEach((request) -> decisions.add(evaluator.decide(request)));
		}
		assertThat(decisions).containsExactlyInAnyOrder(Decision.values());
	}

	private record Case(List<Policy> identity, Policy trust, List<Request> requests) {

		static Case of(long seed) {
			GeneratedPolicies generator = new GeneratedPolicies(seed);
			return new Case(List.of(generator.identityPolicy(), generator.identityPolicy()), generator.trustPolicy(),
					List.of(generator.request(), generator.request(), generator.request(), generator.request()));
		}

	}

}
