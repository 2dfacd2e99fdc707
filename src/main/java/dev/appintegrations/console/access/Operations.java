package dev.appintegrations.console.access;

import java.util.UUID;
import java.util.function.Supplier;

import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.ActivityTrail.Outcome;
import dev.appintegrations.console.kernel.Operation;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Does what people and programs ask for: checks in the database that they may, writes
 * down that they are about to, does it, and writes down what came of it.
 */
@Component
public class Operations {

	private final UserStore users;

	private final ActivityTrail trail;

	Operations(UserStore users, ActivityTrail trail) {
		this.users = users;
		this.trail = trail;
	}

	/**
	 * Runs an operation.
	 * @param <T> what it answers
	 * @param operation who does what to what
	 * @param act the doing
	 * @return what the act answers
	 * @throws AccessDeniedException if the actor may not
	 */
	public <T> T run(Operation operation, Supplier<T> act) {
		UUID entry = this.trail.intend(operation);
		boolean allowed = this.users.byName(operation.actor())
			.filter((user) -> user.role().has(operation.permission()))
			.isPresent();
		if (!allowed) {
			this.trail.complete(entry, Outcome.REFUSED, null);
			throw new AccessDeniedException(operation.permission() + " is missing");
		}
		try {
			T answer = act.get();
			this.trail.complete(entry, Outcome.DONE, null);
			return answer;
		}
		catch (RuntimeException ex) {
			this.trail.complete(entry, Outcome.FAILED, ex.getMessage());
			throw ex;
		}
	}

}
