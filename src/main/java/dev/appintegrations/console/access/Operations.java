package dev.appintegrations.console.access;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.api.AwsProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.Problems;
import dev.appintegrations.console.kernel.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what people and programs ask for: checks in the database that they may, writes
 * down that they are about to, does it, and writes down what came of it.
 */
@Component
public class Operations {

	private final UserStore users;

	private final TokenStore tokens;

	private final ActivityTrail trail;

	private final Problems problems;

	private final TransactionOperations transactions;

	private final Clock clock;

	Operations(UserStore users, TokenStore tokens, ActivityTrail trail, Problems problems,
			TransactionOperations transactions, Clock clock) {
		this.users = users;
		this.tokens = tokens;
		this.trail = trail;
		this.problems = problems;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Runs an operation that has nothing to add to its entry.
	 * @param <T> what it answers
	 * @param operation who does what to what
	 * @param act the doing
	 * @return what the act answers
	 * @throws AccessDeniedException if the actor may not
	 */
	public <T extends @Nullable Object> T run(Operation operation, Supplier<T> act) {
		return run(operation, (notes) -> act.get());
	}

	/**
	 * Runs an operation on AWS, outside of any transaction.
	 * @param <T> what it answers
	 * @param operation who does what to what
	 * @param act the doing, which may note how things were before and are after, and
	 * AWS's request ids
	 * @return what the act answers
	 * @throws AccessDeniedException if the actor may not
	 */
	public <T extends @Nullable Object> T run(Operation operation, Function<ActivityNotes, T> act) {
		UUID entry = begin(operation);
		ActivityNotes notes = new ActivityNotes();
		T answer;
		try {
			answer = act.apply(notes);
		}
		catch (RuntimeException ex) {
			fail(entry, notes, ex);
			throw ex;
		}
		this.trail.complete(entry, notes.outcome(), notes.detail(), notes);
		return answer;
	}

	/**
	 * Runs an operation on the console's own database: what it changes and what the audit
	 * trail says of it are one transaction.
	 * @param <T> what it answers
	 * @param operation who does what to what
	 * @param act the doing, which may note how things were before and are after
	 * @return what the act answers
	 * @throws AccessDeniedException if the actor may not
	 */
	public <T extends @Nullable Object> T change(Operation operation, Function<ActivityNotes, T> act) {
		UUID entry = begin(operation);
		ActivityNotes notes = new ActivityNotes();
		try {
			return this.transactions.execute((status) -> {
				T answer = act.apply(notes);
				this.trail.complete(entry, notes.outcome(), notes.detail(), notes);
				return answer;
			});
		}
		catch (RuntimeException ex) {
			fail(entry, new ActivityNotes(), ex);
			throw ex;
		}
	}

	private UUID begin(Operation operation) {
		UUID entry = this.trail.intend(operation);
		if (!allowed(operation)) {
			this.trail.complete(entry, Outcome.REFUSED, operation.permission() + " is missing", new ActivityNotes());
			throw new AccessDeniedException(operation.permission() + " is missing");
		}
		return entry;
	}

	/**
	 * As the database has user and token now, whatever the request was signed in with.
	 */
	private boolean allowed(Operation operation) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		ApiToken token = (authentication != null && authentication.getPrincipal() instanceof CurrentUser caller)
				? caller.token() : null;
		return this.users.byName(operation.actor())
			.filter((user) -> user.role().has(operation.permission()))
			.filter((user) -> token == null || this.tokens.find(user.id(), token.id())
				.filter((now) -> !now.expired(this.clock.instant()))
				.filter((now) -> now.permissions().contains(operation.permission()))
				.isPresent())
			.isPresent();
	}

	/** An entry whose outcome can't be written reads "outcome unknown", which is true. */
	private void fail(UUID entry, ActivityNotes notes, RuntimeException failure) {
		try {
			Problem problem = this.problems.identify(failure);
			AwsProblem aws = problem.aws();
			if (aws != null) {
				notes.awsRequestId(aws.requestId());
			}
			Outcome outcome = switch (problem.type()) {
				case AWS_TIMED_OUT, AWS_UNREACHABLE -> Outcome.UNKNOWN;
				default -> Outcome.FAILED;
			};
			this.trail.complete(entry, outcome,
					problem.detail() + ((aws != null) ? " (" + aws.operation() + ": " + aws.code() + ")" : ""), notes);
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

}
