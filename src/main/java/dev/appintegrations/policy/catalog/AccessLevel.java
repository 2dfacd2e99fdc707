package dev.appintegrations.policy.catalog;

/**
 * How the Service Authorization Reference classifies what an action does.
 */
public enum AccessLevel {

	/** Sees that resources exist. */
	LIST("List"),

	/** Reads what resources contain. */
	READ("Read"),

	/** Creates, changes or deletes. */
	WRITE("Write"),

	/** Changes tags only. */
	TAGGING("Tagging"),

	/** Grants or changes permissions. */
	PERMISSIONS_MANAGEMENT("Permissions management");

	private final String text;

	AccessLevel(String text) {
		this.text = text;
	}

	/**
	 * The level as AWS names it.
	 * @return such as {@code Permissions management}
	 */
	public String text() {
		return this.text;
	}

	static AccessLevel of(String text) {
		for (AccessLevel level : values()) {
			if (level.text.equals(text)) {
				return level;
			}
		}
		throw new IllegalArgumentException("Unknown access level: " + text);
	}

}
