package dev.appintegrations.console.deletion.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * Collects steps in any order and sorts them topologically, by what their kinds declare.
 */
final class StepList {

	/** Within this, everything serves the role's deletion. */
	static final String ACCOUNT = "account";

	private final Map<String, Draft> drafts = new LinkedHashMap<>();

	/**
	 * Adds a step, unless the same is there.
	 * @param draft what it is
	 * @param within keys of what it serves: a later step whose key is among them comes
	 * after it if its kind says so
	 */
	void add(Draft draft, List<String> within) {
		Draft there = this.drafts.computeIfAbsent(draft.kind() + " " + draft.key(), (key) -> draft);
		there.within().addAll(within);
		there.within().add(ACCOUNT);
	}

	List<PlannedStep> sorted() {
		List<Draft> open = new ArrayList<>(this.drafts.values());
		open.sort(Comparator.comparing((Draft draft) -> (draft.region() != null) ? draft.region().code() : "zz")
			.thenComparing(Draft::item)
			.thenComparing(Draft::kind)
			.thenComparing(Draft::key));
		Map<Draft, Integer> numbers = new LinkedHashMap<>();
		List<PlannedStep> steps = new ArrayList<>();
		while (!open.isEmpty()) {
			Draft next = open.stream()
				.filter((draft) -> open.stream().noneMatch((other) -> comesBefore(other, draft)))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("Steps wait for each other"));
			open.remove(next);
			List<Integer> after = numbers.entrySet()
				.stream()
				.filter((each) -> comesBefore(each.getKey(), next))
				.map(Map.Entry::getValue)
				.toList();
			numbers.put(next, steps.size() + 1);
			steps.add(next.numbered(steps.size() + 1, after));
		}
		return steps;
	}

	private static boolean comesBefore(Draft first, Draft second) {
		return second.kind().after().contains(first.kind())
				&& first.within().contains((second.kind() == StepKind.DELETE_ROLE) ? ACCOUNT : second.scope());
	}

	/**
	 * A step without its number.
	 *
	 * @param scope the key that steps before it are within
	 * @param item ARN of the item it serves
	 * @param within keys of what it serves
	 */
	record Draft(StepKind kind, @Nullable Region region, String key, String scope, String subject, String item,
			Map<String, String> parameters, List<String> children, String reason, @Nullable String waitsFor,
			String expected, Set<String> within) {

		Draft(StepKind kind, @Nullable Region region, String key, String scope, String subject, String item,
				Map<String, String> parameters, List<String> children, String reason, @Nullable String waitsFor,
				String expected) {
			this(kind, region, key, scope, subject, item, parameters, children, reason, waitsFor, expected,
					new HashSet<>());
		}

		PlannedStep numbered(int number, List<Integer> after) {
			return new PlannedStep(number, this.kind, this.region, this.key, this.subject, this.parameters,
					this.children, after, this.reason, this.waitsFor, this.expected);
		}

	}

}
