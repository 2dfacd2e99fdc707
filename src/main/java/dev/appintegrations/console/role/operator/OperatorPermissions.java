package dev.appintegrations.console.role.operator;

import java.util.Collection;
import java.util.List;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What whoever runs the console needs, gathered from all that calls AWS.
 */
@Component
public class OperatorPermissions {

	private final List<RequiredActions> declared;

	OperatorPermissions(List<RequiresActions> callers) {
		this.declared = callers.stream().flatMap((caller) -> caller.requiredActions().stream()).distinct().toList();
	}

	/**
	 * All that is declared.
	 * @return declarations, those of one caller together
	 */
	public List<RequiredActions> declared() {
		return this.declared;
	}

	/**
	 * What a task needs.
	 * @param task the task
	 * @return declarations; none if nothing of this console does the task
	 */
	public List<RequiredActions> of(OperatorTask task) {
		return this.declared.stream().filter((each) -> each.tasks().contains(task)).toList();
	}

	/**
	 * The least policies for some tasks.
	 * @param tasks the tasks
	 * @param account twelve digits, or {@code null} if they are not known
	 * @return policies, see {@link OperatorPolicy#of}
	 */
	public List<OperatorPolicy> policies(Collection<OperatorTask> tasks, @Nullable String account) {
		return OperatorPolicy.of(
				this.declared.stream().filter((each) -> each.tasks().stream().anyMatch(tasks::contains)).toList(),
				account);
	}

}
