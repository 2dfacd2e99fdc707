package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern as steps, each of which takes one character. Between steps, and at both ends,
 * there may be a loop that takes any number of characters.
 *
 * @param steps the steps
 * @param loops the loop before each step, and at last the one behind them all
 * @param ignoreCase whether the case of letters counts for nothing
 */
record Glob(List<Step> steps, List<Reach> loops, boolean ignoreCase) {

	private static final Pattern TOKEN = Pattern.compile("\\$\\{([*?$])}|.", Pattern.DOTALL);

	private static final int ARN_COLONS = 5;

	/**
	 * What matches a text and nothing else.
	 */
	static Glob literal(String text, boolean escapes, boolean ignoreCase) {
		return parse(text, escapes, ignoreCase, Reach.CHARACTER, 0);
	}

	/**
	 * What matches a text whose wildcards cross everything.
	 */
	static Glob wildcards(String text, boolean escapes, boolean ignoreCase) {
		return parse(text, escapes, ignoreCase, Reach.ANY, 0);
	}

	/**
	 * What matches an ARN part by part: a wildcard stays in its part, the last part takes
	 * the rest.
	 */
	static Glob arn(String text, boolean escapes) {
		return parse(text, escapes, false, Reach.ANY, ARN_COLONS);
	}

	private static Glob parse(String text, boolean escapes, boolean ignoreCase, Reach wildcard, int colons) {
		List<Step> steps = new ArrayList<>();
		List<Reach> loops = new ArrayList<>();
		Reach loop = Reach.NONE;
		int colonsLeft = colons;
		for (Matcher token = TOKEN.matcher(text); token.find();) {
			boolean escaped = escapes && token.group(1) != null;
			String characters = escaped ? token.group(1) : token.group();
			for (char character : characters.toCharArray()) {
				Reach reach = (colonsLeft > 0) ? Reach.NOT_COLON : wildcard;
				if (escaped || wildcard == Reach.CHARACTER || (character != '*' && character != '?')) {
					reach = Reach.CHARACTER;
				}
				if (reach != Reach.CHARACTER && character == '*') {
					loop = reach;
					continue;
				}
				colonsLeft -= (character == ':') ? 1 : 0;
				loops.add(loop);
				steps.add(new Step(reach, character));
				loop = Reach.NONE;
			}
		}
		loops.add(loop);
		return new Glob(List.copyOf(steps), List.copyOf(loops), ignoreCase);
	}

	/**
	 * What a step or a loop takes.
	 */
	enum Reach {

		/** Nothing: there is no loop. */
		NONE,

		/** The step's own character. */
		CHARACTER,

		/** Any character but a colon. */
		NOT_COLON,

		/** Any character. */
		ANY;

		boolean takes(char character) {
			return this == ANY || (this == NOT_COLON && character != ':');
		}

	}

	/**
	 * What takes one character.
	 *
	 * @param reach which characters
	 * @param character the character, if it takes only one
	 */
	record Step(Reach reach, char character) {

	}

}
