package dev.appintegrations.console.deletion;

import java.util.List;

import dev.appintegrations.console.deletion.DeletionStep.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a fresh read shows of the thing that a step removes.
 */
sealed interface Observation {

	/**
	 * It is not there.
	 *
	 * @param note what else was seen, a sentence, or {@code null}
	 */
	record Gone(@Nullable String note) implements Observation {

	}

	/**
	 * It is there.
	 *
	 * @param digest what it looks like, as
	 * {@link dev.appintegrations.console.deletion.plan.Expected} tells
	 * @param children keys of what hangs on it
	 */
	record There(String digest, List<String> children) implements Observation {

	}

	/**
	 * It is there, and AWS is at work on removing it.
	 *
	 * @param words what AWS says, a sentence
	 */
	record AtWork(String words) implements Observation {

	}

	/**
	 * It is there, and AWS has tried to remove it and given up.
	 *
	 * @param words what AWS says
	 * @param usages what still uses it
	 */
	record GivenUp(String words, List<Usage> usages) implements Observation {

	}

}
