package dev.appintegrations.console.role;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.kernel.AccountAlias;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The service-linked role of every account: reads, creates and describes it.
 */
@Component
public class AppIntegrationsRole {

	private static final Logger LOG = LoggerFactory.getLogger(AppIntegrationsRole.class);

	/** The code with which IAM says that the role is there already. */
	private static final String TAKEN = "InvalidInput";

	/**
	 * How old a reading may be that still counts as IAM's answer: IAM is eventually
	 * consistent itself (IAM User Guide, Troubleshooting IAM), and all that use an
	 * account share its calls, of which AWS publishes no rate.
	 */
	private static final Duration CURRENT = Duration.ofSeconds(5);

	/** How old a reading may be where a page only mentions the role. */
	private static final Duration RECENT = Duration.ofMinutes(1);

	/** How long such a page waits for a new one. */
	private static final Duration PATIENCE = Duration.ofMillis(400);

	private final RoleGateway gateway;

	private final Clock clock;

	private final Map<AccountAlias, RoleReading> readings = new ConcurrentHashMap<>();

	private final Map<AccountAlias, CompletableFuture<RoleReading>> underWay = new ConcurrentHashMap<>();

	AppIntegrationsRole(RoleGateway gateway, Clock clock) {
		this.gateway = gateway;
		this.clock = clock;
	}

	/**
	 * Reads the role from IAM now.
	 * @param account a configured account
	 * @return what IAM said, failures included
	 */
	public RoleReading read(AccountAlias account) {
		RoleReading reading = this.gateway.read(account);
		this.readings.put(account, reading);
		return reading;
	}

	/**
	 * The role as IAM shows it, for questions that come one after the other: a whole
	 * reading of the last 5 seconds, otherwise a new one.
	 * @param account a configured account
	 * @return what IAM said, failures included
	 */
	public RoleReading current(AccountAlias account) {
		RoleReading before = this.readings.get(account);
		if (before != null && before.failures().isEmpty() && before.at().plus(CURRENT).isAfter(this.clock.instant())) {
			return before;
		}
		return read(account);
	}

	/**
	 * What is known of the role without waiting for IAM for long: a reading of the last
	 * minute, otherwise a new one if it comes at once, otherwise the one before.
	 * @param account a configured account
	 * @return a reading; its state is unknown, without a failure, while the first one is
	 * under way
	 */
	public RoleReading recent(AccountAlias account) {
		RoleReading before = this.readings.get(account);
		Instant now = this.clock.instant();
		if (before != null && before.at().plus(RECENT).isAfter(now)) {
			return before;
		}
		CompletableFuture<RoleReading> reading = this.underWay.computeIfAbsent(account,
				(key) -> CompletableFuture.supplyAsync(() -> read(key), Thread::startVirtualThread));
		reading.whenComplete((done, failure) -> this.underWay.remove(account, reading));
		try {
			return reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			LOG.debug("The role of {} could not be read at once", account, ex);
		}
		return (before != null) ? before : new RoleReading(RoleState.UNKNOWN, null, List.of(), now);
	}

	/**
	 * Creates the role, unless it is there. IAM says {@code InvalidInput} of a role that
	 * exists, even while reading does not show it yet; the same code with another cause
	 * is told apart by its wording.
	 * @param account a configured account
	 * @return what came of it
	 * @throws AwsFailedException if IAM could not be asked or refused
	 */
	public Creation create(AccountAlias account) {
		RoleReading before = this.gateway.read(account);
		if (before.state() == RoleState.PRESENT) {
			return new Creation(false, null);
		}
		try {
			String requestId = this.gateway.create(account);
			this.readings.remove(account);
			return new Creation(true, requestId);
		}
		catch (AwsFailedException ex) {
			AwsFailure.Call call = ex.failure().call();
			if (TAKEN.equals(call.code()) && (ex.failure().message().contains("has been taken")
					|| this.gateway.read(account).state() == RoleState.PRESENT)) {
				return new Creation(false, call.requestId());
			}
			throw ex;
		}
	}

	/**
	 * Changes the role's description. IAM has no conditional update, so the role is read
	 * just before and just after: who edits at the same time is told, not overwritten
	 * unseen.
	 * @param account a configured account
	 * @param expected the description that the editor saw
	 * @param wanted the new one
	 * @return what came of it
	 * @throws IllegalArgumentException if IAM would not take the text
	 * @throws AwsFailedException if IAM could not be asked or refused
	 */
	public DescriptionChange describe(AccountAlias account, String expected, String wanted) {
		RoleDescription.problem(wanted).ifPresent((problem) -> {
			throw new IllegalArgumentException(problem);
		});
		String before = this.gateway.description(account);
		if (!before.equals(expected)) {
			return new DescriptionChange.ChangedMeanwhile(before);
		}
		String requestId = this.gateway.describe(account, wanted);
		String after = this.gateway.description(account);
		boolean overwritten = !after.equals(wanted) && !after.equals(before);
		return overwritten ? new DescriptionChange.Overwritten(after, requestId)
				: new DescriptionChange.Changed(before, requestId);
	}

	/**
	 * What came of a creation.
	 *
	 * @param created whether this call created the role; otherwise it was there
	 * @param requestId IAM's request id, or {@code null} if it was not asked to create
	 */
	public record Creation(boolean created, @Nullable String requestId) {

		/**
		 * Tells the audit trail.
		 * @param notes of the entry
		 * @return this
		 */
		public Creation noted(ActivityNotes notes) {
			notes.awsRequestId(this.requestId);
			if (!this.created) {
				notes.outcome(Outcome.DONE, "The role was there already.");
			}
			return this;
		}

	}

}
