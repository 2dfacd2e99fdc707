package dev.appintegrations.policy.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.policy.pattern.GlobPattern;
import dev.appintegrations.policy.pattern.Symbol;

/**
 * A documented resource type.
 */
public final class ResourceType {

	private static final Symbol HEADER = new Symbol.AnyOf(":/", true);

	private static final String COLON = ":";

	private static final int PARTS = 6;

	private final String service;

	private final String name;

	private final String arn;

	private final List<String> conditionKeys;

	private final boolean namesWithoutColon;

	private final GlobPattern withoutColon;

	private final GlobPattern withColon;

	ResourceType(String service, String name, String arn, List<String> conditionKeys, boolean namesWithoutColon) {
		this.service = service;
		this.name = name;
		this.arn = arn;
		this.conditionKeys = List.copyOf(conditionKeys);
		this.namesWithoutColon = namesWithoutColon;
		this.withoutColon = symbols(COLON);
		this.withColon = symbols("");
	}

	/**
	 * The service that documents it.
	 * @return its prefix
	 */
	public String service() {
		return this.service;
	}

	/**
	 * Its name.
	 * @return such as {@code flow}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Its ARN.
	 * @return an ARN with placeholders such as <code>${Partition}</code>
	 */
	public String arn() {
		return this.arn;
	}

	/**
	 * The condition keys that it knows.
	 * @return keys as they are documented
	 */
	public List<String> conditionKeys() {
		return this.conditionKeys;
	}

	/**
	 * Whether a resource pattern can match an ARN of this type. A placeholder before the
	 * resource part is taken for any text without colon and slash, an empty one included,
	 * a later one for any text but an empty one.
	 * @param pattern the {@code Resource} of a policy
	 * @return the answer, which is certain if it is {@link Overlap#NONE}
	 */
	public Overlap overlap(GlobPattern pattern) {
		if (pattern.intersects(this.withoutColon)) {
			return Overlap.POSSIBLE;
		}
		if (this.namesWithoutColon || !pattern.intersects(this.withColon)) {
			return Overlap.NONE;
		}
		String[] parts = pattern.toString().split(COLON, PARTS);
		boolean namesColon = parts.length == PARTS && parts[PARTS - 1].contains(COLON);
		return namesColon ? Overlap.POSSIBLE : Overlap.ONLY_WITH_COLON;
	}

	private GlobPattern symbols(String excluded) {
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
					symbols.add(new Symbol.AnyOf(excluded, false));
				}
				symbols.add(inName ? new Symbol.AnyOf(excluded, true) : HEADER);
			}
			else {
				symbols.add(new Symbol.Literal(c));
				colons += (c == ':') ? 1 : 0;
			}
		}
		return GlobPattern.of(this.arn, symbols);
	}

	@Override
	public String toString() {
		return this.service + " " + this.name;
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
