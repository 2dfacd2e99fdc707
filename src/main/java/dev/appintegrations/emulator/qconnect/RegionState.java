package dev.appintegrations.emulator.qconnect;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.appintegrations.emulator.model.Call;

/**
 * One region of one account.
 */
final class RegionState {

	final Map<String, KnowledgeBase> knowledgeBases = new LinkedHashMap<>();

	final Map<String, Assistant> assistants = new LinkedHashMap<>();

	final Map<String, AssistantAssociation> associations = new LinkedHashMap<>();

	private final Map<String, Answered> tokens = new HashMap<>();

	/** Forgets what has gone by now. */
	void clear(Instant now) {
		this.associations.values().removeIf((each) -> !each.exists(now));
		this.knowledgeBases.values().removeIf((each) -> !each.exists(now));
	}

	KnowledgeBase knowledgeBase(String identifier) {
		return this.knowledgeBases.values()
			.stream()
			.filter((each) -> each.identifiedBy(identifier))
			.findFirst()
			.orElseThrow(() -> QConnectService.notFound("The knowledge base " + identifier));
	}

	Assistant assistant(String identifier) {
		return this.assistants.values()
			.stream()
			.filter((each) -> each.identifiedBy(identifier))
			.findFirst()
			.orElseThrow(() -> QConnectService.notFound("The assistant " + identifier));
	}

	/**
	 * Creates something once for each client token; the same token with other members is
	 * a conflict (inferred).
	 */
	Map<String, Object> once(Call call, Supplier<Map<String, Object>> create) {
		if (!call.has("clientToken")) {
			return create.get();
		}
		String key = call.operation() + "|" + call.text("clientToken");
		Answered before = this.tokens.get(key);
		if (before == null) {
			Map<String, Object> answer = create.get();
			this.tokens.put(key, new Answered(call.input(), answer));
			return answer;
		}
		if (!before.input().equals(call.input())) {
			throw QConnectService.conflict("The client token was already used with other parameters");
		}
		return before.answer();
	}

	/**
	 * The answer that a client token has had.
	 *
	 * @param input the members it came with
	 * @param answer what was answered
	 */
	private record Answered(Map<String, Object> input, Map<String, Object> answer) {

	}

}
