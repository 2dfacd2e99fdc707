package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.Locale;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.role.operator.OperatorPermissions;
import dev.appintegrations.console.role.operator.OperatorPolicy;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A task and what it needs, for people.
 *
 * @param task the task
 * @param id its anchor
 * @param actions what it needs, declaration by declaration
 * @param policies the least policies
 */
record OperatorTaskView(OperatorTask task, String id, List<Row> actions, List<OperatorPolicy> policies) {

	static OperatorTaskView of(OperatorTask task, OperatorPermissions permissions, @Nullable String account) {
		return new OperatorTaskView(task, task.name().toLowerCase(Locale.ROOT).replace('_', '-'),
				permissions.of(task).stream().map((each) -> Row.of(each, account)).toList(),
				permissions.policies(List.of(task), account));
	}

	/**
	 * What its details hold.
	 */
	public String summary() {
		long count = this.actions.stream().flatMap((row) -> row.actions().stream()).distinct().count();
		return "What it needs and why: " + Moment.counted(count, "action");
	}

	/**
	 * A declaration.
	 */
	record Row(List<String> actions, String need, List<String> resources, @Nullable String condition, String why) {

		static Row of(RequiredActions declared, @Nullable String account) {
			RequiredActions.Condition condition = declared.condition();
			return new Row(declared.actions(), words(declared.need()), declared.resources(account, null).toList(),
					(condition != null) ? condition.key() + " is " + condition.value() : null, declared.why());
		}

		private static String words(RequiredActions.Need need) {
			return switch (need) {
				case REQUIRED -> "Required";
				case PERMISSION_ONLY -> "Behind another call";
				case OPTIONAL -> "Optional";
				case UNCHECKED -> "No permission needed";
			};
		}

	}

}
