package dev.appintegrations.policy.compare;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.appintegrations.policy.compare.Glob.Reach;
import dev.appintegrations.policy.compare.Glob.Step;
import org.jspecify.annotations.Nullable;

/**
 * Divides all texts of a shape into classes by which groups of patterns match them: a
 * group matches what one of its patterns matches. All patterns run side by side; a state
 * is the set of places where they stand. Behind a loop that is reached, the places before
 * it in the same pattern can add nothing and are dropped, so a pattern alone has about as
 * many states as characters.
 */
final class Automaton {

	private static final int MAX_STATES = 100_000;

	private static final String LETTERS = "xyzabcdefghijklmnopqrstuvw0123456789";

	/** The characters that differ only in case, by what they fold to. */
	private static final Map<Character, List<Character>> CASE_VARIANTS = IntStream.range(0, Character.MAX_VALUE)
		.mapToObj((character) -> (char) character)
		.filter((character) -> Character.toUpperCase(character) != Character.toLowerCase(character))
		.collect(Collectors.groupingBy(Automaton::fold));

	private final List<Place> places = new ArrayList<>();

	private final int[] start;

	private final int shape;

	private final boolean lettersOnly;

	private final Effort effort;

	/** For each group the one place that stands for having matched whatever follows. */
	private final Map<Integer, Integer> forever = new HashMap<>();

	/**
	 * An automaton.
	 * @param groups the groups of patterns
	 * @param shape patterns one of which a text must match to count at all
	 * @param lettersOnly whether texts are made of small letters and digits, besides the
	 * characters of the patterns
	 * @param effort what it may take
	 */
	Automaton(List<? extends Collection<Glob>> groups, Collection<Glob> shape, boolean lettersOnly, Effort effort) {
		this.effort = effort;
		this.shape = groups.size();
		this.lettersOnly = lettersOnly;
		List<Integer> starts = new ArrayList<>();
		for (int group = 0; group <= groups.size(); group++) {
			for (Glob glob : (group < groups.size()) ? groups.get(group) : shape) {
				int last = this.places.size() + glob.steps().size();
				starts.add(this.places.size());
				for (int i = 0; i < glob.steps().size(); i++) {
					this.places
						.add(new Place(group, last, glob.loops().get(i), glob.steps().get(i), glob.ignoreCase()));
				}
				this.places.add(new Place(group, last, glob.loops().getLast(), new Step(Reach.NONE, ' '), false));
			}
		}
		this.start = reduce(starts.stream().mapToInt(Integer::intValue).toArray());
	}

	/**
	 * Finds the classes.
	 * @param examples texts to rather name as examples than others, the best first; those
	 * that don't have the shape are left out
	 * @return the classes, or nothing if they take too long to find
	 */
	Optional<List<TextClass>> classes(Collection<String> examples) {
		Map<BitSet, TextClass> classes = new LinkedHashMap<>();
		for (String example : examples) {
			BitSet matched = matched(run(example));
			if (matched.get(this.shape)) {
				classes.computeIfAbsent(matched, (groups) -> new TextClass(groups, new ArrayList<>(), true))
					.examples()
					.add(example);
			}
		}
		Set<IntBuffer> seen = new HashSet<>(Set.of(IntBuffer.wrap(this.start)));
		Deque<Path> queue = new ArrayDeque<>(List.of(new Path(this.start, null, ' ')));
		while (!queue.isEmpty()) {
			Path path = queue.remove();
			BitSet matched = matched(path.state());
			if (matched.get(this.shape)) {
				classes.computeIfAbsent(matched, (groups) -> new TextClass(groups, List.of(path.text()), false));
			}
			for (char character : characters(path.state())) {
				if (this.effort.isExhausted()) {
					return Optional.empty();
				}
				int[] next = next(path.state(), character);
				if (mayHaveShape(next) && seen.add(IntBuffer.wrap(next))) {
					if (seen.size() > MAX_STATES) {
						return Optional.empty();
					}
					queue.add(new Path(next, path, character));
				}
			}
		}
		return Optional.of(List.copyOf(classes.values()));
	}

	private int[] run(String text) {
		int[] state = this.start;
		for (int i = 0; i < text.length() && !this.effort.isExhausted(); i++) {
			state = next(state, text.charAt(i));
		}
		return this.effort.isExhausted() ? new int[0] : state;
	}

