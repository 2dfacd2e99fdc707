package dev.appintegrations.emulator.connect;

import java.util.Map;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.RestJsonService;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Amazon Connect, as far as it holds associations of AppIntegrations: 15 operations of
 * the model of botocore 1.44.5. Errors carry no {@code Reason}: the model has values of
 * it for attached files only.
 */
@Component
class ConnectService extends RestJsonService<Call> {

	static final String INVALID = "InvalidRequestException";

	private static final ServiceFacts FACTS = ServiceFacts.load("connect");

	private static final RequestReader READER = RequestReader.ofWholePatterns(FACTS, INVALID);

	private final ConnectStore store;

	ConnectService(ConnectStore store, InstanceOperations instances, AssociationOperations associations,
			UseCaseOperations useCases, SecurityProfileOperations profiles) {
		super("connect", FACTS,
				Map.ofEntries(Map.entry("CreateInstance", instances::create),
						Map.entry("DeleteInstance", instances::delete),
						Map.entry("DescribeInstance", instances::describe), Map.entry("ListInstances", instances::list),
						Map.entry("CreateIntegrationAssociation", associations::create),
						Map.entry("DeleteIntegrationAssociation", associations::delete),
						Map.entry("ListIntegrationAssociations", associations::list),
						Map.entry("CreateUseCase", useCases::create), Map.entry("DeleteUseCase", useCases::delete),
						Map.entry("ListUseCases", useCases::list), Map.entry("CreateSecurityProfile", profiles::create),
						Map.entry("DescribeSecurityProfile", profiles::describe),
						Map.entry("ListSecurityProfileApplications", profiles::listApplications),
						Map.entry("ListSecurityProfiles", profiles::list),
						Map.entry("UpdateSecurityProfile", profiles::update)));
		this.store = store;
	}

	/**
	 * Pages of lists, of this size when the caller names none: documented as 100 for
	 * security profiles, else the greatest (unverified).
	 */
	static Pages pages(int size) {
		return new Pages("NextToken", "MaxResults", size, READER);
	}

	@Override
	protected Call call(String operation, AwsRequest request) {
		return Call.of(operation, request, READER);
	}

	@Override
	public void forget(@Nullable String account) {
		this.store.forget(account);
	}

}
