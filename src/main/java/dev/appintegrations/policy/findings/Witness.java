package dev.appintegrations.policy.findings;

import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A request that shows what a statement does.
 *
 * @param request a request that its policy answers as the statement says, verified by the
 * evaluator, or {@code null} if none was found
 * @param isOverruled whether a request was found that the statement allows and another
 * statement denies
 */
record Witness(@Nullable Request request, boolean isOverruled) {

	private static final int MOST_TRIES = 3;

	/**
	 * Looks for a request that a statement matches, with no value of a key that only
	 * {@code ForAllValues} asks for.
	 * @param subject the statement
	 * @return what was found
	 */
	static Witness of(Subject subject) {
		Statement statement = subject.statement();
		Decision wanted = wanted(subject);
		Evaluator alone = evaluator(statement, new Policy(subject.policy().version(), null, List.of(statement)));
		Map<String, List<String>> context = SampleContext.of(statement.conditions());
		Caller caller = SampleRequests.caller(statement.principals());
		for (String action : SampleRequests.actions(statement.actions()).limit(MOST_TRIES).toList()) {
			for (String resource : SampleRequests.resources(statement.resources(), action).limit(MOST_TRIES).toList()) {
				Request request = new Request(action, resource, caller, context);
				if (alone.decide(request) == wanted) {
					Decision decision = evaluator(statement, subject.policy()).decide(request);
					return new Witness((decision == wanted) ? request : null,
							decision == Decision.EXPLICIT_DENY && wanted == Decision.ALLOWED);
				}
			}
		}
		return new Witness(null, false);
	}

	/**
	 * Makes a request that a statement seems to be about, but does not match.
	 * @param subject the statement
	 * @param action the action
	 * @param resource the resource
	 * @return the request, or {@code null} if the policy answers it as the statement says
	 * or can't say
	 */
	static @Nullable Request notMatched(Subject subject, String action, String resource) {
		Statement statement = subject.statement();
		Request request = new Request(action, resource, SampleRequests.caller(statement.principals()),
				SampleContext.of(statement.conditions()));
		Decision decision = evaluator(statement, subject.policy()).decide(request);
		return (decision == wanted(subject) || decision == Decision.NOT_SUPPORTED) ? null : request;
	}

	private static Decision wanted(Subject subject) {
		return subject.allows() ? Decision.ALLOWED : Decision.EXPLICIT_DENY;
	}

	private static Evaluator evaluator(Statement statement, Policy policy) {
		return (statement.principals() != null) ? Evaluator.of(List.of(), policy) : Evaluator.of(policy);
	}

}
