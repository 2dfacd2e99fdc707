package dev.appintegrations.console.inventory;

import java.util.Arrays;
import java.util.List;

/**
 * The services that hold associations, by the client id that their associations are
 * expected to have. AWS documents {@code connect.amazonaws.com} by a sample; the other
 * two follow the pattern of service principals and are unverified.
 */
enum HolderService {

	/** Amazon Connect: tasks, rules, cases, third-party applications. */
	CONNECT("connect", "Amazon Connect"),

	/** Customer Profiles. */
	PROFILES("profile", "Customer Profiles"),

	/** Agent assist, which was Amazon Q in Connect, and Wisdom before. */
	ASSISTANT("wisdom", "Agent assist (Amazon Q in Connect)");

	private final String prefix;

	private final String words;

	HolderService(String prefix, String words) {
		this.prefix = prefix;
		this.words = words;
	}

	/**
	 * The services that can hold a kind.
	 */
	static List<HolderService> of(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> List.of(ASSISTANT);
			case EVENT_INTEGRATION -> List.of(CONNECT, PROFILES);
			case APPLICATION -> List.of(CONNECT);
		};
	}

	/**
	 * The service with an IAM prefix.
	 */
	static HolderService of(String prefix) {
		return Arrays.stream(values()).filter((each) -> each.prefix.equals(prefix)).findFirst().orElseThrow();
	}

	/** The IAM prefix, which is also how its hosts are named. */
	String prefix() {
		return this.prefix;
	}

	String client() {
		return this.prefix + ".amazonaws.com";
	}

	String words() {
		return this.words;
	}

}
