package dev.appintegrations.emulator.connect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * Operations about integration associations. AWS documents that one with use cases can't
 * be deleted, and a public teardown script that applications must not be granted any more
 * (switched by {@code grantsBlockAssociation}); codes and texts of the refusals are
 * inferred.
 */
@Component
class AssociationOperations {

	private final ConnectStore store;

	private final AppIntegrationsStore integrations;

	private final Conditions conditions;

	private final Pages pages = ConnectService.pages(100);

	AssociationOperations(ConnectStore store, AppIntegrationsStore integrations, Conditions conditions) {
		this.store = store;
		this.integrations = integrations;
		this.conditions = conditions;
	}

	Map<String, Object> create(Call call) {
		String integration = call.text("IntegrationArn");
		if (!IntegrationType.of(call.input()).takes(integration, call.account(), call.region())) {
			throw new AwsError(400, ConnectService.INVALID,
					integration + " is not of type " + call.text("IntegrationType") + " in this account and region");
		}
		return this.store.in(call.account(), call.region(), (state) -> {
			Entities all = state.instances().existing(Kind.INSTANCE, call.text("InstanceId")).children();
			if (all.existing(Kind.INTEGRATION_ASSOCIATION)
				.anyMatch((each) -> each.has("IntegrationArn", integration)
						&& each.has("IntegrationType", call.input().get("IntegrationType")))) {
				throw new AwsError(409, "DuplicateResourceException",
						"The integration " + integration + " is already associated with this instance");
			}
			Map<String, Object> members = new LinkedHashMap<>(call.input());
			members.remove("InstanceId");
			String id = UUID.randomUUID().toString();
			return Map.of("IntegrationAssociationId", id, "IntegrationAssociationArn",
					this.store.associate(call.account(), call.region(), call.text("InstanceId"), id, members));
		});
	}

	Map<String, Object> delete(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			String id = call.text("IntegrationAssociationId");
			Entity instance = state.instances().existing(Kind.INSTANCE, call.text("InstanceId"));
			Entity association = instance.children().existing(Kind.INTEGRATION_ASSOCIATION, id);
			if (association.children().existing(Kind.USE_CASE).findAny().isPresent()) {
				throw new AwsError(400, ConnectService.INVALID,
						"The integration association " + id + " has use cases, which must be deleted first");
			}
			if (this.conditions.behaviour(call.account(), "grantsBlockAssociation")
					&& granted(call, instance, association)) {
				throw new AwsError(400, ConnectService.INVALID,
						"The application of integration association " + id + " is granted by a security profile");
			}
			this.store.dissociate(call.account(), call.region(), call.text("InstanceId"), id);
			return Map.of();
		});
	}

	private boolean granted(Call call, Entity instance, Entity association) {
		if (IntegrationType.of(association.members()) != IntegrationType.APPLICATION) {
			return false;
		}
		Object namespace = this.integrations.member(call.account(), call.region(),
				String.valueOf(association.members().get("IntegrationArn")), "Namespace");
		return namespace != null && instance.children()
			.existing(Kind.SECURITY_PROFILE)
			.flatMap((profile) -> SecurityProfileOperations.applications(profile).stream())
			.anyMatch((application) -> namespace.equals(application.get("Namespace")));
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Instant now = this.conditions.now(call.account());
			Stream<Entity> all = state.instances()
				.visible(Kind.INSTANCE, call.text("InstanceId"), now)
				.children()
				.visible(Kind.INTEGRATION_ASSOCIATION, now);
			for (String filter : List.of("IntegrationType", "IntegrationArn")) {
				all = all.filter((each) -> !call.has(filter) || each.has(filter, call.text(filter)));
			}
			return this.pages.page(call, "IntegrationAssociationSummaryList", all.toList(), Entity::sequence,
					(each) -> Answers.association(each, call.text("InstanceId"), call.region()));
		});
	}

}
