package dev.appintegrations.emulator.connect;

import java.util.LinkedHashMap;
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
 * Operations about instances. A new one is active at once, where AWS takes minutes.
 */
@Component
class InstanceOperations {

	private final ConnectStore store;

	private final Conditions conditions;

	private final Pages pages = ConnectService.pages(10);

	InstanceOperations(ConnectStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	/**
	 * Creates an instance. That users of a directory need its id, all others an alias,
	 * and that an alias is taken once, are unverified.
	 */
	Map<String, Object> create(Call call) {
		boolean directory = "EXISTING_DIRECTORY".equals(call.input().get("IdentityManagementType"));
		String needed = directory ? "DirectoryId" : "InstanceAlias";
		if (!call.has(needed)) {
			throw new AwsError(400, ConnectService.INVALID,
					needed + " is required when IdentityManagementType is " + call.text("IdentityManagementType"));
		}
		return this.store.in(call.account(), call.region(), (state) -> once(state, call));
	}

	private Map<String, Object> once(RegionState state, Call call) {
		Entity before = state.instances()
			.existing(Kind.INSTANCE)
			.filter((each) -> each.has("ClientToken", call.input().get("ClientToken")))
			.findFirst()
			.orElse(null);
		if (before != null && before.members().equals(call.input())) {
			return Map.of("Id", before.id(), "Arn", before.arn());
		}
		if (before != null) {
			throw new AwsError(400, ConnectService.INVALID, "The client token was already used with other parameters");
		}
		Object alias = call.input().get("InstanceAlias");
		if (state.instances().existing(Kind.INSTANCE).anyMatch((each) -> each.has("InstanceAlias", alias))) {
			throw new AwsError(400, ConnectService.INVALID, "The instance alias " + alias + " is already in use");
		}
		String id = UUID.randomUUID().toString();
		return Map.of("Id", id, "Arn", this.store.addInstance(call.account(), call.region(), id, call.input()));
	}

	Map<String, Object> delete(Call call) {
		this.store.removeInstance(call.account(), call.region(), call.text("InstanceId"));
		return Map.of();
	}

	Map<String, Object> describe(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Entity instance = state.instances()
				.visible(Kind.INSTANCE, call.text("InstanceId"), this.conditions.now(call.account()));
			Map<String, Object> answer = new LinkedHashMap<>(Answers.instance(instance, call.account()));
			Answers.copy(instance, answer, "Tags");
			return Map.of("Instance", answer);
		});
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			List<Entity> all = state.instances().visible(Kind.INSTANCE, this.conditions.now(call.account())).toList();
			return this.pages.page(call, "InstanceSummaryList", all, Entity::sequence,
					(each) -> Answers.instance(each, call.account()));
		});
	}

}
