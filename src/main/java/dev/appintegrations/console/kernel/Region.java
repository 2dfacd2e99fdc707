package dev.appintegrations.console.kernel;

import java.util.regex.Pattern;

/**
 * An AWS region, by its code.
 *
 * @param code such as {@code eu-west-2}
 */
public record Region(String code) implements Comparable<Region> {

	private static final Pattern PATTERN = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

	public Region {
		if (code.length() > 32 || !PATTERN.matcher(code).matches()) {
			throw new IllegalArgumentException("A region code looks like eu-west-2");
		}
	}

	@Override
	public int compareTo(Region other) {
		return this.code.compareTo(other.code);
	}

	@Override
	public String toString() {
		return this.code;
	}

}
