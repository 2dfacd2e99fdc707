package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.appintegrations.policy.compare.Automaton.TextClass;
import dev.appintegrations.policy.compare.Term.Family;

/**
 * A value of each kind that conditions on a key tell from others.
 */
final class Values {

	private static final List<Glob> EVERYTHING = List.of(Glob.wildcards("*", false, false));

	/** What operators may tell apart whatever the conditions compare with. */
	private static final List<List<Glob>> SPECIAL = List.of(List.of(Glob.literal("true", false, false)),
			List.of(Glob.literal("false", false, false)), List.of(Glob.literal("true", false, true)),
			List.of(Glob.literal("false", false, true)), List.of(Glob.arn("*:*:*:*:*:*", false)));

	private Values() {
	}

	/**
	 * Finds the values.
	 * @param family how the values are read
	 * @param terms conditions; those of other families don't count
	 * @param effort what finding them may take
	 * @return the values, the most telling first, or nothing if they are too many
	 */
	static Optional<List<String>> of(Family family, Collection<Term> terms, Effort effort) {
		List<Term> own = terms.stream().filter((term) -> term.family() == family).toList();
		return switch (family) {
			case TEXT -> texts(own, effort);
			case PRESENCE -> Optional.of(List.of("example"));
			case NUMBER -> Optional.of(Bounds.numbers(bounds(own)));
			case DATE -> Optional.of(Bounds.dates(bounds(own)));
			case ADDRESS -> Optional.of(Bounds.addresses(bounds(own)));
			case BINARY -> Optional.empty();
		};
	}

	private static List<String> bounds(List<Term> terms) {
		return terms.stream().flatMap((term) -> term.condition().values().stream()).distinct().toList();
	}

	private static Optional<List<String>> texts(List<Term> terms, Effort effort) {
		List<List<Glob>> groups = new ArrayList<>(SPECIAL);
		for (Term term : terms) {
			groups.add(term.condition().values().stream().map((value) -> glob(term, value)).toList());
			groups.add(term.condition().values().stream().map((value) -> Glob.literal(value, false, false)).toList());
		}
		return new Automaton(groups, EVERYTHING, false, effort).classes(examples(terms))
			.map((classes) -> classes.stream().map(TextClass::example).toList());
	}

	private static Glob glob(Term term, String value) {
		boolean escapes = Variables.escapes(term.version());
		return switch (term.condition().operator()) {
			case BOOL, STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> Glob.literal(value, escapes, true);
			case STRING_LIKE, STRING_NOT_LIKE -> Glob.wildcards(value, escapes, false);
			case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> Glob.arn(value, escapes);
			default -> Glob.literal(value, escapes, false);
		};
	}

	private static List<String> examples(List<Term> terms) {
		List<String> own = bounds(terms).stream().flatMap((value) -> Examples.of(value).stream()).distinct().toList();
		List<Function<String, String>> variants = List.of((value) -> value, (value) -> value.toUpperCase(Locale.ROOT),
				(value) -> value.toLowerCase(Locale.ROOT));
		return Stream
			.concat(Stream.concat(own.stream(), Stream.of("example")),
					variants.stream().flatMap((variant) -> own.stream().map(variant)))
			.distinct()
			.toList();
	}

}
