package dev.appintegrations.emulator.profiles;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The operations about integrations.
 */
@Component
class Integrations {

	private static final String APP_INTEGRATIONS = "arn:aws:app-integrations:";

	private static final String EVENT_INTEGRATION = ":event-integration/";

	private static final List<String> KEPT = List.of("ObjectTypeName", "ObjectTypeNames", "RoleArn",
			"EventTriggerNames", "Scope");

	private final ProfilesStore store;

	private final Conditions conditions;

	private final Pages pages = new Pages("NextToken", "MaxResults", 100, ProfilesService.READER);

	Integrations(ProfilesStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	/**
	 * Adds an integration, or changes the one that the domain has with this URI. Tags of
	 * one that is there stay as they are (documented with PutIntegration).
	 */
	Map<String, Object> put(Call call) {
		String uri = uri(call);
		return this.store.in(call.account(), call.region(), (state) -> {
			Domain domain = state.domain(call.text("DomainName"));
			Integration integration = domain.integration(uri);
			if (integration != null) {
				integration.change(members(call), this.store.now(call.account()));
			}
			else {
				integration = create(call, domain, uri);
				domain.add(integration);
			}
			return integration.answer();
		});
	}

	Map<String, Object> get(Call call) {
		return this.store.in(call.account(), call.region(),
				(state) -> existing(state.domain(call.text("DomainName")), call.text("Uri")).answer());
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(),
				(state) -> page(call, state.domain(call.text("DomainName")).integrations()));
	}

	Map<String, Object> listOfAccount(Call call) {
		return this.store.in(call.account(), call.region(),
				(state) -> page(call,
						state.domains()
							.stream()
							.flatMap((domain) -> domain.integrations().stream())
							.filter((integration) -> integration.uri().equals(call.text("Uri")))
							.sorted((one, other) -> Long.compare(one.sequence(), other.sequence()))
							.toList()));
	}

	Map<String, Object> delete(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Domain domain = state.domain(call.text("DomainName"));
			Integration integration = existing(domain, call.text("Uri"));
			this.store.dissociate(call.account(), call.region(), integration);
			domain.remove(integration);
			return Map.of("Message", "Integration deleted");
		});
	}

	private Map<String, Object> page(Call call, Collection<Integration> all) {
		boolean hiddenToo = Boolean.TRUE.equals(call.input().get("IncludeHidden"));
		List<Integration> shown = all.stream().filter((each) -> hiddenToo || !each.hidden()).toList();
		return this.pages.page(call, "Items", shown, Integration::sequence, Integration::answer);
	}

	private Integration create(Call call, Domain domain, String uri) {
		if (domain.integrations().size() >= this.conditions.quota(call.account(), "integrationsPerDomain")) {
			throw ProfilesService.READER.invalid("The quota of integrations is used up");
		}
		String association = uri.startsWith(APP_INTEGRATIONS) ? associate(call, uri) : null;
		Map<String, Object> members = members(call);
		members.putIfAbsent("Scope", "PROFILE");
		if (call.has("Tags")) {
			members.put("Tags", call.input().get("Tags"));
		}
		return new Integration(this.store.nextSequence(), domain.name(), uri, false, association, members,
				this.store.now(call.account()));
	}

	private @Nullable String associate(Call call, String uri) {
		if (!uri.contains(EVENT_INTEGRATION)) {
			throw ProfilesService.READER.invalid("The resource " + uri + " is no event integration");
		}
		try {
			return this.store.associate(call.account(), call.region(), call.text("DomainName"), uri,
					UUID.randomUUID().toString());
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(404, "ResourceNotFoundException", "The event integration " + uri + " does not exist");
		}
	}

	/** A flow definition stands for the flow that Customer Profiles creates from it. */
	private static String uri(Call call) {
		if (call.has("Uri") == call.has("FlowDefinition")) {
			throw ProfilesService.READER.invalid("Either a URI or a flow definition is wanted");
		}
		return (call.input().get("FlowDefinition") instanceof Map<?, ?> flow)
				? "arn:aws:appflow:" + call.region() + ":" + call.account() + ":flow/" + flow.get("FlowName")
				: call.text("Uri");
	}

	private static Map<String, Object> members(Call call) {
		Map<String, Object> members = new LinkedHashMap<>(call.input());
		members.keySet().retainAll(KEPT);
		return members;
	}

	private static Integration existing(Domain domain, String uri) {
		Integration integration = domain.integration(uri);
		if (integration == null) {
			throw new AwsError(404, "ResourceNotFoundException",
					"The domain " + domain.name() + " has no integration with " + uri);
		}
		return integration;
	}

}
