package dev.appintegrations.console.inventory.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.api.Problems;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.HoldingState;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemActions;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanView;
import dev.appintegrations.console.inventory.api.ItemExports;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Lists integrations and applications of all regions, shows one, and exports them.
 */
@Controller
class IntegrationsController {

	private static final String PATH = "/accounts/{account}/integrations";

	/** A page is not held up longer by services that may hold something. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Inventory inventory;

	private final ItemExports exports;

	private final ItemActions actions;

	private final AccountIds ids;

	private final Problems problems;

	private final Clock clock;

	IntegrationsController(Inventory inventory, ItemExports exports, ItemActions actions, AccountIds ids,
			Problems problems, Clock clock) {
		this.inventory = inventory;
		this.exports = exports;
		this.actions = actions;
		this.ids = ids;
		this.problems = problems;
		this.clock = clock;
	}

	@GetMapping(PATH)
	@Requires(Permission.READ)
	String list(Account account, CurrentUser user, IntegrationsForm form, PageQuery page,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, HttpServletResponse response,
			Model model) {
		ItemQuery query = form.toQuery(account, page);
		Scan scan = scan(account, form);
		model.addAttribute("account", account);
		model.addAttribute("form", form);
		model.addAttribute("kinds", Kind.values());
		model.addAttribute("holdings", HoldingState.values());
		ScanView view = (scan != null) ? ScanView.of(account, scan, this.clock.instant()) : null;
		model.addAttribute("scan", view);
		if (scan != null && view != null) {
			model.addAttribute("view", IntegrationsView.of(account, view, form, query,
					this.inventory.items(scan.id(), query), this.actions.running(account)));
			model.addAttribute("selectable", this.actions.selectable(account, user));
		}
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		if (view == null || htmx == null) {
			return "integrations";
		}
		response.setHeader("HX-Replace-Url", "/accounts/" + account.alias() + "/integrations" + form.with("", null));
		return "integrations :: results";
	}

	@GetMapping(PATH + "/export")
	@Requires(Permission.READ)
	ResponseEntity<?> export(Account account, IntegrationsForm form,
			@RequestParam(defaultValue = "csv") String format) {
		ItemQuery query = form.toQuery(account, new PageQuery(0, PageQuery.MAX_SIZE));
		Scan scan = scan(account, form);
		if (scan == null) {
			throw new ProblemException(ProblemType.NOT_FOUND, "There is no scan of this account yet. Scan it first.");
		}
		return switch (format) {
			case "csv" -> this.exports.csv(scan, query);
			case "json" -> this.exports.json(scan, query);
			default -> throw ProblemException.invalidParameter("format", "must be csv or json");
		};
	}

	@GetMapping(PATH + "/{region}/{key}")
	@Requires(Permission.READ)
	String one(Account account, CurrentUser user, @PathVariable String region, @PathVariable String key,
			@RequestParam(defaultValue = "json") String as, HttpServletResponse response, Model model) {
		Region where = region(account, region);
		ItemKey item = ItemKey.parse(key)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This address names no integration."));
		Instant now = this.clock.instant();
		Scan latest = this.inventory.latest(account.alias()).orElse(null);
		model.addAttribute("account", account);
		model.addAttribute("region", where.code());
		model.addAttribute("kind", item.kind().label());
		model.addAttribute("as", as);
		IntegrationDetails details = null;
		AwsFailure failure = null;
		int without = HttpStatus.NOT_FOUND.value();
		try {
			details = this.inventory.read(account.alias(), where, item.kind(), arn(account, where, item)).orElse(null);
		}
		catch (AwsFailedException ex) {
			failure = ex.failure();
			without = this.problems.identify(ex).type().status();
		}
		Sighting seen = Sighting.of(latest, where, item, (scan) -> seen(scan, where, arn(account, where, item)), now);
		model.addAttribute("failure", failure);
		model.addAttribute("seen", seen);
		if (details != null) {
			String origin = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
			Holdings holdings = holdings(account, details);
			model.addAttribute("item", IntegrationView.of(account, details, user.name(), origin, now, holdings,
					this.actions.offer(account, user, details, holdings).orElse(null)));
			model.addAttribute("name", details.name());
		}
		else {
			model.addAttribute("name", seen.name());
			response.setStatus(without);
		}
		return "integration";
	}

	private Holdings holdings(Account account, IntegrationDetails details) {
		return this.inventory.holdings(account.alias(), List.of(details), PATIENCE)
			.getOrDefault(details.arn(), new Holdings(Map.of(), List.of(), List.of()));
	}

	/** The account id is AWS's to tell; until it has, the ARN is not known either. */
	private Arn arn(Account account, Region region, ItemKey item) {
		String id = this.ids.known(account.alias());
		return new Arn("aws", "app-integrations", region.code(), (id != null) ? id : "", item.resource());
	}

	private @Nullable Integration seen(Scan scan, Region region, Arn arn) {
		return this.inventory.item(scan.id(), region, arn).orElse(null);
	}

	private static Region region(Account account, String code) {
		Account.AccountRegion region = account.regions()
			.stream()
			.filter((each) -> each.region().code().equals(code))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
					"This region is not among those of the account; the Regions page lists them."));
		if (region.excludedBecause() != null) {
			throw new ProblemException(ProblemType.NOT_FOUND,
					"The configuration leaves this region out: " + region.excludedBecause());
		}
		return region.region();
	}

	private @Nullable Scan scan(Account account, IntegrationsForm form) {
		if (form.scan() == null || form.scan().isBlank()) {
			return this.inventory.latest(account.alias()).orElse(null);
		}
		try {
			return this.inventory.find(account.alias(), UUID.fromString(form.scan()))
				.orElseThrow(IntegrationsController::noScan);
		}
		catch (IllegalArgumentException ex) {
			throw noScan();
		}
	}

	private static ProblemException noScan() {
		return new ProblemException(ProblemType.NOT_FOUND,
				"This account has no such scan. The Scans page lists those that are kept.");
	}

}
