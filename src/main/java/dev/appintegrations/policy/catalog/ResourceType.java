package dev.appintegrations.policy.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.policy.pattern.GlobPattern;
import dev.appintegrations.policy.pattern.Symbol;

/**
 * A documented resource type.
 *
 * @param service prefix of the service that documents it
 * @param name its name, such as {@code flow}
 * @param arn its ARN with placeholders such as <code>${Partition}</code>
 * @param conditionKeys keys that the type knows
 * @param namesWithoutColon whether its service allows no colon in the names that the
 * placeholders after the account stand for
 */
public record ResourceType(String service, String name, String arn, List<String> conditionKeys,
		boolean namesWithoutColon) {

	private static final Symbol HEADER = new Symbol.AnyOf(":/", true);

	private static final String COLON = ":";

	private static final int PARTS = 6;

	public ResourceType {
		conditionKeys = List.copyOf(conditionKeys);
	}

	/**
	 * Whether a resource pattern can match an ARN of this type. A placeholder before the
	 * resource part is taken for any text without colon and slash, an empty one included,
	 * a later one for any text but an empty one.
	 * @param pattern the {@code Resource} of a policy
	 * @return the answer, which is certain if it is {@link Overlap#NONE}
	 */
	public Overlap overlap(GlobPattern pattern) {
		if (pattern.intersects(symbols(new Symbol.AnyOf(COLON, true)))) {
			return Overlap.POSSIBLE;
		}
		if (this.namesWithoutColon || !pattern.intersects(symbols(Symbol.ANY_TEXT))) {
			return Overlap.NONE;
		}
		String[] parts = pattern.toString().split(COLON, PARTS);
		boolean namesColon = parts.length == PARTS && parts[PARTS - 1].contains(COLON);
		return namesColon ? Overlap.POSSIBLE : Overlap.ONLY_WITH_COLON;
	}

	private GlobPattern symbols(Symbol name) {
		List<Symbol> symbols = new ArrayList<>();
		int colons = 0;
		for (int i = 0; i < this.arn.length(); i++) {
			char c = this.arn.charAt(i);
			boolean placeholder = this.arn.startsWith("${", i);
			if (placeholder) {
				i = this.arn.indexOf('}', i);
			}
			if (placeholder || c == '*') {
				boolean inName = colons >= PARTS - 1;
				if (inName) {
					symbols.add(once(name));
				}
				symbols.add(inName ? name : HEADER);
			}
			else {
				symbols.add(new Symbol.Literal(c));
				colons += (c == ':') ? 1 : 0;
			}
		}
		return GlobPattern.of(this.arn, symbols);
	}

	private static Symbol once(Symbol text) {
		return (text instanceof Symbol.AnyOf any) ? new Symbol.AnyOf(any.excluded(), false) : text;
	}

	/**
	 * Whether a pattern and a resource type have ARNs in common.
	 */
	public enum Overlap {

		/** No ARN of the type matches. */
		NONE,

		/** Only an ARN matches whose resource has a colon in its name. */
		ONLY_WITH_COLON,

		/** An ARN of the type may match. */
		POSSIBLE

	}

}
