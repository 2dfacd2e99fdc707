package dev.appintegrations.console.role.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import dev.appintegrations.console.kernel.SupportedRegion.Support;
import dev.appintegrations.console.role.operator.Preflight.Answer;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Asks IAM what identity policies allow whoever runs the console, before anything is
 * tried.
 */
@Component
public class Preflights {

	/** Calls at once: IAM has one rate for the whole account. */
	private static final int AT_ONCE = 4;

	/** Questions that are not asked by then stay unknown. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final OperatorPermissions permissions;

	private final AccountIdentity identity;

	private final SimulationGateway gateway;

	private final Clock clock;

	private final ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE,
			Thread.ofVirtual().name("preflight-", 0).factory());

	Preflights(OperatorPermissions permissions, AccountIdentity identity, SimulationGateway gateway, Clock clock) {
		this.permissions = permissions;
		this.identity = identity;
		this.gateway = gateway;
		this.clock = clock;
	}

	/**
	 * Asks IAM about every declared action in every region of an account. Never throws
	 * for what AWS does.
	 * @param account the account
	 * @return an answer for each; after a first failure none but this is asked
	 */
	public Preflight run(Account account) {
		Instant at = this.clock.instant();
		String caller;
		try {
			caller = this.identity.caller(account.alias());
		}
		catch (AwsFailedException ex) {
			return unknown(account, null, null, "STS could not be asked who calls: " + words(ex), 0, at);
		}
		return switch (Principal.of(caller)) {
			case Principal.User user -> ask(account, caller, user.arn(), at);
			case Principal.Nobody nobody -> unknown(account, caller, null, nobody.why(), 0, at);
			case Principal.Session session -> {
				try {
					yield ask(account, caller, this.gateway.roleArn(account.alias(), session.roleName()), at);
				}
				catch (AwsFailedException ex) {
					yield unknown(account, caller, null,
							"The ARN of role " + session.roleName() + " could not be read: " + words(ex), 0, at);
				}
			}
		};
	}

	private Preflight ask(Account account, String caller, String principal, Instant at) {
		List<Simulation> questions = questions(account);
		AtomicInteger calls = new AtomicInteger();
		List<Answer> answers = new ArrayList<>();
		try {
			answers.addAll(answer(account, principal, questions.getFirst(), calls));
		}
		catch (AwsFailedException ex) {
			return unknown(account, caller, principal, "IAM could not be asked: " + words(ex), calls.get(), at);
		}
		Instant end = at.plus(PATIENCE);
		List<CompletableFuture<List<Answer>>> rest = questions.stream()
			.skip(1)
			.map((question) -> CompletableFuture.supplyAsync(() -> {
				if (this.clock.instant().isAfter(end)) {
					return question.unknown("IAM was not asked: the other questions took too long.");
				}
				try {
					return answer(account, principal, question, calls);
				}
				catch (AwsFailedException ex) {
					return question.unknown(words(ex));
				}
			}, this.executor))
			.toList();
		rest.forEach((answer) -> answers.addAll(answer.join()));
		return new Preflight(caller, principal, null, calls.get(), at, answers);
	}

	private List<Answer> answer(Account account, String principal, Simulation question, AtomicInteger calls) {
		calls.incrementAndGet();
		return question.answered(this.gateway.simulate(account.alias(), principal, question));
	}

	private Preflight unknown(Account account, @Nullable String caller, @Nullable String principal, String problem,
			int calls, Instant at) {
		return new Preflight(caller, principal, problem, calls, at,
				questions(account).stream().flatMap((question) -> question.unknown(problem).stream()).toList());
	}

	private List<Simulation> questions(Account account) {
		return Simulation.of(asked(), this.identity.known(account.alias()), regions(account));
	}

	/** Who assumes a role is another caller than the role. */
	private List<RequiredActions> asked() {
		return this.permissions.declared()
			.stream()
			.filter((each) -> each.need() != Need.UNCHECKED && !each.tasks().equals(Set.of(OperatorTask.REACH_ACCOUNT)))
			.toList();
	}

	private static List<Region> regions(Account account) {
		return account.regions()
			.stream()
			.filter((each) -> each.excludedBecause() == null
					&& (each.added() || each.supported().support() == Support.AVAILABLE))
			.map(AccountRegion::region)
			.toList();
	}

	private static String words(AwsFailedException ex) {
		AwsFailure failure = ex.failure();
		return failure.message() + "." + ((failure instanceof AwsFailure.NotFound) ? "" : " " + failure.advice());
	}

	@PreDestroy
	void close() {
		this.executor.shutdownNow();
	}

}
