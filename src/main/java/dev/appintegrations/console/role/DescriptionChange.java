package dev.appintegrations.console.role;

import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.activity.Outcome;

/**
 * What came of a change of the role's description.
 */
public sealed interface DescriptionChange {

	/**
	 * Tells the audit trail how the description was and is.
	 * @param notes of the entry
	 * @param wanted the description that was asked for
	 * @return this
	 */
	default DescriptionChange noted(ActivityNotes notes, String wanted) {
		switch (this) {
			case Changed changed -> {
				notes.before(changed.before());
				notes.after(wanted);
				notes.awsRequestId(changed.requestId());
			}
			case ChangedMeanwhile meanwhile -> {
				notes.before(meanwhile.current());
				notes.outcome(Outcome.FAILED, "Somebody else changed the description. Nothing was done.");
			}
			case Overwritten raced -> {
				notes.outcome(Outcome.DONE, "Somebody else set another description at the same time.");
				notes.after(raced.current());
				notes.awsRequestId(raced.requestId());
			}
		}
		return this;
	}

	/**
	 * It was changed.
	 *
	 * @param before the description until then
	 * @param requestId IAM's request id
	 */
	record Changed(String before, String requestId) implements DescriptionChange {

	}

	/**
	 * Somebody else changed it since the editor saw it; nothing was done.
	 *
	 * @param current the description as it is now
	 */
	record ChangedMeanwhile(String current) implements DescriptionChange {

	}

	/**
	 * It was changed, and somebody else changed it again at the same time.
	 *
	 * @param current the description as it is now
	 * @param requestId IAM's request id
	 */
	record Overwritten(String current, String requestId) implements DescriptionChange {

	}

}
