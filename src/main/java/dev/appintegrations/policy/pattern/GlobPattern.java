package dev.appintegrations.policy.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A pattern of literal characters and wildcards.
 * <p>
 * {@link #intersects} and {@link #covers} take a policy variable for any text, since its
 * value is known only with a request: what they deny is certain for every value.
 */
public final class GlobPattern {

	private static final int MOST_STATES = 4_000_000;

	private final String text;

	private final List<Symbol> symbols;

	private final boolean plain;

	private GlobPattern(String text, List<Symbol> symbols, boolean plain) {
		this.text = text;
		this.symbols = symbols;
		this.plain = plain;
	}

	/**
	 * A pattern as policies write resources, without policy variables: {@code *} is any
	 * text, colons and slashes included, {@code ?} any character.
	 * @param text the pattern
	 * @return the pattern, case-sensitive
	 */
	public static GlobPattern of(String text) {
		return new GlobPattern(text, symbols(text, false), true);
	}

	/**
	 * A pattern as policies write actions.
	 * @param text the pattern
	 * @return the pattern, to be compared with such patterns and with lower-case text
	 * only
	 */
	public static GlobPattern ofAction(String text) {
		return of(text.toLowerCase(Locale.ROOT));
	}

	/**
	 * A pattern as policies write resources since version 2012-10-17.
	 * @param text the pattern; <code>${…}</code> is a policy variable, apart from
	 * <code>${*}</code>, <code>${?}</code> and <code>${$}</code>
	 * @return the pattern, case-sensitive
	 */
	public static GlobPattern withVariables(String text) {
		return text.contains("${") ? new GlobPattern(text, symbols(text, true), false) : of(text);
	}

	/**
	 * A text, as a pattern that matches nothing else.
	 * @param text the text
	 * @return its pattern
	 */
	public static GlobPattern literal(String text) {
		return of(text, text.chars().<Symbol>mapToObj((c) -> new Symbol.Literal((char) c)).toList());
	}

	/**
	 * A pattern of other symbols.
	 * @param text what it was written as
	 * @param symbols its symbols
	 * @return the pattern
	 */
	public static GlobPattern of(String text, List<Symbol> symbols) {
		return new GlobPattern(text, List.copyOf(symbols), false);
	}

	private static List<Symbol> symbols(String text, boolean variables) {
		List<Symbol> symbols = new ArrayList<>();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			int end = (variables && c == '$' && text.startsWith("{", i + 1)) ? text.indexOf('}', i) : -1;
			if (end > 0) {
				String name = text.substring(i + 2, end);
				symbols.add(name.matches("[*?$]") ? new Symbol.Literal(name.charAt(0)) : new Symbol.Variable(name));
				i = end;
			}
			else if (c == '*') {
				if (symbols.isEmpty() || !Symbol.ANY_TEXT.equals(symbols.getLast())) {
					symbols.add(Symbol.ANY_TEXT);
				}
			}
			else {
				symbols.add((c == '?') ? Symbol.ANY_CHARACTER : new Symbol.Literal(c));
			}
		}
		return List.copyOf(symbols);
	}

	/**
	 * Whether there are wildcards or variables in it.
	 * @return false if it matches one text only
	 */
	public boolean hasWildcards() {
		return this.symbols.stream().anyMatch((symbol) -> !(symbol instanceof Symbol.Literal));
	}

	/**
	 * Whether it matches a text.
	 * @param candidate the text, which is taken literally
	 * @return false if it certainly does not
	 */
	public boolean matches(String candidate) {
		return this.plain ? matchesPlainly(candidate) : intersects(literal(candidate));
	}

	private boolean matchesPlainly(String candidate) {
		int at = 0;
		int next = 0;
		int star = -1;
		int retry = 0;
		while (next < candidate.length()) {
			char symbol = (at < this.text.length()) ? this.text.charAt(at) : 0;
			if (symbol == '*') {
				star = at++;
				retry = next;
			}
			else if (at < this.text.length() && (symbol == '?' || symbol == candidate.charAt(next))) {
				at++;
				next++;
			}
			else if (star >= 0) {
				at = star + 1;
				next = ++retry;
			}
			else {
				return false;
			}
		}
		while (at < this.text.length() && this.text.charAt(at) == '*') {
			at++;
		}
		return at == this.text.length();
	}

	/**
	 * Whether some text matches both patterns.
	 * @param other another pattern
	 * @return false if there certainly is none; true if there is one, or the patterns are
	 * together too long to say
	 */
	public boolean intersects(GlobPattern other) {
		int columns = other.symbols.size() + 1;
		if ((long) columns * (this.symbols.size() + 1) > MOST_STATES) {
			return true;
		}
		BitSet seen = new BitSet();
		List<Integer> open = new ArrayList<>(List.of(0));
		while (!open.isEmpty()) {
			int state = open.removeLast();
			if (seen.get(state)) {
				continue;
			}
			seen.set(state);
			int mine = state / columns;
			int its = state % columns;
			if (mine == this.symbols.size() && its == other.symbols.size()) {
				return true;
			}
			boolean repeats = mine < this.symbols.size() && this.symbols.get(mine).repeats();
			boolean otherRepeats = its < other.symbols.size() && other.symbols.get(its).repeats();
			if (mine < this.symbols.size() && its < other.symbols.size()
					&& this.symbols.get(mine).shares(other.symbols.get(its)) && !(repeats && otherRepeats)) {
				open.add((repeats ? mine : mine + 1) * columns + (otherRepeats ? its : its + 1));
			}
			if (repeats) {
				open.add(state + columns);
			}
			if (otherRepeats) {
				open.add(state + 1);
			}
		}
		return false;
	}

	/**
	 * Whether it matches every text that another pattern matches.
	 * @param other the other pattern
	 * @return true if it certainly does
	 */
	public boolean covers(GlobPattern other) {
		int at = 0;
		int next = 0;
		int star = -1;
		int retry = 0;
		while (next < other.symbols.size()) {
			if (at < this.symbols.size() && Symbol.ANY_TEXT.equals(this.symbols.get(at))) {
				star = at++;
				retry = next;
			}
			else if (at < this.symbols.size() && this.symbols.get(at).covers(other.symbols.get(next))) {
				at++;
				next++;
			}
			else if (star >= 0) {
				at = star + 1;
				next = ++retry;
			}
			else {
				return false;
			}
		}
		return this.symbols.stream().skip(at).allMatch(Symbol.ANY_TEXT::equals);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
