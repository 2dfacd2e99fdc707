package dev.appintegrations.console.inventory;

/**
 * The services that hold associations, by the client id that their associations are
 * expected to have. AWS documents {@code connect.amazonaws.com} by a sample; the other
 * two follow the pattern of service principals and are unverified.
 */
enum HolderService {

	/** Amazon Connect: tasks, rules, cases, third-party applications. */
	CONNECT("connect.amazonaws.com", "Amazon Connect"),

	/** Customer Profiles. */
	PROFILES("profile.amazonaws.com", "Customer Profiles"),

	/** Agent assist, which was Amazon Q in Connect, and Wisdom before. */
	ASSISTANT("wisdom.amazonaws.com", "Agent assist (Amazon Q in Connect)");

	private final String client;

	private final String words;

	HolderService(String client, String words) {
		this.client = client;
		this.words = words;
	}

	String client() {
		return this.client;
	}

	String words() {
		return this.words;
	}

}
