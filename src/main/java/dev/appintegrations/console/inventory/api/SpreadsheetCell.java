package dev.appintegrations.console.inventory.api;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes text safe to open in a spreadsheet, which would take a cell that starts like a
 * formula for one (OWASP, <i>CSV Injection</i>).
 */
final class SpreadsheetCell {

	/**
	 * A formula's first character, alone or behind what spreadsheets skip or strip: white
	 * space, invisible characters and quotes. The last four are the full-width forms that
	 * East Asian versions read as the plain ones.
	 */
	private static final Pattern FORMULA = Pattern.compile(
			"(?U)^(?:[\\t\\r\\n]|[\\s\\h\\v\\p{Cf}\\p{Cc}\"'`\u2018\u2019\u201c\u201d]*[=+\\-@|\uff1d\uff0b\uff0d\uff20])");

	private SpreadsheetCell() {
	}

	/**
	 * The text, with an apostrophe before it if a spreadsheet could run it.
	 * @param text any text
	 * @return the text to write
	 */
	static @Nullable String safe(@Nullable String text) {
		return (text != null && FORMULA.matcher(text).find()) ? "'" + text : text;
	}

}
