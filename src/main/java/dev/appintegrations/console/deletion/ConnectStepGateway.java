package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

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
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.Application;
import software.amazon.awssdk.services.connect.model.IntegrationAssociationSummary;
import software.amazon.awssdk.services.connect.model.UseCase;

import org.springframework.stereotype.Component;

/**
 * Removes what Amazon Connect holds: grants, use cases, integration associations.
 */
@Component
class ConnectStepGateway implements StepGateway {

	private static final int PAGE = 100;

	private final AwsClients clients;

	private final AwsCalls calls;

	ConnectStepGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls.within(Duration.ofSeconds(3));
	}

	@Override
	public Set<StepKind> kinds() {
		return Set.of(StepKind.REVOKE_GRANT, StepKind.DELETE_USE_CASE, StepKind.DELETE_CONNECT_ASSOCIATION);
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(
				RequiredActions
					.required("connect", "ListIntegrationAssociations", "ListUseCases", "DeleteUseCase",
							"DeleteIntegrationAssociation")
					.on(arn("instance/*"))
					.because("Removes what an instance holds: use cases, then the association itself.",
							OperatorTask.DELETE_ITEMS),
				RequiredActions.required("connect", "ListSecurityProfileApplications", "UpdateSecurityProfile")
					.on(arn("instance/*/security-profile/*"))
					.because("Takes an application out of security profiles; their other grants are sent back as they"
							+ " were.", OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("connect", "DescribeInstance")
					.on(arn("instance/*"))
					.because("Amazon Connect checks it behind DeleteIntegrationAssociation.",
							OperatorTask.DELETE_ITEMS),
				RequiredActions
					.permissionOnly("app-integrations", "DeleteEventIntegrationAssociation",
							"DeleteApplicationAssociation")
					.on(association("event-integration"), association("application"))
					.because("Services that hold associations delete them with the operator's permissions.",
							OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("events", "ListTargetsByRule", "RemoveTargets", "DeleteRule")
					.because("Amazon Connect and Customer Profiles take down their EventBridge rules.",
							OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("iam", "GetRolePolicy", "PutRolePolicy", "DeleteRolePolicy")
					.on("arn:aws:iam::" + RequiredActions.ACCOUNT
							+ ":role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_*")
					.because("Amazon Connect takes the permission out of its own service-linked role.",
							OperatorTask.DELETE_ITEMS));
	}

	private static String arn(String resource) {
		return "arn:aws:connect:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":" + resource;
	}

	private static String association(String kind) {
		return "arn:aws:app-integrations:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":" + kind
				+ "-association/*";
	}

	@Override
	public Observation observe(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		try {
			return switch (planned.kind()) {
				case REVOKE_GRANT -> applications(account, region, planned).stream()
					.filter((each) -> planned.parameter(Parameter.NAMESPACE).equals(each.namespace()))
					.findFirst()
					.<Observation>map((each) -> new There(
							Expected.grant(each.namespace(), each.applicationPermissions()), List.of()))
					.orElse(new Gone(null));
				case DELETE_USE_CASE -> useCases(account, region, planned).stream()
					.filter((each) -> planned.parameter(Parameter.USE_CASE).equals(each.useCaseId()))
					.findFirst()
					.<Observation>map(
							(each) -> new There(Expected.ids(each.useCaseId(), each.useCaseTypeAsString()), List.of()))
					.orElse(new Gone(null));
				case DELETE_CONNECT_ASSOCIATION -> association(account, region, planned);
				default -> throw new IllegalArgumentException(planned.kind().name());
			};
		}
		catch (AwsFailedException ex) {
			if (ex.failure() instanceof AwsFailure.NotFound) {
				return new Gone(null);
			}
			throw ex;
		}
	}

	private Observation association(AccountAlias account, Region region, PlannedStep step) {
		ConnectClient client = this.clients.connect(account, region);
		IntegrationAssociationSummary found = read(account, region, "ListIntegrationAssociations", () -> client
			.listIntegrationAssociationsPaginator((request) -> request.instanceId(step.parameter(Parameter.INSTANCE))
				.integrationArn(step.parameter(Parameter.INTEGRATION_ARN))
				.maxResults(PAGE))
			.integrationAssociationSummaryList()
			.stream()
			.filter((each) -> step.parameter(Parameter.ASSOCIATION).equals(each.integrationAssociationId()))
			.toList()).stream().findFirst().orElse(null);
		return (found == null) ? new Gone(null)
				: new There(
						Expected.ids(found.integrationAssociationId(), found.integrationTypeAsString(),
								found.integrationArn()),
						useCases(account, region, step).stream().map(UseCase::useCaseArn).toList());
	}

	private List<UseCase> useCases(AccountAlias account, Region region, PlannedStep step) {
		ConnectClient client = this.clients.connect(account, region);
		return read(account, region, "ListUseCases",
				() -> client
					.listUseCasesPaginator((request) -> request.instanceId(step.parameter(Parameter.INSTANCE))
						.integrationAssociationId(step.parameter(Parameter.ASSOCIATION))
						.maxResults(PAGE))
					.useCaseSummaryList()
					.stream()
					.toList());
	}

	private List<Application> applications(AccountAlias account, Region region, PlannedStep step) {
		ConnectClient client = this.clients.connect(account, region);
		return read(account, region, "ListSecurityProfileApplications",
				() -> client
					.listSecurityProfileApplicationsPaginator(
							(request) -> request.instanceId(step.parameter(Parameter.INSTANCE))
								.securityProfileId(step.parameter(Parameter.SECURITY_PROFILE))
								.maxResults(PAGE))
					.applications()
					.stream()
					.toList());
	}

	@Override
	public Accepted act(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		ConnectClient client = this.clients.once().connect(account, region);
		return switch (planned.kind()) {
			case REVOKE_GRANT -> revoke(account, region, planned, client);
			case DELETE_USE_CASE -> change(account, region, planned,
					() -> client
						.deleteUseCase((request) -> request.instanceId(planned.parameter(Parameter.INSTANCE))
							.integrationAssociationId(planned.parameter(Parameter.ASSOCIATION))
							.useCaseId(planned.parameter(Parameter.USE_CASE)))
						.responseMetadata()
						.requestId());
			case DELETE_CONNECT_ASSOCIATION -> change(account, region, planned, () -> client
				.deleteIntegrationAssociation((request) -> request.instanceId(planned.parameter(Parameter.INSTANCE))
					.integrationAssociationId(planned.parameter(Parameter.ASSOCIATION)))
				.responseMetadata()
				.requestId());
			default -> throw new IllegalArgumentException(planned.kind().name());
		};
	}

	/**
	 * UpdateSecurityProfile replaces the whole list of applications, so the list just
	 * read is sent back without this one. AWS has no conditional update: who changes the
	 * same profile in between is overwritten, unverified in either direction. Members
	 * that are not sent stay as they are (Connect API reference).
	 */
	private Accepted revoke(AccountAlias account, Region region, PlannedStep step, ConnectClient client) {
		List<Application> rest = new ArrayList<>(applications(account, region, step));
		rest.removeIf((each) -> step.parameter(Parameter.NAMESPACE).equals(each.namespace()));
		return change(account, region, step,
				() -> client
					.updateSecurityProfile((request) -> request.instanceId(step.parameter(Parameter.INSTANCE))
						.securityProfileId(step.parameter(Parameter.SECURITY_PROFILE))
						.applications(rest))
					.responseMetadata()
					.requestId());
	}

	private Accepted change(AccountAlias account, Region region, PlannedStep step, Supplier<String> call) {
		return new Accepted(
				this.calls.once(new AwsCalls.Target(account, region, "connect", step.kind().operation()), call), null);
	}

	private <T> T read(AccountAlias account, Region region, String operation, Supplier<T> call) {
		return this.calls.call(new AwsCalls.Target(account, region, "connect", operation), new CallMeter(), call);
	}

}
