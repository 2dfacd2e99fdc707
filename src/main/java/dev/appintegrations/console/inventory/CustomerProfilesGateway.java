package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Set;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.aws.SdkMembers;
import dev.appintegrations.console.inventory.Holder.ProfilesIntegration;
import dev.appintegrations.console.inventory.ListChain.Page;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import software.amazon.awssdk.services.customerprofiles.CustomerProfilesClient;

/**
 * Reads what Customer Profiles holds: SDK types in, records out.
 */
class CustomerProfilesGateway implements RequiresActions {

	/** What a holder tells by itself, and what the call that creates it does not take. */
	private static final Set<String> READ_ONLY = Set.of("DomainName", "Uri", "CreatedAt", "LastUpdatedAt", "WorkflowId",
			"IsUnstructured");

	/** The most that AWS puts on a page. */
	private static final int PAGE = 100;

	private final AwsClients clients;

	private final AwsCalls calls;

	CustomerProfilesGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls;
	}

	@Override
	public List<RequiredActions> requiredActions() {
		String why = "Finds the Customer Profiles domains that read an event integration. AWS knows no resources for this action.";
		return List.of(
				RequiredActions.optional("profile", "ListAccountIntegrations")
					.because(why, OperatorTask.SCAN, OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ROLE),
				RequiredActions.required("profile", "ListAccountIntegrations").because(why, OperatorTask.DELETE_ITEMS));
	}

	/**
	 * The integrations of all domains that read an event integration, hidden ones too.
	 * AWS allows a hundred of these calls a second and five of those that list domain by
	 * domain (Customer Profiles quotas), and a region has few event integrations.
	 */
	ListChain<ProfilesIntegration> integrations(AccountAlias account, Region region, Arn uri, CallMeter meter) {
		CustomerProfilesClient client = this.clients.profiles(account, region);
		AwsCalls.Target target = new AwsCalls.Target(account, region, "profile", "ListAccountIntegrations");
		return ListChain.follow(this.calls, target, meter, (token) -> {
			var answer = client.listAccountIntegrations(
					(request) -> request.uri(uri.toString()).includeHidden(true).maxResults(PAGE).nextToken(token));
			return new Page<>(answer.items()
				.stream()
				.map((item) -> new ProfilesIntegration(item.domainName(), uri, SdkMembers.of(item, READ_ONLY)))
				.toList(), answer.nextToken());
		});
	}

}
