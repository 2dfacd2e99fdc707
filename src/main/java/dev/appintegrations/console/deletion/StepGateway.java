package dev.appintegrations.console.deletion;

import java.util.Set;

import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.RequiresActions;
import org.jspecify.annotations.Nullable;

/**
 * One service, as steps of deletions need it.
 */
interface StepGateway extends RequiresActions {

	/**
	 * The kinds of steps that it does.
	 */
	Set<StepKind> kinds();

	/**
	 * Reads afresh what the step removes.
	 * @throws AwsFailedException if that could not be read
	 */
	Observation observe(AccountAlias account, DeletionStep step);

	/**
	 * Makes the step's one call that changes something, once.
	 * @throws AwsFailedException if AWS refused or did not answer
	 */
	Accepted act(AccountAlias account, DeletionStep step);

	/**
	 * AWS has said yes.
	 *
	 * @param requestId AWS's request id, or {@code null}
	 * @param taskId the task to watch, or {@code null}
	 */
	record Accepted(@Nullable String requestId, @Nullable String taskId) {

	}

}
