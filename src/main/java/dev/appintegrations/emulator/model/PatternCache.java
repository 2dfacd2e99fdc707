package dev.appintegrations.emulator.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Compiled patterns of the models.
 */
final class PatternCache {

	private static final Pattern END = Pattern.compile("(?<!\\\\)\\$(?=$|\\||\\))");

	private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

	private PatternCache() {
	}

	static Pattern compile(String pattern) {
		return PATTERNS.computeIfAbsent(pattern, (key) -> Pattern.compile(END.matcher(key).replaceAll("\\\\z")));
	}

}
