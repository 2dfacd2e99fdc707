package dev.appintegrations.console.deletion.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * What has changed between a plan and the one made anew from the same request.
 *
 * @param sentences each a difference
 * @param definitions differences of definitions, as lines of a unified diff
 */
record PlanChanges(List<String> sentences, List<Difference> definitions) {

	private static final int CONTEXT_LINES = 3;

	static PlanChanges between(DeletionPlan before, DeletionPlan now) {
		List<String> sentences = new ArrayList<>();
		each(before.steps(), now.steps(), PlanChanges::identity, (old, step) -> {
			if (old == null) {
				sentences.add("New: " + words(step) + ".");
			}
			else if (step == null) {
				sentences.add("No longer there: " + words(old) + ".");
			}
			else if (!content(old).equals(content(step))) {
				sentences.add("Not as it was: " + words(step) + ".");
			}
		});
		each(before.kept(), now.kept(), DeletionPlan.Kept::arn, (old, kept) -> {
			if (old == null) {
				sentences.add("Stays now: " + kept.name() + ". " + kept.reason());
			}
			else if (kept == null) {
				sentences.add("Does not stay any more: " + old.name() + ".");
			}
		});
		each(before.blocked(), now.blocked(), DeletionPlan.Blocked::arn, (old, blocked) -> {
			if (old == null) {
				sentences.add("Can't be deleted any more: " + blocked.name() + ". " + blocked.reason());
			}
			else if (blocked == null) {
				sentences.add("Nothing blocks it any more: " + old.name() + ".");
			}
		});
		each(before.unproven(), now.unproven(), (unproven) -> unproven.region().code(), (old, unproven) -> {
			if (old == null) {
				sentences.add(unproven.region() + " can't be read any more: " + unproven.reason());
			}
			else if (unproven == null) {
				sentences.add(old.region() + " can be read now.");
			}
		});
		return new PlanChanges(sentences, definitions(before, now));
	}

	private static List<Difference> definitions(DeletionPlan before, DeletionPlan now) {
		List<Difference> differences = new ArrayList<>();
		each(before.definitions(), now.definitions(), DeletionPlan.Definition::arn, (old, definition) -> {
			if (old != null && definition != null && !old.json().equals(definition.json())) {
				List<String> lines = old.json().lines().toList();
				differences.add(new Difference(old.arn(), UnifiedDiffUtils.generateUnifiedDiff("before", "now", lines,
						DiffUtils.diff(lines, definition.json().lines().toList()), CONTEXT_LINES)));
			}
		});
		return differences;
	}

	private static <T> void each(List<T> before, List<T> now, Function<T, String> identity,
			BiConsumer<@Nullable T, @Nullable T> difference) {
		Map<String, T> old = new LinkedHashMap<>();
		before.forEach((each) -> old.put(identity.apply(each), each));
		now.forEach((each) -> difference.accept(old.remove(identity.apply(each)), each));
		old.values().forEach((each) -> difference.accept(each, null));
	}

	private static String identity(PlannedStep step) {
		return step.kind() + " " + step.region() + " " + step.key();
	}

	private static List<Object> content(PlannedStep step) {
		return List.of(step.subject(), step.parameters(), step.children().stream().sorted().toList(), step.expected());
	}

	private static String words(PlannedStep step) {
		return step.kind().words() + " " + step.subject() + ((step.region() != null) ? " in " + step.region() : "");
	}

	/**
	 * How a definition has changed.
	 *
	 * @param arn whose
	 * @param lines a unified diff
	 */
	record Difference(String arn, List<String> lines) {

	}

}
