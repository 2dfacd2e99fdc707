package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.Holder.ProfilesIntegration;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.customerprofiles.CustomerProfilesClient;
import software.amazon.awssdk.services.customerprofiles.model.ListAccountIntegrationsResponse;

/**
 * Reads what Customer Profiles holds: SDK types in, records out.
 */
class CustomerProfilesGateway implements RequiresActions {

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
		return List.of(RequiredActions.required("profile", "ListAccountIntegrations")
			.because("Finds the Customer Profiles domains that read an event integration. AWS knows no resources for"
					+ " this action.", OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ITEMS));
	}

	/**
	 * The integrations of all domains that read an event integration, hidden ones too.
	 */
	List<ProfilesIntegration> integrations(AccountAlias account, Region region, Arn uri, CallMeter meter) {
		CustomerProfilesClient client = this.clients.profiles(account, region);
		AwsCalls.Target target = new AwsCalls.Target(account, region, "profile", "ListAccountIntegrations");
		List<ProfilesIntegration> found = new ArrayList<>();
		String token = null;
		do {
			String from = token;
			ListAccountIntegrationsResponse page = this.calls.call(target, meter, () -> client.listAccountIntegrations(
					(request) -> request.uri(uri.toString()).includeHidden(true).maxResults(PAGE).nextToken(from)));
			page.items().forEach((item) -> found.add(new ProfilesIntegration(item.domainName(), uri)));
			token = next(page.nextToken(), token);
		}
		while (token != null);
		return found;
	}

	private static @Nullable String next(@Nullable String next, @Nullable String before) {
		if (next != null && next.equals(before)) {
			throw FailureReport.endless();
		}
		return next;
	}

}
