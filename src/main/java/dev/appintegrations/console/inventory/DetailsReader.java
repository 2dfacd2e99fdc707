package dev.appintegrations.console.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;

import org.springframework.stereotype.Component;

/**
 * Reads one item afresh, with its associations.
 */
@Component
class DetailsReader {

	/** Who reads a single item has no ten minutes for throttling to end. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final AppIntegrationsGateway gateway;

	private final AccountIdentity identity;

	DetailsReader(AwsClients clients, AwsCalls calls, Clock clock, AccountIdentity identity) {
		this.gateway = new AppIntegrationsGateway(clients, calls.within(PATIENCE), clock);
		this.identity = identity;
	}

	/**
	 * Reads an item with its associations, or fails.
	 */
	Optional<IntegrationDetails> readWhole(AccountAlias account, Region region, Kind kind, Arn arn) {
		CallMeter meter = new CallMeter();
		try {
			IntegrationDetails details = this.gateway.get(account, region, kind, arn, meter);
			return Optional
				.of(details.with(this.gateway.associations(account, region, kind, arn, meter).whole(), List.of()));
		}
		catch (AwsFailedException ex) {
			if (ex.failure() instanceof AwsFailure.NotFound) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	Optional<IntegrationDetails> read(AccountAlias account, Region region, Kind kind, Arn named) {
		Arn arn = owned(named, this.identity.verify(account));
		CallMeter meter = new CallMeter();
		IntegrationDetails details;
		try {
			details = this.gateway.get(account, region, kind, arn, meter);
		}
		catch (AwsFailedException ex) {
			if (ex.failure() instanceof AwsFailure.NotFound) {
				return Optional.empty();
			}
			throw ex;
		}
		try {
			return Optional
				.of(details.with(this.gateway.associations(account, region, kind, arn, meter).whole(), List.of()));
		}
		catch (AwsFailedException ex) {
			return Optional.of(details.with(null,
					List.of(FailureReport.of(AppIntegrationsGateway.associationsOperation(kind), null, ex.failure()))));
		}
	}

	/** Whoever names an item before the account's id is known leaves the id out. */
	private static Arn owned(Arn named, String accountId) {
		return named.accountId().isEmpty()
				? new Arn(named.partition(), named.service(), named.region(), accountId, named.resource()) : named;
	}

}
