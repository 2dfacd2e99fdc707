package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.function.Supplier;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.Holder.SecurityProfileGrant;
import dev.appintegrations.console.inventory.Holder.UseCase;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.IntegrationType;

/**
 * Reads what Amazon Connect holds: SDK types in, records out.
 */
class ConnectGateway implements RequiresActions {

	/** The most that AWS puts on a page of instances. */
	private static final int INSTANCES = 10;

	/** The most that AWS puts on a page of anything else. */
	private static final int PAGE = 100;

	private final AwsClients clients;

	private final AwsCalls calls;

	ConnectGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls;
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(RequiredActions.required("connect", "ListInstances")
			.because("Finds the instances that may hold an association. AWS knows no resources for this action.",
					OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ITEMS),
				RequiredActions
					.required("connect", "ListIntegrationAssociations", "ListUseCases", "ListSecurityProfiles")
					.on(arn("instance/*"))
					.because("Finds what an instance holds.", OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ITEMS),
				RequiredActions.required("connect", "ListSecurityProfileApplications")
					.on(arn("instance/*/security-profile/*"))
					.because("Finds the security profiles that grant an application.", OperatorTask.VIEW_INTEGRATION,
							OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("ds", "DescribeDirectories")
					.because("Amazon Connect checks it behind calls about instances.", OperatorTask.VIEW_INTEGRATION,
							OperatorTask.DELETE_ITEMS));
	}

	private static String arn(String resource) {
		return "arn:aws:connect:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":" + resource;
	}

	List<Instance> instances(AccountAlias account, Region region, CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return call(account, region, "ListInstances", meter,
				() -> client.listInstancesPaginator((request) -> request.maxResults(INSTANCES))
					.instanceSummaryList()
					.stream()
					.map((each) -> new Instance(each.arn(), each.id(), each.instanceAlias()))
					.toList());
	}

	/**
	 * The integration associations of an instance, of one type.
	 */
	List<Row> associations(AccountAlias account, Region region, Instance instance, String type, CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return call(account, region, "ListIntegrationAssociations", meter,
				() -> client
					.listIntegrationAssociationsPaginator((request) -> request.instanceId(instance.id())
						.integrationType(IntegrationType.fromValue(type))
						.maxResults(PAGE))
					.integrationAssociationSummaryList()
					.stream()
					.map((each) -> new Row(instance, each.integrationAssociationId(), each.integrationAssociationArn(),
							type, String.valueOf(each.integrationArn())))
					.toList());
	}

	List<UseCase> useCases(AccountAlias account, Region region, Row association, CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return call(account, region, "ListUseCases", meter,
				() -> client
					.listUseCasesPaginator((request) -> request.instanceId(association.instance().id())
						.integrationAssociationId(association.id())
						.maxResults(PAGE))
					.useCaseSummaryList()
					.stream()
					.map((each) -> new UseCase(each.useCaseId(), each.useCaseArn(), each.useCaseTypeAsString()))
					.toList());
	}

	/**
	 * Every grant of an application in the security profiles of an instance.
	 */
	List<SecurityProfileGrant> grants(AccountAlias account, Region region, Instance instance, CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		var profiles = call(account, region, "ListSecurityProfiles", meter,
				() -> client
					.listSecurityProfilesPaginator((request) -> request.instanceId(instance.id()).maxResults(PAGE))
					.securityProfileSummaryList()
					.stream()
					.toList());
		return profiles.stream()
			.flatMap((profile) -> call(account, region, "ListSecurityProfileApplications", meter, () -> client
				.listSecurityProfileApplicationsPaginator(
						(request) -> request.instanceId(instance.id()).securityProfileId(profile.id()).maxResults(PAGE))
				.applications()
				.stream()
				.map((each) -> new SecurityProfileGrant(profile.id(), profile.arn(), profile.name(), each.namespace(),
						each.applicationPermissions()))
				.toList()).stream())
			.toList();
	}

	private <T> T call(AccountAlias account, Region region, String operation, CallMeter meter, Supplier<T> call) {
		return this.calls.call(new AwsCalls.Target(account, region, "connect", operation), meter, call);
	}

	/**
	 * An instance.
	 */
	record Instance(String arn, String id, @Nullable String alias) {

	}

	/**
	 * An integration association.
	 */
	record Row(Instance instance, String id, String arn, String type, String integrationArn) {

	}

}
