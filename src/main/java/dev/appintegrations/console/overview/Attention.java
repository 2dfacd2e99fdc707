package dev.appintegrations.console.overview;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.console.inventory.RegionView;
import dev.appintegrations.console.inventory.ScanView;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at.
 *
 * @param tone how bad it is
 * @param what what it is
 * @param advice what to do
 * @param href where more is said
 */
record Attention(String tone, String what, String advice, String href) {

	/**
	 * What a scan shows that somebody should look at, the worst first.
	 * @param account the account
	 * @param scan its latest scan, or {@code null} if there was none
	 * @param role the service-linked role
	 * @param undeletable how many items nobody can delete
	 * @param deletions the last deletions
	 * @return of the scan nothing while it runs, since what is missing may still come
	 */
	static List<Attention> of(Account account, @Nullable ScanView scan, RoleCard role, int undeletable,
			List<DeletionRow> deletions) {
		List<Attention> list = new ArrayList<>();
		deletions.stream()
			.filter(DeletionRow::needsAttention)
			.forEach((deletion) -> list
				.add(new Attention(deletion.tone(), "Deletion " + deletion.status() + ": " + deletion.title(),
						"Open it to see how far it came and what to do.", deletion.href())));
		if (scan == null || scan.running()) {
			return list;
		}
		if (role.missing()) {
			list.add(new Attention("bad", "The role is missing while integrations exist",
					"AppIntegrations can neither run their flows nor publish their metrics. Create the role again.",
					role.href()));
		}
		for (RegionView region : scan.unproved()) {
			list.add(new Attention(region.tone(), region.name() + ": " + region.reason(), region.advice(),
					scan.href() + "#" + region.code()));
		}
		list.sort((one, other) -> Boolean.compare("bad".equals(other.tone()), "bad".equals(one.tone())));
		if (undeletable > 0) {
			list.add(new Attention("warning", Moment.counted(undeletable, "integration") + " that nobody can delete",
					"AWS deletes the associations of bulk exports for nobody. While they are there, the service-linked role most likely can't be deleted either.",
					"/accounts/" + account.alias() + "/integrations?undeletable=true"));
		}
		return list;
	}

}
