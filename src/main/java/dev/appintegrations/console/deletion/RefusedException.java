package dev.appintegrations.console.deletion;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The console refuses to plan, confirm, cancel or retry, and says why. Nothing was done.
 */
public final class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final @Nullable UUID other;

	RefusedException(Reason reason, String message) {
		this(reason, message, null);
	}

	RefusedException(Reason reason, String message, @Nullable UUID other) {
		super(message);
		this.reason = reason;
		this.other = other;
	}

	/**
	 * The reason.
	 * @return one of the reasons that programs can tell apart
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What to look at instead.
	 * @return the new plan's id for {@link Reason#WORLD_CHANGED}, the deletion's for
	 * {@link Reason#PLAN_USED}, otherwise {@code null}
	 */
	public @Nullable UUID other() {
		return this.other;
	}

	/**
	 * Why the console refuses.
	 */
	public enum Reason {

		/** The account's configuration does not allow deletions. */
		DELETION_OFF,

		/** The text that was typed is not the phrase. */
		PHRASE_DIFFERS,

		/** The account id that was typed is not the account's. */
		ACCOUNT_ID_DIFFERS,

		/** The accepted regions are not the plan's unproven ones. */
		UNPROVEN_NOT_ACCEPTED,

		/** The fingerprint is not the plan's. */
		FINGERPRINT_DIFFERS,

		/** The account has no such plan. */
		NO_SUCH_PLAN,

		/** The plan is too old. */
		PLAN_EXPIRED,

		/** The plan was confirmed before. */
		PLAN_USED,

		/** The plan has no step. */
		NOTHING_TO_DO,

		/** A fresh read differs from the plan; there is a new one. */
		WORLD_CHANGED,

		/** Another deletion touches the same thing. */
		ALREADY_RUNNING,

		/** The deletion has ended, or nothing of it can be tried again. */
		NOT_POSSIBLE,

		/** Too long ago: a new plan is needed. */
		TOO_LATE

	}

}
