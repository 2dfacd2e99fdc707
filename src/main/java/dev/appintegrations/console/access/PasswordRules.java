package dev.appintegrations.console.access;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * What a new password must be like.
 */
public final class PasswordRules {

	/** The least length, in bytes of UTF-8. */
	public static final int LEAST = 12;

	/** The greatest length, in bytes of UTF-8: BCrypt reads no more. */
	public static final int MOST = 72;

	private PasswordRules() {
	}

	/**
	 * Checks a new password.
	 * @param password the password, or {@code null} if there is none
	 * @param user the name of the user who will have it
	 * @return what is wrong with it, for people, or {@code null} if it is good
	 */
	public static @Nullable String violation(@Nullable String password, String user) {
		if (password == null || password.isEmpty()) {
			return "is missing";
		}
		int length = password.getBytes(StandardCharsets.UTF_8).length;
		if (length < LEAST || length > MOST) {
			return "must have " + LEAST + " to " + MOST + " bytes, and has " + length
					+ "; most letters are one byte, others up to four";
		}
		if (password.indexOf('\u0000') >= 0) {
			return "must not contain a NUL character";
		}
		return password.equalsIgnoreCase(user) ? "must not be the user's name" : null;
	}

}
