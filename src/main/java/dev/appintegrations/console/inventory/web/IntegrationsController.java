package dev.appintegrations.console.inventory.web;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Inventory;
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
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Lists integrations and applications of all regions, shows one, and exports them.
 */
@Controller
class IntegrationsController {

	private static final String PATH = "/accounts/{account}/integrations";

	private final Inventory inventory;

	private final ItemExports exports;

	private final AccountIds ids;

	private final Clock clock;

	IntegrationsController(Inventory inventory, ItemExports exports, AccountIds ids, Clock clock) {
		this.inventory = inventory;
		this.exports = exports;
		this.ids = ids;
		this.clock = clock;
	}

	@GetMapping(PATH)
	@Requires(Permission.READ)
	String list(Account account, IntegrationsForm form, PageQuery page, Model model) {
		ItemQuery query = form.toQuery(page);
		Scan scan = scan(account, form);
		model.addAttribute("account", account);
		model.addAttribute("form", form);
		model.addAttribute("kinds", Kind.values());
		model.addAttribute("scan", (scan != null) ? ScanView.of(account, scan, this.clock.instant()) : null);
		if (scan != null) {
			model.addAttribute("view",
					IntegrationsView.of(account, form, query, this.inventory.items(scan.id(), query)));
		}
		return "integrations";
	}

	@GetMapping(PATH + "/export")
	@Requires(Permission.READ)
	ResponseEntity<?> export(Account account, IntegrationsForm form,
			@RequestParam(defaultValue = "csv") String format) {
		ItemQuery query = form.toQuery(new PageQuery(0, PageQuery.MAX_SIZE));
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
	String one(Account account, @PathVariable String region, @PathVariable String key,
			@RequestParam(defaultValue = "json") String as, Model model) {
		Region where = region(account, region);
		ItemKey item = ItemKey.parse(key)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This address names no integration."));
		Instant now = this.clock.instant();
		model.addAttribute("account", account);
		model.addAttribute("region", where.code());
		model.addAttribute("as", as);
		model.addAttribute("name", item.id());
		Scan latest = this.inventory.latest(account.alias()).orElse(null);
		try {
			Arn arn = arn(account, where, item);
			model.addAttribute("seen", (latest != null) ? seen(latest, where, arn) : null);
			model.addAttribute("scan", (latest != null) ? ScanView.of(account, latest, now) : null);
			IntegrationDetails details = this.inventory.read(account.alias(), where, item.kind(), arn).orElse(null);
			String origin = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
			model.addAttribute("item", (details != null) ? IntegrationView.of(account, details, origin, now) : null);
			if (details == null) {
				model.addAttribute("gone", true);
			}
		}
		catch (AwsFailedException ex) {
			model.addAttribute("item", null);
			model.addAttribute("failure", ex.failure());
		}
		return "integration";
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
		return account.regions()
			.stream()
			.map(Account.AccountRegion::region)
			.filter((region) -> region.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
					"This region is not among those of the account; the Regions page lists them."));
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
