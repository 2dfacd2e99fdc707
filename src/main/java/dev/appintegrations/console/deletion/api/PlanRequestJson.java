package dev.appintegrations.console.deletion.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be deleted.
 */
@Schema(name = "DeletionPlanRequest", description = "What is to be deleted: some targets, or everything.")
record PlanRequestJson(@Schema(
		description = "ARNs of integrations, applications, their associations, or the role; at most 500.",
		example = "[\"arn:aws:app-integrations:eu-west-2:111122223333:event-integration/orders\"]") @Nullable List<@Nullable String> targets,
		@Schema(description = "All integrations and applications of all regions, and the role.") @Nullable Boolean everything,
		@Schema(description = "Beside one application whose associations are all orphaned: AWS's forced deletion.") @Nullable Boolean force,
		@Schema(description = "For associations whose holder is ambiguous: the key of the holder to remove, by the association's ARN.") @Nullable Map<String, @Nullable String> holders) {

	private static final int MOST = 500;

	/**
	 * The request, checked.
	 * @param accountId the account that all targets must belong to
	 * @throws ProblemException with the JSON path of everything that is wrong
	 */
	PlanRequest checked(String accountId) {
		boolean all = Boolean.TRUE.equals(this.everything);
		boolean forced = Boolean.TRUE.equals(this.force);
		List<@Nullable String> texts = (this.targets != null) ? this.targets : List.of();
		if (all == !texts.isEmpty()) {
			throw refused(all ? new FieldProblem("$.targets", "must be left out where everything is asked for")
					: new FieldProblem("$.targets", "must name at least one ARN, or everything must be true"));
		}
		if (texts.size() > MOST) {
			throw refused(new FieldProblem("$.targets", "must hold at most 500 targets; these are " + texts.size()));
		}
		if (forced && texts.size() != 1) {
			throw refused(new FieldProblem("$.force", "goes with exactly one application"));
		}
		return new PlanRequest(targets(texts, accountId), all, forced, chosen());
	}

	private static List<Target> targets(List<@Nullable String> texts, String accountId) {
		List<Target> targets = new ArrayList<>();
		List<FieldProblem> errors = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < texts.size(); i++) {
			String text = texts.get(i);
			String path = "$.targets[" + i + "]";
			if (text == null) {
				errors.add(new FieldProblem(path, "must be an ARN"));
			}
			else if (!seen.add(text)) {
				errors.add(new FieldProblem(path, "is named twice"));
			}
			else {
				try {
					targets.add(Target.parse(text, accountId));
				}
				catch (IllegalArgumentException ex) {
					errors.add(new FieldProblem(path, "can't be deleted here: " + ex.getMessage()));
				}
			}
		}
		if (!errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
		}
		return targets;
	}

	private Map<String, String> chosen() {
		Map<String, String> chosen = new LinkedHashMap<>();
		if (this.holders != null) {
			this.holders.forEach((association, holder) -> {
				if (holder == null) {
					throw refused(new FieldProblem("$.holders", "must give a holder's key for each association"));
				}
				chosen.put(association, holder);
			});
		}
		return chosen;
	}

	private static ProblemException refused(FieldProblem problem) {
		return new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, List.of(problem)));
	}

}
