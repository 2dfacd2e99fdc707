package dev.appintegrations.console.aws;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.LogField;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.Scope;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes calls at the pace that each region bears, and turns every failure into an
 * {@link AwsFailure}.
 */
@Component
public class AwsCalls {

	/** How long a throttled call is tried again before it counts as failed. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** Long scans queue for hours at the pace that a region bears, and lose nothing. */
	private static final Duration ALL_THE_TIME = Duration.ofDays(365);

	/** How long the few calls of a page wait for their turn; then AWS is asked anyway. */
	private static final Duration TURN_OF_PAGES = Duration.ofSeconds(1);

	private static final Observation.Event THROTTLED = Observation.Event.of("throttled");

	private static final int MOST_RETRIES_TOLD = 3;

	private final RegionPaces paces;

	private final AwsFailures failures;

	private final ObservationRegistry observations;

	private final Duration patience;

	private final Duration turn;

	@Autowired
	AwsCalls(RegionPaces paces, AwsFailures failures, ObservationRegistry observations) {
		this(paces, failures, observations, PATIENCE, ALL_THE_TIME);
	}

	private AwsCalls(RegionPaces paces, AwsFailures failures, ObservationRegistry observations, Duration patience,
			Duration turn) {
		this.paces = paces;
		this.failures = failures;
		this.observations = observations;
		this.patience = patience;
		this.turn = turn;
	}

	/**
	 * Calls that wait for their turn, however long, but not for AWS: those of a step that
	 * is tried again later.
	 * @param patience how long a throttled call is tried again before it counts as failed
	 * @return calls at the same pace
	 */
	public AwsCalls within(Duration patience) {
		return new AwsCalls(this.paces, this.failures, this.observations, patience, ALL_THE_TIME);
	}

	/**
	 * Calls for a person in front of a page, who waits neither long for AWS nor long for
	 * the turn.
	 * @param patience how long a throttled call is tried again before it counts as failed
	 * @return calls at about the same pace
	 */
	public AwsCalls forPages(Duration patience) {
		return new AwsCalls(this.paces, this.failures, this.observations, patience, TURN_OF_PAGES);
	}

	/**
	 * Makes a call.
	 * @param <T> what it answers
	 * @param target account, region, service and operation
	 * @param meter counts it
	 * @param call the call, which throws the SDK's exceptions
	 * @return the answer
	 * @throws AwsFailedException if there was none
	 */
	public <T> T call(Target target, CallMeter meter, Supplier<T> call) {
		return observed(target, (observed) -> patiently(target, meter, call, observed));
	}

	private <T> T patiently(Target target, CallMeter meter, Supplier<T> call, Observed observed) {
		RegionPaces.Pace pace = this.paces.of(target);
		long giveUp = System.nanoTime() + this.patience.toNanos();
		while (true) {
			await(pace, target);
			try {
				T answer = call.get();
				pace.answered();
				meter.countAnswered();
				return answer;
			}
			catch (SdkException ex) {
				if (!AwsFailures.throttled(ex)) {
					pace.answered();
					if (ex instanceof AwsServiceException) {
						meter.countAnswered();
					}
					throw this.failures.failed(target, ex);
				}
				pace.refused();
				meter.countRefused();
				observed.throttled();
				if (System.nanoTime() > giveUp) {
					throw this.failures.failed(target, ex);
				}
			}
			catch (RuntimeException ex) {
				pace.answered();
				throw this.failures.failed(target, ex);
			}
		}
	}

	/**
	 * Makes a call that changes something: once, whatever comes of it.
	 * @param <T> what it answers
	 * @param target account, region, service and operation
	 * @param call the call, by a client of {@link AwsClients#once()}, which throws the
	 * SDK's exceptions
	 * @return the answer
	 * @throws AwsFailedException if there was none, throttling included
	 */
	public <T> T once(Target target, Supplier<T> call) {
		return observed(target, (observed) -> impatiently(target, call, observed));
	}

	private <T> T impatiently(Target target, Supplier<T> call, Observed observed) {
		RegionPaces.Pace pace = this.paces.of(target);
		await(pace, target);
		try {
			T answer = call.get();
			pace.answered();
			return answer;
		}
		catch (RuntimeException ex) {
			if (ex instanceof SdkException failure && AwsFailures.throttled(failure)) {
				pace.refused();
				observed.throttled();
			}
			else {
				pace.answered();
			}
			throw this.failures.failed(target, ex);
		}
	}

	private void await(RegionPaces.Pace pace, Target target) {
		try {
			pace.await(this.turn);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.failures.interrupted(target, ex);
		}
	}

	/**
	 * Times the call and makes it a span: by service, operation, outcome and how often it
	 * was tried again after throttling.
	 */
	private <T> T observed(Target target, Function<Observed, T> call) {
		Observation observation = Observation.createNotStarted("console.aws.call", this.observations)
			.contextualName(target.service() + " " + target.operation())
			.lowCardinalityKeyValue("service", target.service())
			.lowCardinalityKeyValue("operation", target.operation())
			.highCardinalityKeyValue("account", target.account().value())
			.highCardinalityKeyValue("region", target.region().code())
			.start();
		Observed observed = new Observed(observation);
		String outcome = "OK";
		try (Observation.Scope _ = observation.openScope();
				Scope _ = LogField.ACCOUNT.with(target.account());
				Scope _ = LogField.REGION.with(target.region())) {
			return call.apply(observed);
		}
		catch (AwsFailedException ex) {
			outcome = ex.failure().getClass().getSimpleName();
			throw ex;
		}
		finally {
			observation.lowCardinalityKeyValue("outcome", outcome)
				.lowCardinalityKeyValue("retries", observed.retries())
				.stop();
		}
	}

	/**
	 * A call as it is observed.
	 */
	private static final class Observed {

		private final Observation observation;

		private int refusals;

		Observed(Observation observation) {
			this.observation = observation;
		}

		void throttled() {
			this.refusals++;
			this.observation.event(THROTTLED);
		}

		/** Few values, since each is a series of its own. */
		String retries() {
			return (this.refusals < MOST_RETRIES_TOLD) ? Integer.toString(this.refusals) : MOST_RETRIES_TOLD + "+";
		}

	}

	/**
	 * What a call is about.
	 *
	 * @param account the account
	 * @param region the region
	 * @param service IAM prefix, such as {@code app-integrations}
	 * @param operation AWS's name, such as {@code ListApplications}
	 */
	public record Target(AccountAlias account, Region region, String service, String operation) {

	}

}
