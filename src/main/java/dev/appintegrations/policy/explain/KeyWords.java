package dev.appintegrations.policy.explain;

import java.util.Locale;

/**
 * Names condition keys in sentences.
 */
final class KeyWords {

	private KeyWords() {
	}

	/**
	 * A key with one value.
	 * @param key the key as written
	 * @return the key, or for tags such as {@code the resource's tag Team
	 * (aws:ResourceTag/Team)}
	 */
	static String of(String key) {
		String folded = key.toLowerCase(Locale.ROOT);
		String tag = key.substring(key.indexOf('/') + 1);
		if (folded.startsWith("aws:resourcetag/")) {
			return "the resource's tag " + tag + " (" + key + ")";
		}
		if (folded.startsWith("aws:requesttag/")) {
			return "the request's tag " + tag + " (" + key + ")";
		}
		if (folded.startsWith("aws:principaltag/")) {
			return "the principal's tag " + tag + " (" + key + ")";
		}
		return key;
	}

	/**
	 * One of the values of a key.
	 * @param key the key as written
	 * @return such as {@code value of aws:CalledVia}
	 */
	static String valueOf(String key) {
		return "aws:tagkeys".equals(key.toLowerCase(Locale.ROOT)) ? "tag key in the request (" + key + ")"
				: "value of " + of(key);
	}

}
