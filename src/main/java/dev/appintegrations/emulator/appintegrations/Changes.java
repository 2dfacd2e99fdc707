package dev.appintegrations.emulator.appintegrations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsService.Call;
import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore.RegionState;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * The Update, Delete and Tag operations. AWS documents that an associated integration
 * can't be deleted, but neither code nor text of the refusal:
 * {@code InvalidRequestException} is the only modelled error that fits.
 */
@Component
class Changes {

	private final AppIntegrationsStore store;

	private final Conditions conditions;

	private final List<ResourceWatcher> watchers;

	Changes(AppIntegrationsStore store, Conditions conditions, List<ResourceWatcher> watchers) {
		this.store = store;
		this.conditions = conditions;
		this.watchers = watchers;
	}

	Map<String, Object> updateDataIntegration(Call call) {
		return change(call, Kind.DATA_INTEGRATION, "Identifier", (state, resource) -> {
			Map<String, Object> changes = without(call, "Identifier");
			checkName(state, resource, changes);
			return changes;
		});
	}

	Map<String, Object> updateEventIntegration(Call call) {
		return change(call, Kind.EVENT_INTEGRATION, "Name", (state, resource) -> without(call, "Name"));
	}

	Map<String, Object> updateApplication(Call call) {
		return change(call, Kind.APPLICATION, "Arn", (state, resource) -> {
			Map<String, Object> changes = without(call, "Arn");
			checkName(state, resource, changes);
			ApplicationRules.check(changes, resource.members());
			changes.put("LastModifiedRegion", call.region());
			return changes;
		});
	}

	/**
	 * Runs an on-demand export once more.
	 */
	Map<String, Object> updateDataIntegrationAssociation(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Resource resource = Identifiers.existing(state, Kind.DATA_INTEGRATION,
					call.text("DataIntegrationIdentifier"));
			String identifier = call.text("DataIntegrationAssociationIdentifier");
			AssociationResource association = resource.associations()
				.stream()
				.filter((each) -> each.identifiedBy(identifier))
				.findFirst()
				.orElseThrow(() -> new AwsError(404, "ResourceNotFoundException",
						"The data integration association " + identifier + " was not found"));
			AssociationPolicy.check(call, resource, association.members().get("DestinationURI"));
			association.change(Map.of("ExecutionConfiguration", execution(call), "LastExecutionStatus",
					Map.of("ExecutionStatus", "IN_PROGRESS")));
			return Map.of();
		});
	}

	Map<String, Object> deleteDataIntegration(Call call) {
		return delete(call, Kind.DATA_INTEGRATION, "DataIntegrationIdentifier", false);
	}

	Map<String, Object> deleteEventIntegration(Call call) {
		return delete(call, Kind.EVENT_INTEGRATION, "Name", false);
	}

	Map<String, Object> deleteApplication(Call call) {
		return delete(call, Kind.APPLICATION, "Arn", Boolean.TRUE.equals(call.input().get("Force")));
	}

	Map<String, Object> tagResource(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Tagged tagged = Identifiers.tagged(state, call.text("resourceArn"));
			tagged.tags(Tags.merged(tagged.tags(), call.input().getOrDefault("tags", Map.of())));
			return Map.of();
		});
	}

	Map<String, Object> untagResource(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Tagged tagged = Identifiers.tagged(state, call.text("resourceArn"));
			Map<String, String> tags = new LinkedHashMap<>(tagged.tags());
			((List<?>) call.input().getOrDefault("tagKeys", List.of())).forEach(tags::remove);
			tagged.tags(tags);
			return Map.of();
		});
	}

	private Map<String, Object> change(Call call, Kind kind, String identifier, Change change) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Resource resource = Identifiers.existing(state, kind, call.text(identifier));
			resource.change(change.of(state, resource), this.conditions.now(call.account()));
			return Map.of();
		});
	}

	private Map<String, Object> delete(Call call, Kind kind, String identifier, boolean force) {
		this.store.in(call.account(), call.region(), (state) -> {
			Resource resource = Identifiers.existing(state, kind, call.text(identifier));
			Instant now = this.conditions.now(call.account());
			if (resource.inUse(now) && !force) {
				throw new AwsError(400, AppIntegrationsService.INVALID,
						"The " + kind.words() + " " + resource.name() + " is still associated with clients");
			}
			state.delete(resource, now, this.conditions.lag(call.account(), "readAfterWriteMs"));
			return resource;
		});
		this.watchers.forEach((watcher) -> watcher.deleted(call.account(), kind));
		return Map.of();
	}

	private static Object execution(Call call) {
		return Objects.requireNonNull(call.input().get("ExecutionConfiguration"));
	}

	private static void checkName(RegionState state, Resource resource, Map<String, Object> changes) {
		Object name = changes.get("Name");
		if (name != null && state.has(resource.kind(), (each) -> each != resource && name.equals(each.name()))) {
			throw new AwsError(400, AppIntegrationsService.INVALID, "The name " + name + " is already in use");
		}
	}

	private static Map<String, Object> without(Call call, String identifier) {
		Map<String, Object> changes = new LinkedHashMap<>(call.input());
		changes.remove(identifier);
		return changes;
	}

	/**
	 * Works out what changes.
	 */
	private interface Change {

		Map<String, Object> of(RegionState state, Resource resource);

	}

}
