package dev.appintegrations.console.role.api;

import java.util.List;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.role.operator.OperatorPermissions;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task of the console and what it needs.
 */
@Schema(name = "OperatorTask", description = "What people do with the console, and what that needs.")
record OperatorTaskJson(OperatorTask task, String title,
		@Schema(description = "The pages and buttons that do it.") String where,
		@Schema(description = "Whether it changes something at AWS.") boolean changing, List<Need> needs,
		@Schema(description = "The least policies for it alone.") List<OperatorPolicyJson> policies) {

	static OperatorTaskJson of(OperatorTask task, OperatorPermissions permissions, @Nullable String account) {
		return new OperatorTaskJson(task, task.title(), task.where(), task.changing(),
				permissions.of(task).stream().map((each) -> Need.of(each, account)).toList(),
				OperatorPolicyJson.of(permissions.policies(List.of(task), account)));
	}

	/**
	 * Actions that it needs.
	 */
	@Schema(name = "OperatorNeed", description = "Actions that a task needs.")
	record Need(RequiredActions.Need need, List<String> actions, List<String> resources, @Nullable When condition,
			String why) {

		static Need of(RequiredActions declared, @Nullable String account) {
			RequiredActions.Condition condition = declared.condition();
			return new Need(declared.need(), declared.actions(), declared.resources(account, null).toList(),
					(condition != null) ? new When(condition.operator(), condition.key(), condition.value()) : null,
					declared.why());
		}

	}

	/**
	 * Under which condition.
	 */
	@Schema(name = "OperatorCondition", description = "A condition of a policy.")
	record When(String operator, String key, String value) {

	}

}
