package dev.appintegrations.emulator.iam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore.Existing;
import dev.appintegrations.emulator.appintegrations.Kind;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * What still uses the role. Data integrations, event integrations and their associations
 * do (Amazon Connect administrator guide); whether applications and bulk exports do is
 * unverified, so it is switched by {@code applicationsBlockRole} and
 * {@code exportsBlockRole}.
 */
@Component
class RoleUsage {

	private final AppIntegrationsStore store;

	private final Conditions conditions;

	RoleUsage(AppIntegrationsStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	/**
	 * ARNs of what uses the role.
	 * @param account twelve digits
	 * @return empty if nothing does
	 */
	List<String> arns(String account) {
		List<String> arns = new ArrayList<>();
		add(arns, account, Kind.DATA_INTEGRATION);
		add(arns, account, Kind.EVENT_INTEGRATION);
		if (this.conditions.behaviour(account, "applicationsBlockRole")) {
			add(arns, account, Kind.APPLICATION);
		}
		return arns;
	}

	/** A resource whose only associations are exports that do not count, does not. */
	private void add(List<String> arns, String account, Kind kind) {
		boolean exportsCount = this.conditions.behaviour(account, "exportsBlockRole");
		for (Existing each : this.store.existing(account, kind)) {
			boolean exportOnly = !each.associations().isEmpty()
					&& each.associations().stream().allMatch(Existing.Association::export);
			if (exportsCount || !exportOnly) {
				arns.add(each.arn());
				each.associations().forEach((association) -> arns.add(association.arn()));
			}
		}
	}

	/**
	 * The usage as IAM lists it, which real answers show to be unreliable: the region may
	 * be another than the ARN's, resources may be bare ids, and the list may be empty.
	 * @param account twelve digits
	 * @return resources by region
	 */
	Map<String, List<String>> list(String account) {
		Map<String, List<String>> usage = new LinkedHashMap<>();
		if (this.conditions.behaviour(account, "usageIsEmpty")) {
			return usage;
		}
		boolean otherRegion = this.conditions.behaviour(account, "usageNamesOtherRegion");
		boolean bareIds = this.conditions.behaviour(account, "usageNamesBareIds");
		for (String arn : arns(account)) {
			String region = otherRegion ? "eu-north-1" : arn.split(":", 6)[3];
			usage.computeIfAbsent(region, (key) -> new ArrayList<>())
				.add(bareIds ? arn.substring(arn.indexOf('/') + 1) : arn);
		}
		return usage;
	}

	boolean noDataIntegrationLeft(String account) {
		return this.store.existing(account, Kind.DATA_INTEGRATION).isEmpty();
	}

}
