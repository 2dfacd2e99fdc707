package dev.appintegrations.emulator.appintegrations;

import java.util.Map;

import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.RestJsonService;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Amazon AppIntegrations: all 23 operations of the model of botocore 1.44.5.
 */
@Component
class AppIntegrationsService extends RestJsonService<AppIntegrationsService.Call> {

	static final String INVALID = "InvalidRequestException";

	private static final ServiceFacts FACTS = ServiceFacts.load("app-integrations");

	private static final RequestReader READER = new RequestReader(FACTS, INVALID);

	private final AppIntegrationsStore store;

	private final Credentials credentials;

	AppIntegrationsService(AppIntegrationsStore store, Credentials credentials, Creations creations, Readings readings,
			Changes changes) {
		super("app-integrations", FACTS, Map.ofEntries(Map.entry("CreateApplication", creations::createApplication),
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
				Map.entry("UpdateEventIntegration", changes::updateEventIntegration)));
		this.store = store;
		this.credentials = credentials;
	}

	@Override
	protected Call call(String operation, AwsRequest request) {
		return new Call(operation, request.account(), request.region(), this.credentials.callerArn(request),
				READER.read(operation, request));
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
