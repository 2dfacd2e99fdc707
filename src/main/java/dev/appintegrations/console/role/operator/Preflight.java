package dev.appintegrations.console.role.operator;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import org.jspecify.annotations.Nullable;

/**
 * What IAM says of the permissions of whoever runs the console.
 *
 * @param caller whose credentials these are, as STS names it, or {@code null} if it could
 * not be asked
 * @param principal the user or role that IAM was asked about, or {@code null} if none
 * could be
 * @param problem why nothing is known, as a sentence, or {@code null}
 * @param calls how many simulations were asked for
 * @param at when
 * @param answers one for each action, its resources and region
 */
public record Preflight(@Nullable String caller, @Nullable String principal, @Nullable String problem, int calls,
		Instant at, List<Answer> answers) {

	public Preflight {
		answers = List.copyOf(answers);
	}

	/**
	 * What IAM says of identity policies. Policies of resources, sessions and endpoints
	 * count too, and a simulation does not see them.
	 */
	public enum Verdict {

		/** Identity policies allow it. */
		IDENTITY_POLICIES_ALLOW,

		/** Identity policies do not allow it. */
		IDENTITY_POLICIES_DO_NOT_ALLOW,

		/** IAM could not be asked, or did not say. */
		UNKNOWN

	}

	/**
	 * What IAM says of an action.
	 *
	 * @param action such as {@code iam:GetRole}
	 * @param need how much it is needed
	 * @param resources what it was asked about
	 * @param tasks what needs it
	 * @param region where, or {@code null} for services that have one endpoint for all
	 * @param verdict what IAM says
	 * @param reason why, empty if identity policies allow it
	 */
	public record Answer(String action, Need need, List<String> resources, Set<OperatorTask> tasks,
			@Nullable Region region, Verdict verdict, String reason) {

		public Answer {
			resources = List.copyOf(resources);
			tasks = Set.copyOf(tasks);
		}

	}

}
