package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.deletion.Observation.Gone;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.plan.Expected;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import software.amazon.awssdk.services.customerprofiles.CustomerProfilesClient;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Deletes integrations of Customer Profiles domains. Profiles that are stored stay.
 */
@Component
class ProfilesStepGateway implements StepGateway {

	private final AwsClients clients;

	private final AwsCalls calls;

	ProfilesStepGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls.within(Duration.ofSeconds(3));
	}

	@Override
	public Set<StepKind> kinds() {
		return Set.of(StepKind.DELETE_PROFILES_INTEGRATION);
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(
				RequiredActions.required("profile", "GetIntegration", "DeleteIntegration")
					.on("arn:aws:profile:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":domains/*")
					.because("Deletes the integration of a Customer Profiles domain.", OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("appflow", "DeleteFlow")
					.on("arn:aws:appflow:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":flow/*")
					.because("Customer Profiles deletes the flow that fed the domain.", OperatorTask.DELETE_ITEMS));
	}

	@Override
	public Observation observe(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		CustomerProfilesClient client = this.clients.profiles(account, region);
		try {
			return this.calls.call(new AwsCalls.Target(account, region, "profile", "GetIntegration"), new CallMeter(),
					() -> {
						var found = client
							.getIntegration((request) -> request.domainName(planned.parameter(Parameter.DOMAIN))
								.uri(planned.parameter(Parameter.ITEM)));
						return new There(Expected.ids(found.domainName(), found.uri()), List.of());
					});
		}
		catch (AwsFailedException ex) {
			if (ex.failure() instanceof AwsFailure.NotFound) {
				return new Gone(null);
			}
			throw ex;
		}
	}

	@Override
	public Accepted act(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		CustomerProfilesClient client = this.clients.once().profiles(account, region);
		return new Accepted(this.calls.once(new AwsCalls.Target(account, region, "profile", planned.kind().operation()),
				() -> client
					.deleteIntegration((request) -> request.domainName(planned.parameter(Parameter.DOMAIN))
						.uri(planned.parameter(Parameter.ITEM)))
					.responseMetadata()
					.requestId()),
				null);
	}

}
