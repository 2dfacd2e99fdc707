package dev.appintegrations.emulator.qconnect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * The operations about assistants.
 */
@Component
class Assistants {

	private final QConnectStore store;

	private final Conditions conditions;

	private final Pages pages = new Pages("nextToken", "maxResults", 100, QConnectService.READER);

	Assistants(QConnectStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	Map<String, Object> create(Call call) {
		return this.store.in(call.account(), call.region(), (state, now) -> state.once(call, () -> {
			String name = call.text("name");
			if (state.assistants.values().stream().anyMatch((each) -> each.name().equals(name))) {
				throw QConnectService.conflict("An assistant named " + name + " exists");
			}
			if (state.assistants.size() >= this.conditions.quota(call.account(), "assistants")) {
				throw QConnectService.overQuota("assistants");
			}
			Map<String, Object> members = new LinkedHashMap<>(call.input());
			members.remove("clientToken");
			return Map.of("assistant",
					this.store
						.createAssistant(call.account(), call.region(), state, UUID.randomUUID().toString(), members)
						.data());
		}));
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(), (state, now) -> this.pages.page(call, "assistantSummaries",
				new ArrayList<>(state.assistants.values()), Assistant::sequence, Assistant::data));
	}

	/**
	 * Deletes an assistant. Its associations go with it, since the model has no error for
	 * one that is in use (inferred).
	 */
	Map<String, Object> delete(Call call) {
		return this.store.in(call.account(), call.region(), (state, now) -> {
			Assistant assistant = state.assistant(call.text("assistantId"));
			state.associations.values().removeIf((each) -> each.assistant().equals(assistant));
			state.assistants.remove(assistant.id());
			return Map.of();
		});
	}

}
