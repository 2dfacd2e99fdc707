package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.function.Function;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.aws.SdkMembers;
import dev.appintegrations.console.inventory.Holder.SecurityProfileGrant;
import dev.appintegrations.console.inventory.Holder.UseCase;
import dev.appintegrations.console.inventory.ListChain.Page;
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

	/** What a row tells of an association by itself. */
	private static final Set<String> TOLD = Set.of("InstanceId", "IntegrationAssociationId",
			"IntegrationAssociationArn", "IntegrationType", "IntegrationArn");

	/** The most that AWS puts on a page of instances. */
	private static final int INSTANCES = 10;

	/** The most that AWS puts on a page of anything else. */
	private static final int PAGE = 100;

	private static final String INSTANCE = "arn:aws:connect:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT
			+ ":instance/*";

	private final AwsClients clients;

	private final AwsCalls calls;

	ConnectGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls;
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(RequiredActions.optional("connect", "ListInstances")
			.because("Finds the instances that may hold an association. AWS knows no resources for this action.",
					OperatorTask.SCAN, OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ROLE),
				RequiredActions.optional("connect", "ListIntegrationAssociations")
					.on(INSTANCE)
					.because("Finds what an instance holds.", OperatorTask.SCAN, OperatorTask.VIEW_INTEGRATION,
							OperatorTask.DELETE_ROLE),
				RequiredActions.optional("connect", "ListUseCases", "ListSecurityProfiles")
					.on(INSTANCE)
					.because("Finds what hangs on an association.", OperatorTask.VIEW_INTEGRATION),
				RequiredActions.optional("connect", "ListSecurityProfileApplications")
					.on(INSTANCE + "/security-profile/*")
					.because("Finds the security profiles that grant an application.", OperatorTask.VIEW_INTEGRATION),
				RequiredActions.required("connect", "ListInstances")
					.because("Finds the instances that hold an association. AWS knows no resources for this action.",
							OperatorTask.DELETE_ITEMS),
				RequiredActions
					.required("connect", "ListIntegrationAssociations", "ListUseCases", "ListSecurityProfiles")
					.on(INSTANCE)
					.because("Finds what an instance holds, and what hangs on that.", OperatorTask.DELETE_ITEMS),
				RequiredActions.required("connect", "ListSecurityProfileApplications")
					.on(INSTANCE + "/security-profile/*")
					.because("Finds the security profiles that grant an application.", OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("ds", "DescribeDirectories")
					.because("Amazon Connect checks it behind calls about instances.", OperatorTask.SCAN,
							OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ITEMS, OperatorTask.DELETE_ROLE));
	}

	ListChain<Instance> instances(AccountAlias account, Region region, CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return list(account, region, "ListInstances", meter, (token) -> {
			var answer = client.listInstances((request) -> request.maxResults(INSTANCES).nextToken(token));
			return new Page<>(answer.instanceSummaryList()
				.stream()
				.map((each) -> new Instance(each.arn(), each.id(), each.instanceAlias()))
				.toList(), answer.nextToken());
		});
	}

	/**
	 * The integration associations of an instance, of one type.
	 */
	ListChain<Row> associations(AccountAlias account, Region region, Instance instance, String type, CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return list(account, region, "ListIntegrationAssociations", meter, (token) -> {
			var answer = client.listIntegrationAssociations((request) -> request.instanceId(instance.id())
				.integrationType(IntegrationType.fromValue(type))
				.maxResults(PAGE)
				.nextToken(token));
			return new Page<>(answer.integrationAssociationSummaryList()
				.stream()
				.map((each) -> new Row(instance, each.integrationAssociationId(), each.integrationAssociationArn(),
						type, String.valueOf(each.integrationArn()), SdkMembers.of(each, TOLD)))
				.toList(), answer.nextToken());
		});
	}

	ListChain<UseCase> useCases(AccountAlias account, Region region, String instance, String association,
			CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return list(account, region, "ListUseCases", meter, (token) -> {
			var answer = client.listUseCases((request) -> request.instanceId(instance)
				.integrationAssociationId(association)
				.maxResults(PAGE)
				.nextToken(token));
			return new Page<>(answer.useCaseSummaryList()
				.stream()
				.map((each) -> new UseCase(each.useCaseId(), each.useCaseArn(), each.useCaseTypeAsString()))
				.toList(), answer.nextToken());
		});
	}

	/**
	 * The security profiles of an instance.
	 */
	ListChain<Profile> profiles(AccountAlias account, Region region, String instance, CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return list(account, region, "ListSecurityProfiles", meter, (token) -> {
			var answer = client
				.listSecurityProfiles((request) -> request.instanceId(instance).maxResults(PAGE).nextToken(token));
			return new Page<>(answer.securityProfileSummaryList()
				.stream()
				.map((each) -> new Profile(each.id(), each.arn(), each.name()))
				.toList(), answer.nextToken());
		});
	}

	/**
	 * The applications that a security profile of an instance grants.
	 */
	ListChain<SecurityProfileGrant> grants(AccountAlias account, Region region, String instance, Profile profile,
			CallMeter meter) {
		ConnectClient client = this.clients.connect(account, region);
		return list(account, region, "ListSecurityProfileApplications", meter, (token) -> {
			var answer = client.listSecurityProfileApplications((request) -> request.instanceId(instance)
				.securityProfileId(profile.id())
				.maxResults(PAGE)
				.nextToken(token));
			return new Page<>(answer.applications()
				.stream()
				.map((each) -> new SecurityProfileGrant(profile.id(), profile.arn(), profile.name(), each.namespace(),
						each.applicationPermissions()))
				.toList(), answer.nextToken());
		});
	}

	private <T> ListChain<T> list(AccountAlias account, Region region, String operation, CallMeter meter,
			Function<@Nullable String, Page<T>> read) {
		return ListChain.follow(this.calls, new AwsCalls.Target(account, region, "connect", operation), meter, read);
	}

	/**
	 * An instance.
	 */
	record Instance(String arn, String id, @Nullable String alias) {

	}

	/**
	 * An integration association.
	 *
	 * @param settings what else the call that creates it takes
	 */
	record Row(Instance instance, String id, String arn, String type, String integrationArn,
			Map<String, Object> settings) {

	}

	/**
	 * A security profile.
	 */
	record Profile(String id, String arn, String name) {

	}

}
