package dev.appintegrations.console.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.RegionView;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanState;
import dev.appintegrations.console.inventory.ScanView;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.console.role.Blockers;
import dev.appintegrations.console.web.NavigationEntry;
import dev.appintegrations.console.web.WorldMap;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The home page of an account.
 */
@Controller
class OverviewController {

	private static final int LAST_DELETIONS = 5;

	private final Inventory inventory;

	private final AppIntegrationsRole roles;

	private final Deletions deletions;

	private final WorldMap map;

	private final Clock clock;

	OverviewController(Inventory inventory, AppIntegrationsRole roles, Deletions deletions, WorldMap map, Clock clock) {
		this.inventory = inventory;
		this.roles = roles;
		this.deletions = deletions;
		this.map = map;
		this.clock = clock;
	}

	@GetMapping("/accounts/{account}/overview")
	@Requires(Permission.READ)
	String overview(Account account, Model model) {
		Scan latest = this.inventory.latest(account.alias()).orElse(null);
		Instant now = this.clock.instant();
		ScanView scan = (latest != null) ? ScanView.of(account, latest, now) : null;
		List<RegionView> regions = (scan != null) ? scan.regions() : RegionView.of(account.regions(), null);
		model.addAttribute("account", account);
		model.addAttribute("scan", scan);
		model.addAttribute("regions", regions);
		model.addAttribute("most", regions.stream().mapToInt(RegionView::total).max().orElse(0));
		RoleCard role = RoleCard.of(account, this.roles.recent(account.alias()),
				(latest != null) ? Blockers.of(latest) : null, now);
		model.addAttribute("role", role);
		List<DeletionRow> last = this.deletions.summaries(account.alias(), 0, LAST_DELETIONS)
			.stream()
			.map((deletion) -> DeletionRow.of(deletion, now))
			.toList();
		model.addAttribute("deletions", last);
		model.addAttribute("attention", Attention.of(account, scan, role, undeletable(latest), last));
		model.addAttribute("map", this.map.draw(regions.stream().map((region) -> place(account, region)).toList()));
		return "overview";
	}

	private static WorldMap.Place place(Account account, RegionView region) {
		String href = (region.total() > 0) ? "/accounts/" + account.alias() + "/integrations?region=" + region.code()
				: "/accounts/" + account.alias() + "/regions#" + region.code();
		return new WorldMap.Place(region.code(), region.name(), region.tone(), region.status(), region.total(), href);
	}

	/** What is not proved of a running scan may still come, so nothing is said of it. */
	private int undeletable(@Nullable Scan scan) {
		return (scan == null || scan.state() == ScanState.RUNNING) ? 0 : this.inventory.undeletable(scan.id());
	}

	/**
	 * What the overview adds to the navigation.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Navigation {

		@Bean
		NavigationEntry overviewEntry() {
			return new NavigationEntry("overview", "Overview", "/overview", true, 10);
		}

	}

}
