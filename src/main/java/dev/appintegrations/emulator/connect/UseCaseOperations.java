package dev.appintegrations.emulator.connect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.emulator.connect.ConnectStore.RegionState;
import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * Operations about use cases, of which an association has at most one of each type.
 */
@Component
class UseCaseOperations {

	private final ConnectStore store;

	private final Conditions conditions;

	private final Pages pages = ConnectService.pages(100);

	UseCaseOperations(ConnectStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	Map<String, Object> create(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			String type = call.text("UseCaseType");
			if (useCases(state, call).existing(Kind.USE_CASE).anyMatch((each) -> each.has("UseCaseType", type))) {
				throw new AwsError(409, "DuplicateResourceException",
						"The integration association already has a use case of type " + type);
			}
			String id = UUID.randomUUID().toString();
			return Map.of("UseCaseId", id, "UseCaseArn", this.store.addUseCase(call.account(), call.region(),
					call.text("InstanceId"), call.text("IntegrationAssociationId"), id, type));
		});
	}

	Map<String, Object> delete(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Entities all = useCases(state, call);
			this.store.remove(call.account(), all, all.existing(Kind.USE_CASE, call.text("UseCaseId")));
			return Map.of();
		});
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Instant now = this.conditions.now(call.account());
			List<Entity> all = state.instances()
				.visible(Kind.INSTANCE, call.text("InstanceId"), now)
				.children()
				.visible(Kind.INTEGRATION_ASSOCIATION, call.text("IntegrationAssociationId"), now)
				.children()
				.visible(Kind.USE_CASE, now)
				.toList();
			return this.pages.page(call, "UseCaseSummaryList", all, Entity::sequence, Answers::useCase);
		});
	}

	private static Entities useCases(RegionState state, Call call) {
		return state.instances()
			.existing(Kind.INSTANCE, call.text("InstanceId"))
			.children()
			.existing(Kind.INTEGRATION_ASSOCIATION, call.text("IntegrationAssociationId"))
			.children();
	}

}
