package dev.appintegrations.console.deletion.plan;

import dev.appintegrations.console.inventory.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may ask to be deleted.
 */
public enum TargetKind {

	/** A data integration, with its associations. */
	DATA_INTEGRATION("data integration", Kind.DATA_INTEGRATION, false),

	/** An event integration, with its associations. */
	EVENT_INTEGRATION("event integration", Kind.EVENT_INTEGRATION, false),

	/** An application, with its associations. */
	APPLICATION("application", Kind.APPLICATION, false),

	/** One association of a data integration. */
	DATA_INTEGRATION_ASSOCIATION("data integration association", Kind.DATA_INTEGRATION, true),

	/** One association of an event integration. */
	EVENT_INTEGRATION_ASSOCIATION("event integration association", Kind.EVENT_INTEGRATION, true),

	/** One association of an application. */
	APPLICATION_ASSOCIATION("application association", Kind.APPLICATION, true),

	/** The service-linked role. */
	ROLE("role", null, false);

	private final String words;

	private final @Nullable Kind kind;

	private final boolean association;

	TargetKind(String words, @Nullable Kind kind, boolean association) {
		this.words = words;
		this.kind = kind;
		this.association = association;
	}

	/**
	 * The kind for people, in lower case.
	 * @return such as {@code event integration association}
	 */
	public String words() {
		return this.words;
	}

	/**
	 * The kind of the item, or of the association's parent.
	 * @return a kind, or {@code null} for the role
	 */
	public @Nullable Kind kind() {
		return this.kind;
	}

	/**
	 * Whether it is an association.
	 * @return false for items and the role
	 */
	public boolean association() {
		return this.association;
	}

	static TargetKind of(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> DATA_INTEGRATION;
			case EVENT_INTEGRATION -> EVENT_INTEGRATION;
			case APPLICATION -> APPLICATION;
		};
	}

}
