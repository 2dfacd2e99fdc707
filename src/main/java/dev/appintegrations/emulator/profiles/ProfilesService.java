package dev.appintegrations.emulator.profiles;

import java.util.Map;
import java.util.function.Function;

import dev.appintegrations.emulator.model.Call;
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
 * Amazon Connect Customer Profiles: domains and their integrations.
 */
@Component
class ProfilesService implements EmulatedService {

	static final ServiceFacts FACTS = ServiceFacts.load("profile");

	static final RequestReader READER = RequestReader.ofWholePatterns(FACTS, "BadRequestException");

	private final ProfilesStore store;

	private final Map<String, Function<Call, Map<String, Object>>> operations;

	ProfilesService(ProfilesStore store, Domains domains, Integrations integrations) {
		this.store = store;
		this.operations = Map.of("CreateDomain", domains::create, "DeleteDomain", domains::delete, "ListDomains",
				domains::list, "PutIntegration", integrations::put, "GetIntegration", integrations::get,
				"ListIntegrations", integrations::list, "ListAccountIntegrations", integrations::listOfAccount,
				"DeleteIntegration", integrations::delete);
		if (!this.operations.keySet().equals(FACTS.operations().keySet())) {
			throw new IllegalStateException("The model has other operations than the emulator");
		}
	}

	@Override
	public String signingName() {
		return "profile";
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
