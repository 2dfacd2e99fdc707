package dev.appintegrations.policy.compare;

import java.util.List;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.Statement.Effect;
import org.jspecify.annotations.Nullable;

/**
 * The least that must change in a request, besides its action, to flip its verdict
 * between allowed and not allowed.
 *
 * @param changes changes of the same, smallest number of edits, each verified by the
 * evaluator; a handful, also if there are more
 * @param reason why there is none, in words, or {@code null} if there are some
 */
public record SmallestChange(List<Change> changes, @Nullable String reason) {

	private static final int MAX_EDITS = 3;

	public SmallestChange {
		changes = List.copyOf(changes);
	}

	/**
	 * Finds the smallest change. It tries every kind of value that the policies tell from
	 * others, for up to three condition keys, or two and the resource.
	 * @param evaluator the evaluator of the policies
	 * @param policies the policies
	 * @param request the request
	 * @return the changes, or why there is none
	 */
	public static SmallestChange of(Evaluator evaluator, List<Policy> policies, Request request) {
		if (evaluator.decide(request) == Decision.NOT_SUPPORTED) {
			return none("the verdict itself can't be decided");
		}
		List<Policy> concerned = policies.stream().map((policy) -> Edits.concerning(policy, request)).toList();
		if (concerned.stream()
			.flatMap((policy) -> policy.statements().stream())
			.noneMatch((statement) -> statement.effect() == Effect.ALLOW)) {
			return none("no context or resource change allows this action");
		}
		Flips flips = new Flips(evaluator, request, Edits.of(concerned, request));
		for (int size = 1; size <= MAX_EDITS; size++) {
			List<Change> changes = flips.ofSize(size);
			if (!changes.isEmpty()) {
				return new SmallestChange(changes, null);
			}
		}
		return none(flips.exhausted() ? "there are too many possible changes to try them all"
				: "no change of up to three context keys, or two and the resource, makes a difference");
	}

	private static SmallestChange none(String reason) {
		return new SmallestChange(List.of(), reason);
	}

}
