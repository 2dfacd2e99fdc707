package dev.appintegrations.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Documents that somebody made to do harm.
 */
class HostileInputTests {

	@ParameterizedTest
	@MethodSource
	void refusesDocument(String json, String path, String problem) {
		assertThatExceptionOfType(PolicySyntaxException.class).isThrownBy(() -> PolicyReader.read(json))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo(path))
			.satisfies((ex) -> assertThat(ex.problem()).contains(problem))
			.satisfies((ex) -> assertThat(ex.getMessage().length()).isLessThan(400));
	}

	static Stream<Arguments> refusesDocument() {
		String deep = "[".repeat(10_000) + "]".repeat(10_000);
		String longName = "n".repeat(200_000);
		return Stream.of(arguments(" ".repeat(10_000_000), "$", "more than the 262144"),
				arguments("{\"Statement\": " + "1".repeat(10_000_000), "$", "more than the 262144"),
				arguments(deep, "$" + "[0]".repeat(17), "nested deeper than 16 levels"),
				arguments("{\"Statement\": " + deep + "}", "$.Statement" + "[0]".repeat(16), "nested deeper"),
				arguments("{\"a\":".repeat(10_000), "$" + ".a".repeat(17), "nested deeper"),
				arguments("{\"Id\": \"a\0b\"}", "$.Id", "is not JSON"),
				arguments("{\"Id\": \"a\\u0000b\"}", "$.Id", "NUL"),
				arguments("{\"a\\u0000b\": 1}", "$[\"a\uFFFDb\"]", "NUL"),
				arguments("{\"Id\": \"\\ud83d\"}", "$.Id", "half of a surrogate pair"),
				arguments("{\"Id\": \"\\ude00\\ud83d\"}", "$.Id", "half of a surrogate pair"),
				arguments("{\"Id\": \"x\ud83d\"}", "$.Id", "half of a surrogate pair"),
				arguments("{\"" + longName + "\": 1}", "$[\"" + "n".repeat(50) + "…\"]", "is not an element"),
				arguments(
						"{\"Version\": \"" + longName + "\", \"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\"}}",
						"$.Version", "\"nnn"),
				arguments("{\"Statement\": " + "9".repeat(200_000) + "}", "$.Statement", "is not an object"));
	}

	@ParameterizedTest
	@MethodSource
	void decides(String resource, String requested, Decision decision) {
		Policy policy = new Policy(Policy.Version.V2012_10_17, null,
				List.of(new Statement(null, Statement.Effect.ALLOW, null, new Statement.Patterns(false, List.of("*")),
						new Statement.Patterns(false, List.of(resource)), List.of())));
		Request request = new Request("s3:GetObject", requested, Map.of("a", List.of("*a".repeat(1000))));
		assertThat(Evaluator.of(policy).decide(request)).isEqualTo(decision);
		assertThat(Evaluator.of(policy).evaluate(request).mismatches())
			.allSatisfy((mismatch) -> assertThat(mismatch.reason().text().length()).isLessThan(600));
	}

	static Stream<Arguments> decides() {
		String arn = "arn:aws:s3:::";
		String as = "a".repeat(200_000);
		return Stream.of(arguments(arn + "*a".repeat(1000) + "b", arn + as, Decision.IMPLICIT_DENY),
				arguments(arn + "*a".repeat(1000), arn + as, Decision.ALLOWED),
				arguments(arn + "*" + "a?".repeat(1000) + "b*", arn + "a".repeat(2000), Decision.IMPLICIT_DENY),
				arguments(arn + "${a}".repeat(100), arn + "*a".repeat(100_000), Decision.ALLOWED),
				arguments(arn + "${a}".repeat(100), arn + as, Decision.IMPLICIT_DENY),
				arguments(arn + "${".repeat(100_000), arn + as, Decision.NOT_SUPPORTED),
				arguments(arn + "${a " + " ".repeat(100_000), arn + as, Decision.NOT_SUPPORTED),
				arguments(arn + "${b," + "'".repeat(100_000), arn + as, Decision.NOT_SUPPORTED));
	}

}
