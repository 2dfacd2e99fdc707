package dev.appintegrations.console.deletion.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be deleted, as forms send it.
 *
 * @param targets ARNs
 * @param everything whether everything is meant
 * @param force whether the one application is to be deleted by force
 * @param holder chosen holders by the association's ARN
 * @param back the page from which it was asked
 */
record PlanForm(@Nullable List<String> targets, @Nullable Boolean everything, @Nullable Boolean force,
		@Nullable Map<String, String> holder, @Nullable String back) {

	private static final int MOST = 500;

	/**
	 * The request, checked.
	 * @param accountId the account that all targets must belong to
	 * @return what to plan
	 * @throws ProblemException if nothing sensible is asked for
	 */
	PlanRequest toRequest(String accountId) {
		boolean all = Boolean.TRUE.equals(this.everything);
		List<String> arns = Objects.requireNonNullElse(this.targets, List.<String>of())
			.stream()
			.filter((arn) -> !arn.isBlank())
			.distinct()
			.toList();
		if (all == !arns.isEmpty()) {
			throw refused(all ? "Everything and single things can't be asked for at once. Go back and choose one."
					: "Nothing was selected. Go back and select what to delete.");
		}
		if (arns.size() > MOST) {
			throw refused("At most " + MOST + " things can be deleted by one plan; these are " + arns.size()
					+ ". Go back and select fewer.");
		}
		return new PlanRequest(arns.stream().map((arn) -> target(arn, accountId)).toList(), all,
				Boolean.TRUE.equals(this.force), Objects.requireNonNullElse(this.holder, Map.of()));
	}

	private static Target target(String arn, String accountId) {
		try {
			return Target.parse(arn, accountId);
		}
		catch (IllegalArgumentException ex) {
			throw refused("This can't be deleted here: " + ex.getMessage() + ".");
		}
	}

	private static ProblemException refused(String words) {
		return new ProblemException(ProblemType.UNPROCESSABLE, words);
	}

}
