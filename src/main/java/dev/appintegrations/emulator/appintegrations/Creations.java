package dev.appintegrations.emulator.appintegrations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsService.Call;
import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore.IdempotentAnswer;
import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore.RegionState;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * The Create operations. The texts of their refusals are inferred; codes and statuses are
 * the model's.
 */
@Component
class Creations {

	private final AppIntegrationsStore store;

	private final Conditions conditions;

	private final List<ResourceWatcher> watchers;

	Creations(AppIntegrationsStore store, Conditions conditions, List<ResourceWatcher> watchers) {
		this.store = store;
		this.conditions = conditions;
		this.watchers = watchers;
	}

	Map<String, Object> createDataIntegration(Call call) {
		return once(call, Kind.DATA_INTEGRATION, (state) -> {
			checkFree(state, call, Kind.DATA_INTEGRATION);
			Map<String, Object> members = members(call);
			Object schedule = members.remove("ScheduleConfig");
			if (schedule != null) {
				members.put("ScheduleConfiguration", schedule);
			}
			Resource resource = create(state, call, Kind.DATA_INTEGRATION, UUID.randomUUID().toString(), members);
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("Arn", resource.arn());
			answer.put("Id", resource.id());
			answer.putAll(members);
			if (call.has("ClientToken")) {
				answer.put("ClientToken", call.text("ClientToken"));
			}
			return answer;
		});
	}

	Map<String, Object> createEventIntegration(Call call) {
		return once(call, Kind.EVENT_INTEGRATION, (state) -> {
			checkFree(state, call, Kind.EVENT_INTEGRATION);
			Resource resource = create(state, call, Kind.EVENT_INTEGRATION, call.text("Name"), members(call));
			return Map.of("EventIntegrationArn", resource.arn());
		});
	}

	Map<String, Object> createApplication(Call call) {
		ApplicationRules.check(call.input(), Map.of());
		return once(call, Kind.APPLICATION, (state) -> {
			checkFree(state, call, Kind.APPLICATION);
			String namespace = call.text("Namespace");
			if (state.has(Kind.APPLICATION, (each) -> namespace.equals(each.members().get("Namespace")))) {
				throw duplicate(Kind.APPLICATION, "namespace " + namespace);
			}
			Map<String, Object> members = members(call);
			members.putIfAbsent("ApplicationType", "STANDARD");
			members.putIfAbsent("IsService", "SERVICE".equals(members.get("ApplicationType")));
			members.put("LastModifiedRegion", call.region());
			Resource resource = create(state, call, Kind.APPLICATION, UUID.randomUUID().toString(), members);
			return Map.of("Arn", resource.arn(), "Id", resource.id());
		});
	}

	/**
	 * Starts a bulk export. A data integration that has lost an association can't have
	 * another one (documented with CreateDataIntegration).
	 */
	Map<String, Object> createDataIntegrationAssociation(Call call) {
		return once(call, Kind.DATA_INTEGRATION, (state) -> {
			Resource resource = Identifiers.existing(state, Kind.DATA_INTEGRATION,
					call.text("DataIntegrationIdentifier"));
			AssociationPolicy.check(call, resource, call.input().get("DestinationURI"));
			if (resource.formerlyAssociated()) {
				throw new AwsError(400, AppIntegrationsService.INVALID, "The data integration " + resource.name()
						+ " was associated before and can't be associated again");
			}
			if (resource.associations().size() >= this.conditions.quota(call.account(), "associations")) {
				throw overQuota("associations");
			}
			String id = UUID.randomUUID().toString();
			Map<String, Object> members = new LinkedHashMap<>();
			for (String member : new String[] { "ClientId", "DestinationURI", "ExecutionConfiguration" }) {
				if (call.has(member)) {
					members.put(member, call.input().get(member));
				}
			}
			members.put("LastExecutionStatus", Map.of("ExecutionStatus", "IN_PROGRESS"));
			resource.associate(new AssociationResource(this.store.nextSequence(), id,
					Kind.DATA_INTEGRATION.associationArn(call.account(), call.region(), resource.id(), id), members));
			return Map.of("DataIntegrationAssociationId", id, "DataIntegrationArn", resource.arn());
		});
	}

	private Map<String, Object> once(Call call, Kind kind, Function<RegionState, Map<String, Object>> create) {
		Map<String, Object> answer = answer(call, create);
		this.watchers.forEach((watcher) -> watcher.created(call.account(), kind));
		return answer;
	}

	private Map<String, Object> answer(Call call, Function<RegionState, Map<String, Object>> create) {
		return this.store.in(call.account(), call.region(), (state) -> {
			if (!call.has("ClientToken")) {
				return create.apply(state);
			}
			String key = call.operation() + "|" + call.text("ClientToken");
			IdempotentAnswer before = state.tokens().get(key);
			if (before == null) {
				Map<String, Object> answer = create.apply(state);
				state.tokens().put(key, new IdempotentAnswer(call.input(), answer));
				return answer;
			}
			if (!before.parameters().equals(call.input())) {
				throw new AwsError(400, AppIntegrationsService.INVALID,
						"The client token was already used with other parameters");
			}
			return before.answer();
		});
	}

	private void checkFree(RegionState state, Call call, Kind kind) {
		String name = call.text("Name");
		if (state.has(kind, (each) -> each.name().equals(name))) {
			throw duplicate(kind, "name " + name);
		}
		if (state.existing(kind).size() >= this.conditions.quota(call.account(), kind.quota())) {
			throw overQuota(kind.quota());
		}
		Tags.check(call.input().get("Tags"));
	}

	private Resource create(RegionState state, Call call, Kind kind, String id, Map<String, Object> members) {
		Instant now = this.conditions.now(call.account());
		Resource resource = new Resource(kind, this.store.nextSequence(), id,
				kind.arn(call.account(), call.region(), id), members, now,
				now.plus(this.conditions.lag(call.account(), "readAfterWriteMs")));
		state.put(resource);
		return resource;
	}

	private static Map<String, Object> members(Call call) {
		Map<String, Object> members = new LinkedHashMap<>(call.input());
		members.remove("ClientToken");
		return members;
	}

	private static AwsError duplicate(Kind kind, String what) {
		return new AwsError(409, "DuplicateResourceException",
				"A resource with the " + what + " already exists among the " + kind.words() + "s");
	}

	private static AwsError overQuota(String quota) {
		return new AwsError(429, "ResourceQuotaExceededException", "The quota of " + quota + " is used up");
	}

}
