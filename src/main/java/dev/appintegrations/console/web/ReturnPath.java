package dev.appintegrations.console.web;

import java.util.regex.Pattern;

/**
 * The path of a page of this console to which a form brings people back.
 */
public final class ReturnPath {

	private static final Pattern SAFE = Pattern.compile("/(?!/)[\\w./~%:@!$&'()*+,;=?-]{0,2000}");

	private ReturnPath() {
	}

	/**
	 * Checks a path that a form brings.
	 * @param path what the form says
	 * @return the path, or {@code /} if it leads elsewhere
	 */
	public static String of(String path) {
		return (SAFE.matcher(path).matches() && !path.startsWith("/\\") && !path.contains("{")) ? path : "/";
	}

}
