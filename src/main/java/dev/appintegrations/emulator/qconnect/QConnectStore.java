package dev.appintegrations.emulator.qconnect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The knowledge bases and assistants of emulated accounts. A knowledge base that reads a
 * data integration is the holder of an association in AppIntegrations.
 */
@Component
public class QConnectStore {

	static final String CLIENT = "wisdom.amazonaws.com";

	private final Map<String, RegionState> regions = new ConcurrentHashMap<>();

	private final AtomicLong sequence = new AtomicLong();

	private final AppIntegrationsStore integrations;

	private final Conditions conditions;

	QConnectStore(AppIntegrationsStore integrations, Conditions conditions) {
		this.integrations = integrations;
		this.conditions = conditions;
	}

	/**
	 * Adds a knowledge base that reads a data integration, without the checks of the API.
	 * @param account twelve digits
	 * @param region region code
	 * @param id its id
	 * @param name its name
	 * @param dataIntegration ARN of the data integration
	 * @param associationId id of the data integration association that this creates
	 * @return its ARN
	 */
	public String addKnowledgeBase(String account, String region, String id, String name, String dataIntegration,
			String associationId) {
		Map<String, Object> members = Map.of("name", name, "knowledgeBaseType", "EXTERNAL", "sourceConfiguration",
				Map.of("appIntegrations", Map.of("appIntegrationArn", dataIntegration)));
		return in(account, region, (state, now) -> {
			String association = associate(account, region, dataIntegration, associationId);
			return create(account, region, state, id, members, association).arn();
		});
	}

	/**
	 * Adds an assistant that answers from a knowledge base, without the checks of the
	 * API.
	 * @param account twelve digits
	 * @param region region code
	 * @param id its id
	 * @param name its name
	 * @param associationId id of its association with the knowledge base
	 * @param knowledgeBase id or ARN of the knowledge base
	 * @return its ARN
	 */
	public String addAssistant(String account, String region, String id, String name, String associationId,
			String knowledgeBase) {
		return in(account, region, (state, now) -> {
			Assistant assistant = createAssistant(account, region, state, id, Map.of("name", name, "type", "AGENT"));
			associate(account, region, state, assistant, associationId, state.knowledgeBase(knowledgeBase),
					Map.of("associationType", "KNOWLEDGE_BASE"));
			return assistant.arn();
		});
	}

	KnowledgeBase create(String account, String region, RegionState state, String id, Map<String, Object> members,
			@Nullable String association) {
		KnowledgeBase knowledgeBase = new KnowledgeBase(this.sequence.incrementAndGet(), id,
				arn(account, region, "knowledge-base/" + id), members, association, this.conditions.now(account));
		state.knowledgeBases.put(id, knowledgeBase);
		return knowledgeBase;
	}

	Assistant createAssistant(String account, String region, RegionState state, String id,
			Map<String, Object> members) {
		Assistant assistant = new Assistant(this.sequence.incrementAndGet(), id,
				arn(account, region, "assistant/" + id), members);
		state.assistants.put(id, assistant);
		return assistant;
	}

	AssistantAssociation associate(String account, String region, RegionState state, Assistant assistant, String id,
			@Nullable KnowledgeBase knowledgeBase, Map<String, Object> members) {
		AssistantAssociation association = new AssistantAssociation(this.sequence.incrementAndGet(), id,
				arn(account, region, "association/" + assistant.id() + "/" + id), assistant, knowledgeBase, members);
		state.associations.put(id, association);
		return association;
	}

	String associate(String account, String region, String dataIntegration, String id) {
		return this.integrations.associate(account, region, dataIntegration, id,
				Map.of("ClientId", CLIENT, "LastExecutionStatus",
						Map.of("ExecutionStatus", "COMPLETED", "StatusMessage", "All documents are up to date")));
	}

	void dissociate(String account, String region, String association, Instant from) {
		this.integrations.dissociate(account, region, association, from);
	}

	private static String arn(String account, String region, String resource) {
		return "arn:aws:wisdom:" + region + ":" + account + ":" + resource;
	}

	/**
	 * Runs something while nobody else sees or changes the region.
	 */
	<T> T in(String account, String region, BiFunction<RegionState, Instant, T> act) {
		RegionState state = this.regions.computeIfAbsent(account + "|" + region, (key) -> new RegionState());
		synchronized (state) {
			Instant now = this.conditions.now(account);
			state.clear(now);
			return act.apply(state, now);
		}
	}

	void forget(@Nullable String account) {
		this.regions.keySet().removeIf((key) -> account == null || key.startsWith(account + "|"));
	}

}
