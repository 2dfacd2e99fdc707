package dev.appintegrations.policy.compare;

import java.util.Collection;
import java.util.regex.Pattern;

import dev.appintegrations.policy.Policy.Version;

/**
 * Policy variables, which make a pattern depend on the request. <code>${*}</code>,
 * <code>${?}</code> and <code>${$}</code> only stand for their character.
 */
final class Variables {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?![*?$]})");

	private static final Pattern BEFORE_RESOURCE = Pattern.compile("(?:[^:]*:){0,4}[^:]*\\$\\{");

	private Variables() {
	}

	static boolean in(String text, Version version) {
		return escapes(version) && VARIABLE.matcher(text).find();
	}

	static boolean in(Collection<String> texts, Version version) {
		return texts.stream().anyMatch((text) -> in(text, version));
	}

	/**
	 * Whether a resource has a variable, or what looks like one before the fifth colon,
	 * where there is none.
	 */
	static boolean inResource(String text, Version version) {
		return in(text, version) || (escapes(version) && BEFORE_RESOURCE.matcher(text).lookingAt());
	}

	/**
	 * Whether texts are more than literal in a version of the language.
	 */
	static boolean escapes(Version version) {
		return version == Version.V2012_10_17;
	}

}
