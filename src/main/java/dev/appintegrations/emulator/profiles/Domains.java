package dev.appintegrations.emulator.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * The operations about domains. The model has no error of its own for a name that is
 * taken or a quota that is used up: both are refused as bad requests (inferred).
 */
@Component
class Domains {

	private final ProfilesStore store;

	private final Conditions conditions;

	private final Pages pages = new Pages("NextToken", "MaxResults", 100, ProfilesService.READER);

	Domains(ProfilesStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	Map<String, Object> create(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			String name = call.text("DomainName");
			if (state.has(name)) {
				throw ProfilesService.READER.invalid("The domain " + name + " already exists");
			}
			if (state.domains().size() >= this.conditions.quota(call.account(), "domains")) {
				throw ProfilesService.READER.invalid("The quota of domains is used up");
			}
			Map<String, Object> members = new LinkedHashMap<>(call.input());
			members.remove("DomainName");
			Domain domain = new Domain(this.store.nextSequence(), name, members, this.store.now(call.account()));
			state.add(domain);
			Map<String, Object> answer = summary(domain);
			answer.putAll(members);
			return answer;
		});
	}

	/**
	 * Deletes a domain and its integrations, whose associations go with them
	 * (unverified).
	 */
	Map<String, Object> delete(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Domain domain = state.domain(call.text("DomainName"));
			domain.integrations()
				.forEach((integration) -> this.store.dissociate(call.account(), call.region(), integration));
			state.remove(domain);
			return Map.of("Message", "Domain deleted");
		});
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> this.pages.page(call, "Items",
				new ArrayList<>(state.domains()), Domain::sequence, (domain) -> {
					Map<String, Object> item = summary(domain);
					if (domain.members().containsKey("Tags")) {
						item.put("Tags", domain.members().get("Tags"));
					}
					return item;
				}));
	}

	private static Map<String, Object> summary(Domain domain) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("DomainName", domain.name());
		summary.put("CreatedAt", Integration.epochSeconds(domain.createdAt()));
		summary.put("LastUpdatedAt", Integration.epochSeconds(domain.createdAt()));
		return summary;
	}

}
