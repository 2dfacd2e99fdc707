package dev.appintegrations.console.deletion;

import java.util.List;

import dev.appintegrations.console.deletion.DeletionStep.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a step from what was read, or from what AWS has answered.
 */
sealed interface Verdict {

	/** AWS may be asked now. */
	record Ask() implements Verdict {

	}

	/** AWS is not asked now. */
	sealed interface Settled extends Verdict {

	}

	/**
	 * It is looked at again later.
	 *
	 * @param why a sentence
	 */
	record Wait(String why) implements Settled {

	}

	/**
	 * It ends.
	 *
	 * @param state an end
	 * @param why a sentence, or {@code null} if the state says all
	 * @param usages what still uses the role
	 */
	record End(StepState state, @Nullable String why, List<Usage> usages) implements Settled {

		End(StepState state, @Nullable String why) {
			this(state, why, List.of());
		}

	}

}
