package dev.appintegrations.emulator.qconnect;

import java.util.Map;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.RestJsonService;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.RestJson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Amazon Q in Connect, which signs as its predecessor Wisdom.
 */
@Component
class QConnectService extends RestJsonService<Call> {

	static final ServiceFacts FACTS = ServiceFacts.load("wisdom");

	static final RequestReader READER = RequestReader.ofWholePatterns(FACTS, "ValidationException");

	private final QConnectStore store;

	QConnectService(QConnectStore store, KnowledgeBases knowledgeBases, Assistants assistants,
			AssistantAssociations associations) {
		super("wisdom", FACTS, Map.of("CreateKnowledgeBase", knowledgeBases::create, "GetKnowledgeBase",
				knowledgeBases::get, "ListKnowledgeBases", knowledgeBases::list, "DeleteKnowledgeBase",
				knowledgeBases::delete, "CreateAssistant", assistants::create, "ListAssistants", assistants::list,
				"DeleteAssistant", assistants::delete, "CreateAssistantAssociation", associations::create,
				"ListAssistantAssociations", associations::list, "DeleteAssistantAssociation", associations::delete));
		this.store = store;
	}

	@Override
	protected Call call(String operation, AwsRequest request) {
		return Call.of(operation, request, READER);
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
