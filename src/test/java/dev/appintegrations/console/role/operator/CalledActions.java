package dev.appintegrations.console.role.operator;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.emulator.EmulatorServer;

/**
 * What was called, as the emulator's log has it, against what gateways declare.
 */
public final class CalledActions {

	private CalledActions() {
	}

	/**
	 * The actions that were called in an account.
	 * @param account twelve digits
	 * @return such as {@code iam:GetRole}
	 */
	public static Set<String> in(String account) {
		return EmulatorServer.calls(account)
			.stream()
			.map((call) -> call.get("service") + ":" + call.get("operation"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * The actions that some tasks declare.
	 * @param permissions all that is declared
	 * @param tasks the tasks
	 * @return such as {@code iam:GetRole}
	 */
	public static Set<String> declared(OperatorPermissions permissions, Collection<OperatorTask> tasks) {
		return tasks.stream()
			.flatMap((task) -> permissions.of(task).stream())
			.map(RequiredActions::actions)
			.flatMap(Collection::stream)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
