package dev.appintegrations.emulator.qconnect;

import java.util.Map;
import java.util.Objects;
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
 * Amazon Q in Connect, which signs as its predecessor Wisdom.
 */
@Component
class QConnectService implements EmulatedService {

	static final ServiceFacts FACTS = ServiceFacts.load("wisdom");

	static final RequestReader READER = RequestReader.ofWholePatterns(FACTS, "ValidationException");

	private final QConnectStore store;

	private final Map<String, Function<Call, Map<String, Object>>> operations;

	QConnectService(QConnectStore store, KnowledgeBases knowledgeBases, Assistants assistants,
			AssistantAssociations associations) {
		this.store = store;
		this.operations = Map.of("CreateKnowledgeBase", knowledgeBases::create, "GetKnowledgeBase", knowledgeBases::get,
				"ListKnowledgeBases", knowledgeBases::list, "DeleteKnowledgeBase", knowledgeBases::delete,
				"CreateAssistant", assistants::create, "ListAssistants", assistants::list, "DeleteAssistant",
				assistants::delete, "CreateAssistantAssociation", associations::create, "ListAssistantAssociations",
				associations::list, "DeleteAssistantAssociation", associations::delete);
		if (!this.operations.keySet().equals(FACTS.operations().keySet())) {
			throw new IllegalStateException("The model has other operations than the emulator");
		}
	}

	@Override
	public String signingName() {
		return "wisdom";
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
		int status = Objects.requireNonNull(FACTS.operations().get(operation)).status();
		return RestJson.answer(status, act.apply(Call.of(operation, request, READER)));
	}

	@Override
	public AwsResponse error(AwsError error, AwsRequest request) {
		return RestJson.error(error, "message");
	}

	@Override
	public AwsError throttled() {
		return new AwsError(400, "ThrottlingException", "Rate exceeded");
	}

	@Override
	public void forget(@Nullable String account) {
		this.store.forget(account);
	}

	static AwsError conflict(String message) {
		return new AwsError(409, "ConflictException", message);
	}

	static AwsError overQuota(String quota) {
		return new AwsError(402, "ServiceQuotaExceededException", "The quota of " + quota + " is used up");
	}

	static AwsError notFound(String what) {
		return new AwsError(404, "ResourceNotFoundException", what + " was not found");
	}

}
