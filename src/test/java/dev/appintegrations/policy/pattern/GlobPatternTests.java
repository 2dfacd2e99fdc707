package dev.appintegrations.policy.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What wildcard patterns match, have in common and contain.
 */
class GlobPatternTests {

	private static final String LETTERS = "ab:/*?";

	@ParameterizedTest
	@CsvSource({ "*, '', true", "a*, a, true", "a*, ba, false", "?, '', false", "?, a, true", "*b?d*, abcd, true",
			"a*c, abd, false", "arn:*:x, arn:a:b:x, true", "flow/*, flow/a/b, true" })
	void matchesLikeAPolicy(String pattern, String text, boolean matches) {
		assertThat(GlobPattern.of(pattern).matches(text)).isEqualTo(matches);
	}

	@Test
	void matchesActionsInAnyLetterCase() {
		assertThat(GlobPattern.ofAction("appflow:Describe*").matches("appflow:describeflow")).isTrue();
		assertThat(GlobPattern.of("Describe*").matches("describeflow")).isFalse();
	}

	@Test
	void takesVariablesForAnyTextButWildcardsInBracesForThemselves() {
		GlobPattern home = GlobPattern.withVariables("home/${aws:username}/x");
		assertThat(home.matches("home/anna/x")).isTrue();
		assertThat(home.matches("home/anna/y")).isFalse();
		assertThat(GlobPattern.withVariables("a${*}").matches("ab")).isFalse();
		assertThat(GlobPattern.withVariables("a${*}").matches("a*")).isTrue();
		assertThat(GlobPattern.of("${aws:username}").matches("anna")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "a*, *b, true", "a*, b*, false", "a?c, *bc, true", "a?c, ?bd, false", "*, '', true", "?, '', false",
			"connector-profile/*, connectorprofile/*, false", "a*b*c, *x*, true" })
	void findsWhatTwoPatternsHaveInCommon(String one, String other, boolean some) {
		assertThat(GlobPattern.of(one).intersects(GlobPattern.of(other))).isEqualTo(some);
		assertThat(GlobPattern.of(other).intersects(GlobPattern.of(one))).isEqualTo(some);
	}

	@ParameterizedTest
	@CsvSource({ "*, a*b, true", "a*, ab*, true", "ab*, a*, false", "a?, ab, true", "a?, a*, false", "a*, a?, true",
			"a*c, abc*c, true", "??, ?a, true", "?a, ??, false", "*a*, ba, true" })
	void tellsWhetherOnePatternContainsTheOther(String one, String other, boolean covers) {
		assertThat(GlobPattern.of(one).covers(GlobPattern.of(other))).isEqualTo(covers);
	}

	@Test
	void containsAVariableOnlyAsAnyTextOrAsTheSameVariable() {
		GlobPattern user = GlobPattern.withVariables("home/${aws:username}");
		assertThat(GlobPattern.of("home/*").covers(user)).isTrue();
		assertThat(user.covers(user)).isTrue();
		assertThat(user.covers(GlobPattern.withVariables("home/${aws:userid}"))).isFalse();
		assertThat(GlobPattern.of("home/?").covers(user)).isFalse();
		assertThat(user.covers(GlobPattern.of("home/anna"))).isFalse();
	}

	@Test
	void answersTheSafeWayWhereItWouldTakeTooLong() {
		GlobPattern long1 = GlobPattern.of("*a".repeat(3000));
		assertThat(long1.intersects(GlobPattern.of("b?".repeat(3000)))).isTrue();
		assertThat(GlobPattern.of("*a".repeat(1000)).matches("a".repeat(20000) + "b")).isFalse();
	}

	static Stream<Long> seeds() {
		return LongStream.range(0, 300).boxed();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void agreesWithTryingEveryShortText(long seed) {
		Random random = new Random(seed);
		String one = text(random, 5);
		String other = text(random, 5);
		List<String> mine = new ArrayList<>();
		List<String> its = new ArrayList<>();
		for (String candidate : texts("ab:/", 5)) {
			if (naive(one, candidate)) {
				mine.add(candidate);
			}
			if (naive(other, candidate)) {
				its.add(candidate);
			}
			assertThat(GlobPattern.of(one).matches(candidate)).as("%s matches %s", one, candidate)
				.isEqualTo(naive(one, candidate));
		}
		boolean common = mine.stream().anyMatch(its::contains);
		if (common) {
			assertThat(GlobPattern.of(one).intersects(GlobPattern.of(other))).as("%s and %s", one, other).isTrue();
		}
		if (GlobPattern.of(one).intersects(GlobPattern.of(other)) && one.length() + other.length() <= 5) {
			assertThat(common).as("%s and %s", one, other).isTrue();
		}
		if (GlobPattern.of(one).covers(GlobPattern.of(other))) {
			assertThat(mine).as("%s contains %s", one, other).containsAll(its);
		}
	}

	private static String text(Random random, int longest) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(longest + 1); i > 0; i--) {
			text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return text.toString();
	}

	private static List<String> texts(String letters, int longest) {
		List<String> texts = new ArrayList<>(List.of(""));
		int from = 0;
		for (int length = 1; length <= longest; length++) {
			int to = texts.size();
			for (int i = from; i < to; i++) {
				for (char letter : letters.toCharArray()) {
					texts.add(texts.get(i) + letter);
				}
			}
			from = to;
		}
		return texts;
	}

	private static boolean naive(String pattern, String text) {
		if (pattern.isEmpty()) {
			return text.isEmpty();
		}
		String rest = pattern.substring(1);
		return switch (pattern.charAt(0)) {
			case '*' -> naive(rest, text) || (!text.isEmpty() && naive(pattern, text.substring(1)));
			case '?' -> !text.isEmpty() && naive(rest, text.substring(1));
			default -> !text.isEmpty() && text.charAt(0) == pattern.charAt(0) && naive(rest, text.substring(1));
		};
	}

}
