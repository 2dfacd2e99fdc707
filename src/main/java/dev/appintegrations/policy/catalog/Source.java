package dev.appintegrations.policy.catalog;

/**
 * Where facts come from.
 *
 * @param title what they were taken from
 * @param version its version
 * @param date the day of that version, as ISO 8601 has it
 * @param licence the licence under which it is published
 */
public record Source(String title, String version, String date, String licence) {

	@Override
	public String toString() {
		return this.title + " " + this.version + " of " + this.date;
	}

}
