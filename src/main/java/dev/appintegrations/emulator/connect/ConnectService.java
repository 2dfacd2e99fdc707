package dev.appintegrations.emulator.connect;

import java.util.Map;
import java.util.function.Function;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.RestJson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Amazon Connect, as far as it holds associations of AppIntegrations: 15 operations of
 * the model of botocore 1.44.5. Errors carry no {@code Reason}: the model has values of
 * it for attached files only.
 */
@Component
class ConnectService implements EmulatedService {

	static final String INVALID = "InvalidRequestException";

	private static final ServiceFacts FACTS = ServiceFacts.load("connect");

	private static final RequestReader READER = RequestReader.ofWholePatterns(FACTS, INVALID);

	private final ConnectStore store;

	private final Map<String, Function<Call, Map<String, Object>>> operations;

	ConnectService(ConnectStore store, InstanceOperations instances, AssociationOperations associations,
			UseCaseOperations useCases, SecurityProfileOperations profiles) {
		this.store = store;
		this.operations = Map.ofEntries(Map.entry("CreateInstance", instances::create),
				Map.entry("DeleteInstance", instances::delete), Map.entry("DescribeInstance", instances::describe),
				Map.entry("ListInstances", instances::list),
				Map.entry("CreateIntegrationAssociation", associations::create),
				Map.entry("DeleteIntegrationAssociation", associations::delete),
				Map.entry("ListIntegrationAssociations", associations::list),
				Map.entry("CreateUseCase", useCases::create), Map.entry("DeleteUseCase", useCases::delete),
				Map.entry("ListUseCases", useCases::list), Map.entry("CreateSecurityProfile", profiles::create),
				Map.entry("DescribeSecurityProfile", profiles::describe),
				Map.entry("ListSecurityProfileApplications", profiles::listApplications),
				Map.entry("ListSecurityProfiles", profiles::list),
				Map.entry("UpdateSecurityProfile", profiles::update));
		if (!this.operations.keySet().equals(FACTS.operations().keySet())) {
			throw new IllegalStateException("The facts have other operations than the emulator");
		}
	}

	/**
	 * Pages of lists, of this size when the caller names none: documented as 100 for
	 * security profiles, else the greatest (unverified).
	 */
	static Pages pages(int size) {
		return new Pages("NextToken", "MaxResults", size, READER);
	}

	@Override
	public String signingName() {
		return "connect";
	}

	@Override
	public @Nullable String operation(AwsRequest request) {
		return FACTS.route(request);
	}

	@Override
	public AwsResponse answer(String operation, AwsRequest request) {
		Function<Call, Map<String, Object>> act = this.operations.get(operation);
		if (act == null) {
			throw new IllegalArgumentException(operation);
		}
		return RestJson.answer(200, act.apply(Call.of(operation, request, READER)));
	}

	@Override
	public AwsResponse error(AwsError error, AwsRequest request) {
		return RestJson.error(error);
	}

	@Override
	public AwsError throttled() {
		return new AwsError(429, "ThrottlingException", "Rate exceeded");
	}

	@Override
	public void forget(@Nullable String account) {
		this.store.forget(account);
	}

}
