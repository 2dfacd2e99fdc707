package dev.appintegrations.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as pages show it: absolute, in UTC, with a relative hint.
 *
 * @param iso for machines
 * @param text for people, such as {@code 14:02:31 UTC}
 * @param ago such as {@code 3 minutes ago}
 */
public record Moment(String iso, String text, String ago) {

	private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter
		.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	/**
	 * Prepares a time.
	 * @param instant the time
	 * @param now the present
	 * @return the time as pages show it
	 */
	public static Moment of(Instant instant, Instant now) {
		Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
		boolean today = instant.atZone(ZoneOffset.UTC).toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
		return new Moment(second.toString(), (today ? TODAY : OTHER_DAY).format(instant),
				ago(Duration.between(instant, now)));
	}

	private static String ago(Duration age) {
		if (age.toSeconds() < 5) {
			return "just now";
		}
		if (age.toMinutes() < 1) {
			return age.toSeconds() + " seconds ago";
		}
		if (age.toHours() < 1) {
			return counted(age.toMinutes(), "minute") + " ago";
		}
		if (age.toDays() < 1) {
			return counted(age.toHours(), "hour") + " ago";
		}
		return counted(age.toDays(), "day") + " ago";
	}

	/**
	 * A number with its noun.
	 * @param number how many
	 * @param noun one of them; the plural ends in {@code s}
	 * @return such as {@code 2 regions}
	 */
	public static String counted(long number, String noun) {
		return String.format(Locale.ROOT, "%,d %s%s", number, noun, (number == 1) ? "" : "s");
	}

	/**
	 * A duration in seconds.
	 * @param duration how long
	 * @return such as {@code 0.61 s}
	 */
	public static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
	}

}
