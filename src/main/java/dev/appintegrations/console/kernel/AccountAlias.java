package dev.appintegrations.console.kernel;

import java.util.regex.Pattern;

/**
 * The short name by which an AWS account is configured and addressed in every path.
 *
 * @param value lower-case letters, digits and hyphens, 1 to 63 characters
 */
public record AccountAlias(String value) {

	private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

	public AccountAlias {
		if (!PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException("An account alias has 1 to 63 lower-case letters, digits and hyphens");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
