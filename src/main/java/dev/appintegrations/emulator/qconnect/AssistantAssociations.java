package dev.appintegrations.emulator.qconnect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The operations about associations of assistants with knowledge bases. The API says that
 * an assistant has one, the quotas that five assistants have twenty: both are quotas
 * here.
 */
@Component
class AssistantAssociations {

	private static final Map<String, String> MEMBER_OF_TYPE = Map.of("KNOWLEDGE_BASE", "knowledgeBaseId",
			"EXTERNAL_BEDROCK_KNOWLEDGE_BASE", "externalBedrockKnowledgeBaseConfig");

	private final QConnectStore store;

	private final Conditions conditions;

	private final Pages pages = new Pages("nextToken", "maxResults", 100, QConnectService.READER);

	AssistantAssociations(QConnectStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	Map<String, Object> create(Call call) {
		Map<?, ?> other = other(call);
		return this.store.in(call.account(), call.region(), (state, now) -> state.once(call, () -> {
			Assistant assistant = state.assistant(call.text("assistantId"));
			KnowledgeBase knowledgeBase = knowledgeBase(state, other, now);
			checkQuotas(call.account(), state, assistant);
			Map<String, Object> members = new LinkedHashMap<>(call.input());
			members.keySet().retainAll(List.of("associationType", "tags"));
			if (knowledgeBase == null) {
				members.put("associationData", other);
			}
			return Map.of("assistantAssociation",
					this.store
						.associate(call.account(), call.region(), state, assistant, UUID.randomUUID().toString(),
								knowledgeBase, members)
						.data());
		}));
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(), (state, now) -> {
			Assistant assistant = state.assistant(call.text("assistantId"));
			return this.pages.page(call, "assistantAssociationSummaries", of(assistant, state),
					AssistantAssociation::sequence, AssistantAssociation::data);
		});
	}

	Map<String, Object> delete(Call call) {
		return this.store.in(call.account(), call.region(), (state, now) -> {
			String identifier = call.text("assistantAssociationId");
			AssistantAssociation association = of(state.assistant(call.text("assistantId")), state).stream()
				.filter((each) -> each.identifiedBy(identifier))
				.findFirst()
				.orElseThrow(() -> QConnectService.notFound("The assistant association " + identifier));
			state.associations.remove(association.id());
			return Map.of();
		});
	}

	private void checkQuotas(String account, RegionState state, Assistant assistant) {
		if (of(assistant, state).size() >= this.conditions.quota(account, "associationsPerAssistant")) {
			throw QConnectService.overQuota("associations of an assistant");
		}
		if (state.associations.size() >= this.conditions.quota(account, "assistantAssociations")) {
			throw QConnectService.overQuota("assistant associations");
		}
	}

	private static List<AssistantAssociation> of(Assistant assistant, RegionState state) {
		return state.associations.values().stream().filter((each) -> each.assistant().equals(assistant)).toList();
	}

	private static @Nullable KnowledgeBase knowledgeBase(RegionState state, Map<?, ?> other, Instant now) {
		if (!other.containsKey("knowledgeBaseId")) {
			return null;
		}
		KnowledgeBase knowledgeBase = state.knowledgeBase(String.valueOf(other.get("knowledgeBaseId")));
		if (knowledgeBase.inDeletion(now)) {
			throw QConnectService.conflict("The knowledge base is being deleted");
		}
		return knowledgeBase;
	}

	private static Map<?, ?> other(Call call) {
		String wanted = MEMBER_OF_TYPE.get(call.text("associationType"));
		if (call.input().get("association") instanceof Map<?, ?> other && other.size() == 1
				&& other.containsKey(wanted)) {
			return other;
		}
		throw QConnectService.READER.invalid("The association must have " + wanted + " and nothing else");
	}

}
