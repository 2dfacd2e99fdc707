package dev.appintegrations.policy.compare;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.appintegrations.policy.compare.Automaton.TextClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The classes of small patterns against all texts of up to six characters, which are
 * matched by regular expressions.
 */
class AutomatonTests {

	private static final List<String> TEXTS = texts(6);

	static LongStream seeds() {
		return LongStream.range(0, 100);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void findsEveryClassAndNoOther(long seed) {
		Random random = new Random(seed);
		List<Set<String>> groups = Stream.generate(() -> patterns(random)).limit(3).toList();
		List<Set<Glob>> globs = groups.stream()
			.map((group) -> group.stream()
				.map((text) -> Glob.wildcards(text, false, false))
				.collect(Collectors.toSet()))
			.toList();
		List<TextClass> classes = new Automaton(globs, List.of(Glob.wildcards("*", false, false)), false, new Effort())
			.classes(List.of("ab", "b"))
			.orElseThrow();
		Set<BitSet> expected = TEXTS.stream().map((text) -> matching(groups, text)).collect(Collectors.toSet());
		assertThat(classes).as("%s", groups).extracting((found) -> withoutShape(found.groups())).containsAll(expected);
		assertThat(classes).allSatisfy((found) -> assertThat(found.examples()).isNotEmpty()
			.allSatisfy((example) -> assertThat(matching(groups, example)).isEqualTo(withoutShape(found.groups()))));
	}

	private static BitSet withoutShape(BitSet groups) {
		return groups.get(0, 3);
	}

	private static Set<String> patterns(Random random) {
		Set<String> patterns = new HashSet<>();
		int size = 1 + random.nextInt(2);
		while (patterns.size() < size) {
			patterns.add(random.ints(random.nextInt(5), 0, 5)
				.mapToObj((index) -> String.valueOf("ab*?*".charAt(index)))
				.collect(Collectors.joining()));
		}
		return patterns;
	}

	private static BitSet matching(List<Set<String>> groups, String text) {
		BitSet matching = new BitSet();
		IntStream.range(0, groups.size())
			.filter((group) -> groups.get(group).stream().anyMatch((pattern) -> matches(pattern, text)))
			.forEach(matching::set);
		return matching;
	}

	private static boolean matches(String pattern, String text) {
		return Pattern.compile(pattern.replace("*", ".*").replace('?', '.'), Pattern.DOTALL).matcher(text).matches();
	}

	private static List<String> texts(int length) {
		if (length == 0) {
			return List.of("");
		}
		List<String> shorter = texts(length - 1);
		return Stream
			.concat(shorter.stream(),
					shorter.stream().flatMap((text) -> Stream.of("a", "b", "c").map((next) -> text + next)))
			.distinct()
			.toList();
	}

}
