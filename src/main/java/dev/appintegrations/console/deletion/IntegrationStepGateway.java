package dev.appintegrations.console.deletion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.deletion.Observation.AtWork;
import dev.appintegrations.console.deletion.Observation.GivenUp;
import dev.appintegrations.console.deletion.Observation.Gone;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.plan.Expected;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;

import org.springframework.stereotype.Component;

/**
 * Deletes integrations and applications, by id or ARN wherever they have one, and waits
 * until AppIntegrations lists associations no longer.
 */
@Component
class IntegrationStepGateway implements StepGateway {

	private final AwsClients clients;

	private final AwsCalls calls;

	private final Inventory inventory;

	IntegrationStepGateway(AwsClients clients, AwsCalls calls, Inventory inventory) {
		this.clients = clients;
		this.calls = calls;
		this.inventory = inventory;
	}

	@Override
	public Set<StepKind> kinds() {
		return EnumSet.of(StepKind.AWAIT_DISSOCIATION, StepKind.DELETE_DATA_INTEGRATION,
				StepKind.DELETE_EVENT_INTEGRATION, StepKind.DELETE_APPLICATION, StepKind.FORCE_DELETE_APPLICATION);
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(delete("DeleteDataIntegration", "data-integration"),
				delete("DeleteEventIntegration", "event-integration"), delete("DeleteApplication", "application"));
	}

	private static RequiredActions delete(String action, String type) {
		return RequiredActions.required("app-integrations", action)
			.on("arn:aws:app-integrations:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":" + type
					+ "/*")
			.because("Deletes it, once nothing holds it.", OperatorTask.DELETE_ITEMS);
	}

	@Override
	public Observation observe(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		Arn arn = Arn.parse(planned.parameter(Parameter.ITEM));
		ItemKey key = ItemKey.of(arn);
		IntegrationDetails details = this.inventory.readWhole(account, region, key.kind(), arn).orElse(null);
		if (details == null) {
			return new Gone(null);
		}
		List<String> associations = Objects.requireNonNull(details.associations())
			.stream()
			.map((each) -> each.arn().toString())
			.toList();
		return (planned.kind() == StepKind.AWAIT_DISSOCIATION) ? dissociation(planned, associations)
				: new There(Expected.item(details), associations);
	}

	private static Observation dissociation(PlannedStep step, List<String> associations) {
		List<String> left = new ArrayList<>(step.children());
		left.retainAll(associations);
		int gone = step.children().size() - left.size();
		if (!"one".equals(step.parameter(Parameter.GONE))) {
			return left.isEmpty() ? new Gone(null) : new AtWork("AppIntegrations still lists " + left.size()
					+ ((left.size() == 1) ? " association." : " associations."));
		}
		return switch (gone) {
			case 0 -> new AtWork("AppIntegrations still lists the association.");
			case 1 -> new Gone(null);
			default -> new GivenUp("Exactly one association should be gone by now, and " + gone
					+ " are. Look at who holds this integration before anything else is removed.", List.of());
		};
	}

	@Override
	public Accepted act(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		Arn arn = Arn.parse(planned.parameter(Parameter.ITEM));
		AppIntegrationsClient client = this.clients.once().appIntegrations(account, region);
		AwsCalls.Target target = new AwsCalls.Target(account, region, "app-integrations", planned.kind().operation());
		return new Accepted(this.calls.once(target, () -> switch (planned.kind()) {
			case DELETE_DATA_INTEGRATION ->
				client.deleteDataIntegration((request) -> request.dataIntegrationIdentifier(arn.resourceId()))
					.responseMetadata()
					.requestId();
			case DELETE_EVENT_INTEGRATION -> client.deleteEventIntegration((request) -> request.name(arn.resourceId()))
				.responseMetadata()
				.requestId();
			case DELETE_APPLICATION ->
				client.deleteApplication((request) -> request.arn(arn.toString())).responseMetadata().requestId();
			// The parameter is newer than the SDK (botocore 1.44.5).
			case FORCE_DELETE_APPLICATION -> client
				.deleteApplication((request) -> request.arn(arn.toString())
					.overrideConfiguration((options) -> options.putRawQueryParameter("force", "true")))
				.responseMetadata()
				.requestId();
			default -> throw new IllegalArgumentException(planned.kind().name());
		}), null);
	}

}
