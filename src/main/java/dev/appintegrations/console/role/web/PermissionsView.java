package dev.appintegrations.console.role.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.catalog.ActionFacts;
import dev.appintegrations.policy.explain.ActionExplanation;
import dev.appintegrations.policy.explain.ConditionExplanation;
import dev.appintegrations.policy.explain.Explanation;
import dev.appintegrations.policy.explain.ResourceExplanation;
import dev.appintegrations.policy.explain.StatementExplanation;
import org.jspecify.annotations.Nullable;

/**
 * A policy, statement by statement.
 *
 * @param statements the statements that have an action to show
 * @param services prefixes of the services that the policy names
 * @param levels access levels of its actions
 * @param actions how many actions there are in all
 * @param shown how many of them the filters leave
 */
record PermissionsView(List<StatementView> statements, List<String> services, List<String> levels, int actions,
		int shown) {

	private static final String UNKNOWN = "unknown";

	static PermissionsView of(Explanation explanation, @Nullable String service, @Nullable String level) {
		List<StatementView> all = new ArrayList<>();
		for (int i = 0; i < explanation.statements().size(); i++) {
			all.add(StatementView.of(i + 1, explanation.statements().get(i)));
		}
		List<ActionView> actions = all.stream().flatMap((statement) -> statement.actions().stream()).toList();
		List<StatementView> shown = all.stream()
			.map((statement) -> statement.only(service, level))
			.filter((statement) -> !statement.actions().isEmpty())
			.toList();
		return new PermissionsView(shown, distinct(actions.stream().map(ActionView::service).toList()),
				distinct(actions.stream().map(ActionView::level).toList()), actions.size(),
				shown.stream().mapToInt((statement) -> statement.actions().size()).sum());
	}

	private static List<String> distinct(List<String> values) {
		return List.copyOf(new TreeSet<>(values));
	}

	/**
	 * A statement.
	 *
	 * @param number counted from 1
	 * @param allows whether it allows, otherwise it denies
	 * @param sentence all of it in a sentence
	 * @param exceptActions whether its actions are those that it is not about
	 * @param actions its actions
	 * @param exceptResources whether its resources are those that it is not about
	 * @param resources its resources
	 * @param conditions its conditions
	 * @param cautions what is easily overlooked
	 */
	record StatementView(int number, boolean allows, String sentence, boolean exceptActions, List<ActionView> actions,
			boolean exceptResources, List<ResourceExplanation> resources, List<ConditionExplanation> conditions,
			List<String> cautions) {

		static StatementView of(int number, StatementExplanation statement) {
			List<ActionView> actions = statement.actions()
				.stream()
				.flatMap((action) -> ActionView.of(action).stream())
				.toList();
			Patterns resources = statement.statement().resources();
			return new StatementView(number, statement.statement().effect() == Effect.ALLOW, statement.sentence(),
					statement.statement().actions().negated(), actions, resources != null && resources.negated(),
					statement.resources(), statement.conditions(), statement.cautions());
		}

		StatementView only(@Nullable String service, @Nullable String level) {
			return new StatementView(this.number, this.allows, this.sentence, this.exceptActions,
					this.actions.stream()
						.filter((action) -> service == null || service.isBlank() || service.equals(action.service()))
						.filter((action) -> level == null || level.isBlank() || level.equals(action.level()))
						.toList(),
					this.exceptResources, this.resources, this.conditions, this.cautions);
		}

	}

	/**
	 * An action, or a pattern that matches more than can be listed.
	 *
	 * @param id the action or pattern
	 * @param service its service's prefix
	 * @param level its access level
	 * @param words what it does
	 * @param resources resource types that it acts on
	 * @param keys condition keys that it knows
	 */
	record ActionView(String id, String service, String level, String words, String resources, String keys) {

		static List<ActionView> of(ActionExplanation action) {
			if (action.known().isEmpty()) {
				String service = action.pattern().contains(":")
						? action.pattern().substring(0, action.pattern().indexOf(':')) : "*";
				return List.of(new ActionView(action.pattern(), service, UNKNOWN, action.text(), "", ""));
			}
			return action.known().stream().map(ActionView::of).toList();
		}

		private static ActionView of(ActionExplanation.KnownAction action) {
			ActionFacts facts = action.facts();
			String service = action.id().substring(0, action.id().indexOf(':'));
			if (facts == null) {
				return new ActionView(action.id(), service, UNKNOWN, words(action), "", "");
			}
			List<String> resources = facts.resources()
				.stream()
				.map((use) -> use.type().name() + (use.required() ? "" : " (optional)"))
				.toList();
			return new ActionView(action.id(), service, facts.accessLevel().text(), words(action),
					resources.isEmpty() ? "none: authorised on *" : String.join(", ", resources),
					String.join(", ", facts.conditionKeys()));
		}

		private static String words(ActionExplanation.KnownAction action) {
			return Objects.requireNonNullElse(action.words(), "");
		}

	}

}
