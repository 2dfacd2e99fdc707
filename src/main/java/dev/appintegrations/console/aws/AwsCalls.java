package dev.appintegrations.console.aws;

import java.time.Duration;
import java.util.function.Supplier;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
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

	private final RegionPaces paces;

	private final AwsFailures failures;

	private final Duration patience;

	@Autowired
	AwsCalls(RegionPaces paces, AwsFailures failures) {
		this(paces, failures, PATIENCE);
	}

	private AwsCalls(RegionPaces paces, AwsFailures failures, Duration patience) {
		this.paces = paces;
		this.failures = failures;
		this.patience = patience;
	}

	/**
	 * Calls for those who can't wait: a person in front of a page, or a step that is
	 * tried again later.
	 * @param patience how long a throttled call is tried again before it counts as failed
	 * @return calls at the same pace
	 */
	public AwsCalls within(Duration patience) {
		return new AwsCalls(this.paces, this.failures, patience);
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
		RegionPaces.Pace pace = this.paces.of(target);
		long giveUp = System.nanoTime() + this.patience.toNanos();
		while (true) {
			try {
				pace.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw this.failures.interrupted(target, ex);
			}
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
		RegionPaces.Pace pace = this.paces.of(target);
		try {
			pace.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.failures.interrupted(target, ex);
		}
		try {
			T answer = call.get();
			pace.answered();
			return answer;
		}
		catch (RuntimeException ex) {
			if (ex instanceof SdkException failure && AwsFailures.throttled(failure)) {
				pace.refused();
			}
			else {
				pace.answered();
			}
			throw this.failures.failed(target, ex);
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
