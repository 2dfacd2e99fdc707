package dev.appintegrations.emulator.profiles;

import java.util.Map;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.RestJsonService;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Amazon Connect Customer Profiles: domains and their integrations.
 */
@Component
class ProfilesService extends RestJsonService<Call> {

	static final ServiceFacts FACTS = ServiceFacts.load("profile");

	static final RequestReader READER = RequestReader.ofWholePatterns(FACTS, "BadRequestException");

	private final ProfilesStore store;

	ProfilesService(ProfilesStore store, Domains domains, Integrations integrations) {
		super("profile", FACTS,
				Map.of("CreateDomain", domains::create, "DeleteDomain", domains::delete, "ListDomains", domains::list,
						"PutIntegration", integrations::put, "GetIntegration", integrations::get, "ListIntegrations",
						integrations::list, "ListAccountIntegrations", integrations::listOfAccount, "DeleteIntegration",
						integrations::delete));
		this.store = store;
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
