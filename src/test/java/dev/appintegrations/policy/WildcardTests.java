package dev.appintegrations.policy;

import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WildcardTests {

	@ParameterizedTest
	@CsvSource({ "'', '', true", "'', a, false", "a, a, true", "a, A, false", "a, ab, false", "*, '', true",
			"*, a:b/c, true", "**, a, true", "?, '', false", "?, a, true", "?, ab, false", "a*, a, true",
			"a*, ba, false", "*a, ba, true", "*a, ab, false", "a*a, a, false", "a*a, aa, true", "a*b*c, aXbYc, true",
			"a*b*c, acb, false", "*ab*, aab, true", "a?c*, abcd, true", "*?, '', false", "*?b, ab, true",
			"*a?, ab, true", "ab*bc, abc, false", "*a*a*, a, false", "a.c, abc, false", "?*?, ab, true" })
	void matches(String pattern, String text, boolean matches) {
		assertThat(wildcard(pattern).matches(text)).isEqualTo(matches);
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 40, 300 })
	void matchesAsARegularExpressionDoes(int length) {
		for (int seed = 0; seed < 3000; seed++) {
			Random random = new Random(seed);
			String text = random(random, length + random.nextInt(length), "aab");
			String pattern = pattern(random, text);
			String regex = pattern.replace("*", ".*").replace("?", ".");
			assertThat(wildcard(pattern).matches(text)).as("seed %d: %s of %s", seed, pattern, text)
				.isEqualTo(Pattern.matches(regex, text));
		}
	}

	@ParameterizedTest
	@CsvSource({ "*a, 1000, '', a, 2000, b", "*a, 1000, b, a, 2000, ''", "*a?, 600, *b, a, 2000, ''",
			"*, 1, aaab*, a, 2000, c", "a*, 1000, b, a, 1999, c", "*?, 1000, b, a, 2000, ''",
			"?*, 1000, b, a, 2000, ''", "*ab, 700, *, a, 2000, ''",
			"*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab, 35, *, a, 2000, ''" })
	void takesFewStepsForAHostilePattern(String unit, int times, String end, String text, int length, String last) {
		CountedText counted = new CountedText(text.repeat(length) + last);
		wildcard(unit.repeat(times) + end).matches(counted);
		assertThat(counted.steps()).isLessThan(20 * 2000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a?", "?a", "aaaaaaab" })
	void looksAtEachCharacterOnceForALongHostileSegment(String unit) {
		CountedText counted = new CountedText("a".repeat(2000));
		assertThat(wildcard("*" + unit.repeat(1000 / unit.length()) + "b*").matches(counted)).isFalse();
		assertThat(counted.steps()).isLessThan(3 * 2000);
	}

	@Test
	void findsALongSegmentAtItsFirstPlace() {
		String segment = "ab?".repeat(40) + "c";
		String text = "ab".repeat(50) + "abx".repeat(45) + "c" + "abx".repeat(40) + "c";
		assertThat(wildcard("*" + segment + "*").matches(text)).isTrue();
		assertThat(wildcard("*" + segment + "*" + segment).matches(text)).isTrue();
		assertThat(wildcard("*" + segment + "*" + segment + "?").matches(text)).isFalse();
	}

	private static Wildcard wildcard(String pattern) {
		return Wildcard.of(pattern);
	}

	private static String random(Random random, int length, String letters) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(letters.charAt(random.nextInt(letters.length())));
		}
		return text.toString();
	}

	/** A text with some of it replaced, so that it often still matches. */
	private static String pattern(Random random, String text) {
		StringBuilder pattern = new StringBuilder(text);
		for (int i = random.nextInt(4); i > 0; i--) {
			int start = random.nextInt(pattern.length() + 1);
			int end = Math.min(pattern.length(), start + random.nextInt(4));
			pattern.replace(start, end, new String[] { "*", "?", "a", "??" }[random.nextInt(4)]);
		}
		return pattern.toString();
	}

	private static final class CountedText implements CharSequence {

		private final String text;

		private int steps;

		CountedText(String text) {
			this.text = text;
		}

		int steps() {
			return this.steps;
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public char charAt(int index) {
			this.steps++;
			return this.text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			throw new UnsupportedOperationException();
		}

	}

}