	private BitSet matched(int[] state) {
		BitSet groups = new BitSet();
		for (int place : state) {
			if (this.places.get(place).last() == place) {
				groups.set(this.places.get(place).group());
			}
		}
		return groups;
	}

	private boolean mayHaveShape(int[] state) {
		return state.length > 0 && this.places.get(state[state.length - 1]).group() == this.shape;
	}

	/**
	 * The characters that some step in the state tells from others, and one other.
	 */
	private Set<Character> characters(int[] state) {
		Set<Character> characters = new LinkedHashSet<>();
		for (int index : state) {
			Place place = this.places.get(index);
			if (place.step().reach() == Reach.CHARACTER) {
				characters.add(place.step().character());
				if (place.ignoreCase()) {
					characters.addAll(CASE_VARIANTS.getOrDefault(fold(place.step().character()), List.of()));
				}
			}
			if (place.step().reach() == Reach.NOT_COLON || place.loop() == Reach.NOT_COLON) {
				characters.add(':');
			}
		}
		other(characters).ifPresent((other) -> characters.add((char) other));
		return characters;
	}

	private OptionalInt other(Set<Character> characters) {
		return IntStream
			.concat(LETTERS.chars(), this.lettersOnly ? IntStream.empty() : IntStream.range('\u4e00', '\u9fff'))
			.filter((other) -> !characters.contains((char) other))
			.findFirst();
	}

	private static char fold(char character) {
		return Character.toLowerCase(Character.toUpperCase(character));
	}

	private int[] next(int[] state, char character) {
		this.effort.spend(state.length);
		int[] next = new int[2 * state.length];
		int size = 0;
		for (int index : state) {
			Place place = this.places.get(index);
			if (place.loop().takes(character) && (size == 0 || next[size - 1] != index)) {
				next[size++] = index;
			}
			if (place.takes(character)) {
				next[size++] = index + 1;
			}
		}
		return reduce(IntStream.of(next).limit(size).toArray());
	}

	/**
	 * Drops what can add nothing: the places before a loop that is reached, and all of a
	 * group that matches whatever follows, but for one.
	 */
	private int[] reduce(int[] state) {
		Map<Integer, Integer> forever = new HashMap<>();
		for (int index : state) {
			Place place = this.places.get(index);
			if (place.last() == index && place.loop() == Reach.ANY) {
				forever.putIfAbsent(place.group(), this.forever.computeIfAbsent(place.group(), (group) -> index));
			}
		}
		int[] reduced = new int[state.length];
		int from = reduced.length;
		int behind = -1;
		for (int i = state.length - 1; i >= 0; i--) {
			Place place = this.places.get(state[i]);
			Integer only = forever.get(place.group());
			if (only == null && place.last() != behind) {
				behind = (place.loop() != Reach.NONE) ? place.last() : behind;
				reduced[--from] = state[i];
			}
			else if (only != null && (from == reduced.length || reduced[from] != only)) {
				reduced[--from] = only;
			}
		}
		return IntStream.of(reduced).skip(from).toArray();
	}

	/**
	 * Texts that the same groups match.
	 *
	 * @param groups the groups that match
	 * @param examples some of the texts, the best first; at least one
	 * @param likely whether the examples are among those that were given
	 */
	record TextClass(BitSet groups, List<String> examples, boolean likely) {

		String example() {
			return this.examples.getFirst();
		}

		/**
		 * An example that has a property, or any.
		 */
		String example(Predicate<String> preferred) {
			return this.examples.stream().filter(preferred).findFirst().orElseGet(this::example);
		}

	}

	/**
	 * A place in a pattern.
	 */
	private record Place(int group, int last, Reach loop, Step step, boolean ignoreCase) {

		boolean takes(char character) {
			return switch (this.step.reach()) {
				case NONE -> false;
				case CHARACTER -> this.step.character() == character
						|| (this.ignoreCase && fold(this.step.character()) == fold(character));
				case NOT_COLON, ANY -> this.step.reach().takes(character);
			};
		}

	}

	/**
	 * A state and the shortest way to it.
	 */
	private record Path(int[] state, @Nullable Path before, char last) {

		String text() {
			StringBuilder text = new StringBuilder();
			for (Path path = this; path.before() != null; path = path.before()) {
				text.append(path.last());
			}
			return text.reverse().toString();
		}

	}

}
