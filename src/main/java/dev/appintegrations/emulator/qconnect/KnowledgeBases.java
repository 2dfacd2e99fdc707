package dev.appintegrations.emulator.qconnect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The operations about knowledge bases. New ones are active at once (unverified).
 */
@Component
class KnowledgeBases {

	private final QConnectStore store;

	private final Conditions conditions;

	private final Pages pages = new Pages("nextToken", "maxResults", 100, QConnectService.READER);

	KnowledgeBases(QConnectStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	/**
	 * Creates a knowledge base; an external one reads a data integration, which must not
	 * have been read before.
	 */
	Map<String, Object> create(Call call) {
		String dataIntegration = dataIntegration(call);
		return this.store.in(call.account(), call.region(), (state, now) -> state.once(call, () -> {
			String name = call.text("name");
			if (state.knowledgeBases.values().stream().anyMatch((each) -> each.name().equals(name))) {
				throw QConnectService.conflict("A knowledge base named " + name + " exists");
			}
			if (state.knowledgeBases.size() >= this.conditions.quota(call.account(), "knowledgeBases")) {
				throw QConnectService.overQuota("knowledge bases");
			}
			String association = (dataIntegration != null) ? associate(call, dataIntegration) : null;
			Map<String, Object> members = new LinkedHashMap<>(call.input());
			members.remove("clientToken");
			KnowledgeBase knowledgeBase = this.store.create(call.account(), call.region(), state,
					UUID.randomUUID().toString(), members, association);
			return Map.of("knowledgeBase", knowledgeBase.data(now));
		}));
	}

	Map<String, Object> get(Call call) {
		return this.store.in(call.account(), call.region(),
				(state, now) -> Map.of("knowledgeBase", state.knowledgeBase(call.text("knowledgeBaseId")).data(now)));
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(),
				(state, now) -> this.pages.page(call, "knowledgeBaseSummaries",
						new ArrayList<>(state.knowledgeBases.values()), KnowledgeBase::sequence,
						(knowledgeBase) -> knowledgeBase.summary(now)));
	}

	/**
	 * Begins a deletion. The data integration association goes when it has succeeded.
	 * Whether AWS refuses while an assistant has the knowledge base is unverified.
	 */
	Map<String, Object> delete(Call call) {
		String account = call.account();
		return this.store.in(account, call.region(), (state, now) -> {
			KnowledgeBase knowledgeBase = state.knowledgeBase(call.text("knowledgeBaseId"));
			if (knowledgeBase.inDeletion(now)) {
				throw QConnectService.conflict("The knowledge base is being deleted");
			}
			if (this.conditions.behaviour(account, "assistantsBlockKnowledgeBase") && state.associations.values()
				.stream()
				.anyMatch((each) -> knowledgeBase.equals(each.knowledgeBase()))) {
				throw QConnectService.conflict("The knowledge base is associated with an assistant");
			}
			boolean fails = this.conditions.behaviour(account, "knowledgeBaseDeletionFails");
			Instant until = now.plus(this.conditions.lag(account, "knowledgeBaseMs"));
			knowledgeBase.delete(until, fails);
			if (knowledgeBase.association() != null && !fails) {
				this.store.dissociate(account, call.region(), knowledgeBase.association(), until);
			}
			return Map.of();
		});
	}

	private String associate(Call call, String dataIntegration) {
		try {
			return this.store.associate(call.account(), call.region(), dataIntegration, UUID.randomUUID().toString());
		}
		catch (IllegalArgumentException ex) {
			throw QConnectService.READER.invalid("The data integration " + dataIntegration + " does not exist");
		}
	}

	/**
	 * The data integration of an external knowledge base. Only external and managed ones
	 * have a source (documented with CreateKnowledgeBase); that external ones must have
	 * one is inferred.
	 */
	private static @Nullable String dataIntegration(Call call) {
		Map<?, ?> source = (call.input().get("sourceConfiguration") instanceof Map<?, ?> map) ? map : Map.of();
		if (call.has("sourceConfiguration") && source.size() != 1) {
			throw QConnectService.READER.invalid("A source configuration has exactly one member");
		}
		String type = call.text("knowledgeBaseType");
		boolean right = switch (type) {
			case "EXTERNAL" -> source.containsKey("appIntegrations");
			case "MANAGED" -> source.isEmpty() || source.containsKey("managedSourceConfiguration");
			default -> source.isEmpty();
		};
		if (!right) {
			throw QConnectService.READER
				.invalid("A knowledge base of the type " + type + " can't have this source configuration");
		}
		return (source.get("appIntegrations") instanceof Map<?, ?> integration)
				? dataIntegration(String.valueOf(integration.get("appIntegrationArn"))) : null;
	}

	private static String dataIntegration(String arn) {
		if (!arn.contains(":data-integration/")) {
			throw QConnectService.READER.invalid(arn + " is no data integration");
		}
		return arn;
	}

}
