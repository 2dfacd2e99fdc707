package dev.appintegrations.emulator.appintegrations;

import java.util.Map;
import java.util.function.Function;

import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.Credentials;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.RestJson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Amazon AppIntegrations: all 23 operations of the model of botocore 1.44.5.
 */
@Component
class AppIntegrationsService implements EmulatedService {

	static final String INVALID = "InvalidRequestException";

	private final ServiceFacts facts = ServiceFacts.load("app-integrations");

	private final RequestReader reader = new RequestReader(this.facts, INVALID);

	private final AppIntegrationsStore store;

	private final Credentials credentials;

	private final Map<String, Function<Call, Map<String, Object>>> operations;

	AppIntegrationsService(AppIntegrationsStore store, Credentials credentials, Creations creations, Readings readings,
			Changes changes) {
		this.store = store;
		this.credentials = credentials;
		this.operations = Map.ofEntries(Map.entry("CreateApplication", creations::createApplication),
				Map.entry("CreateDataIntegration", creations::createDataIntegration),
				Map.entry("CreateDataIntegrationAssociation", creations::createDataIntegrationAssociation),
				Map.entry("CreateEventIntegration", creations::createEventIntegration),
				Map.entry("DeleteApplication", changes::deleteApplication),
				Map.entry("DeleteDataIntegration", changes::deleteDataIntegration),
				Map.entry("DeleteEventIntegration", changes::deleteEventIntegration),
				Map.entry("GetApplication", readings::getApplication),
				Map.entry("GetDataIntegration", readings::getDataIntegration),
				Map.entry("GetEventIntegration", readings::getEventIntegration),
				Map.entry("ListApplicationAssociations", readings::listApplicationAssociations),
				Map.entry("ListApplications", readings::listApplications),
				Map.entry("ListDataIntegrationAssociations", readings::listDataIntegrationAssociations),
				Map.entry("ListDataIntegrations", readings::listDataIntegrations),
				Map.entry("ListEventIntegrationAssociations", readings::listEventIntegrationAssociations),
				Map.entry("ListEventIntegrations", readings::listEventIntegrations),
				Map.entry("ListTagsForResource", readings::listTagsForResource),
				Map.entry("TagResource", changes::tagResource), Map.entry("UntagResource", changes::untagResource),
				Map.entry("UpdateApplication", changes::updateApplication),
				Map.entry("UpdateDataIntegration", changes::updateDataIntegration),
				Map.entry("UpdateDataIntegrationAssociation", changes::updateDataIntegrationAssociation),
				Map.entry("UpdateEventIntegration", changes::updateEventIntegration));
		if (!this.operations.keySet().equals(this.facts.operations().keySet())) {
			throw new IllegalStateException("The model has other operations than the emulator");
		}
	}

	@Override
	public String signingName() {
		return "app-integrations";
	}

	@Override
	public @Nullable String operation(AwsRequest request) {
		return this.facts.route(request);
	}

	@Override
	public AwsResponse answer(String operation, AwsRequest request) {
		Function<Call, Map<String, Object>> act = this.operations.get(operation);
		if (act == null) {
			throw new IllegalArgumentException(operation);
		}
		Call call = new Call(operation, request.account(), request.region(), this.credentials.callerArn(request),
				this.reader.read(operation, request));
		return RestJson.answer(200, act.apply(call));
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

	/**
	 * A valid call.
	 *
	 * @param operation its operation
	 * @param account twelve digits
	 * @param region region code
	 * @param callerArn who calls
	 * @param input its members
	 */
	record Call(String operation, String account, String region, String callerArn, Map<String, Object> input) {

		String text(String member) {
			return String.valueOf(this.input.get(member));
		}

		boolean has(String member) {
			return this.input.containsKey(member);
		}

	}

}
