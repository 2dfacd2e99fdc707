package dev.appintegrations.console.role.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import dev.appintegrations.console.role.operator.Preflight;
import dev.appintegrations.console.role.operator.Preflight.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A preflight, as programs see it.
 */
@Schema(name = "Preflight",
		description = "What IAM says of the identity policies of the credentials that the console uses.")
record PreflightJson(
		@Schema(description = "Who calls, as STS says; null if it could not be asked.") @Nullable String caller,
		@Schema(description = "The user or role that IAM was asked about; null if it can't be asked.") @Nullable String principal,
		@Schema(description = "Why nothing is known; null if something is.") @Nullable String problem,
		@Schema(description = "Simulations asked for.") int calls, Instant at, List<Item> items) {

	static PreflightJson of(Preflight preflight) {
		return new PreflightJson(preflight.caller(), preflight.principal(), preflight.problem(), preflight.calls(),
				preflight.at(), preflight.answers().stream().map(Item::of).toList());
	}

	/**
	 * What IAM says of an action.
	 */
	@Schema(name = "PreflightItem", description = "What IAM says of an action on some resources in a region.")
	record Item(String action, Need need,
			@Schema(description = "Null for services that have one endpoint for all regions.") @Nullable String region,
			List<String> resources, List<OperatorTask> tasks,
			@Schema(description = "Policies of resources, sessions and endpoints are not looked at.") Verdict verdict,
			@Schema(description = "Why; null if identity policies allow it.") @Nullable String reason) {

		static Item of(Preflight.Answer answer) {
			return new Item(answer.action(), answer.need(), (answer.region() != null) ? answer.region().code() : null,
					answer.resources(), Arrays.stream(OperatorTask.values()).filter(answer.tasks()::contains).toList(),
					answer.verdict(), answer.reason().isEmpty() ? null : answer.reason());
		}

	}

}
