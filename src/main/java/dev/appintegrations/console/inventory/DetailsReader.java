package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.AppIntegrationsGateway.Page;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;

import org.springframework.stereotype.Component;

/**
 * Reads one item afresh, with its associations.
 */
@Component
class DetailsReader {

	private final AppIntegrationsGateway gateway;

	private final AccountIdentity identity;

	DetailsReader(AppIntegrationsGateway gateway, AccountIdentity identity) {
		this.gateway = gateway;
		this.identity = identity;
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
		List<Association> associations = new ArrayList<>();
		try {
			String token = null;
			do {
				Page<Association> page = this.gateway.associations(account, region, kind, arn, token, meter);
				associations.addAll(page.items());
				token = page.nextToken();
			}
			while (token != null);
			return Optional.of(details.with(associations, List.of()));
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
