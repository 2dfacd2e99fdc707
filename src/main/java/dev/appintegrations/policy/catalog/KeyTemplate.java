package dev.appintegrations.policy.catalog;

import java.util.List;
import java.util.regex.Pattern;

import dev.appintegrations.policy.pattern.GlobPattern;

/**
 * A condition key as it is documented, perhaps with a placeholder such as
 * <code>${TagKey}</code> or {@code <key>}.
 */
final class KeyTemplate {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}|<[^>]*>");

	private final GlobPattern pattern;

	private KeyTemplate(GlobPattern pattern) {
		this.pattern = pattern;
	}

	static KeyTemplate of(String name) {
		return new KeyTemplate(GlobPattern.of(PLACEHOLDER.matcher(Spelling.folded(name)).replaceAll("?*")));
	}

	static boolean isTemplate(String name) {
		return PLACEHOLDER.matcher(name).find();
	}

	static boolean anyMatches(List<String> names, String key) {
		return names.stream().anyMatch((name) -> of(name).matches(key));
	}

	boolean matches(String key) {
		return this.pattern.matches(Spelling.folded(key));
	}

}
