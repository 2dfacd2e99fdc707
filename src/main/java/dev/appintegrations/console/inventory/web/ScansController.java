package dev.appintegrations.console.inventory.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Operations;
import dev.appintegrations.console.api.EventStreams;
import dev.appintegrations.console.api.PageInfo;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Inventory.ScanEvent;
import dev.appintegrations.console.inventory.RegionView;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanView;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.web.ReturnPath;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Starts scans, shows them as they run, and keeps their proof.
 */
@Controller
class ScansController {

	private final Inventory inventory;

	private final Operations operations;

	private final EventStreams streams;

	private final SpringTemplateEngine templates;

	private final Clock clock;

	ScansController(Inventory inventory, Operations operations, EventStreams streams, SpringTemplateEngine templates,
			Clock clock) {
		this.inventory = inventory;
		this.operations = operations;
		this.streams = streams;
		this.templates = templates;
		this.clock = clock;
	}

	@GetMapping("/accounts/{account}/scans")
	@Requires(Permission.READ)
	String history(Account account, PageQuery query, Model model) {
		List<ScanView> scans = this.inventory.history(account.alias(), query.number(), query.size())
			.stream()
			.map((scan) -> ScanView.of(account, scan, this.clock.instant()))
			.toList();
		model.addAttribute("account", account);
		model.addAttribute("scans", scans);
		model.addAttribute("page", PageInfo.of(query, this.inventory.historySize(account.alias())));
		model.addAttribute("path", "/accounts/" + account.alias() + "/scans?size=" + query.size() + "&page=");
		return "scans";
	}

	@PostMapping("/accounts/{account}/scans")
	@Requires(Permission.SCAN)
	String start(Account account, CurrentUser user, @RequestParam(required = false) @Nullable String back) {
		Operation operation = new Operation(user.name(), Permission.SCAN, account.alias(), "all regions", Map.of());
		Scan scan = this.operations.run(operation, () -> this.inventory.start(account.alias(), Set.of(), user.name()));
		return "redirect:"
				+ ((back != null) ? ReturnPath.of(back) : "/accounts/" + account.alias() + "/scans/" + scan.id());
	}

	@GetMapping("/accounts/{account}/scans/{id}")
	@Requires(Permission.READ)
	String scan(Account account, @PathVariable String id, Model model) {
		Scan scan = find(account, id);
		model.addAttribute("account", account);
		model.addAttribute("scan", ScanView.of(account, scan, this.clock.instant()));
		return "scan";
	}

	/**
	 * For pages: each message is the progress panel as it stands, rendered anew; that of
	 * the search for holders, if the page is about what goes on after the scan.
	 */
	@GetMapping(path = "/accounts/{account}/scans/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Requires(Permission.READ)
	SseEmitter events(Account account, @PathVariable String id, @RequestParam(defaultValue = "false") boolean holders,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent) {
		Scan scan = find(account, id);
		int last = number(lastEvent);
		int ended = scan.regions().size() + 1;
		return this.streams
			.<ScanEvent>open(
					(listener) -> holders
							? this.inventory.watchHolders(account.alias(), scan.id(), Math.max(last, ended), listener)
							: this.inventory.watch(account.alias(), scan.id(), last, listener),
					(event) -> render(account, event, holders ? "searching" : "panel"))
			.orElseThrow(() -> new ProblemException(ProblemType.UNAVAILABLE,
					"Too many pages are watching. Reload this page to see how far it is."));
	}

	private SseEventBuilder render(Account account, ScanEvent event, String fragment) {
		if (event.finished()) {
			return SseEmitter.event().name("finished").data("{}");
		}
		ScanView view = ScanView.of(account, event.scan(), this.clock.instant());
		String html = this.templates.process("components/scan-progress", Set.of(fragment),
				new Context(Locale.ROOT, Map.of("scan", view)));
		return SseEmitter.event().data(html.strip().replaceAll("\\s*\\n\\s*", " "));
	}

	private static int number(@Nullable String lastEvent) {
		return (lastEvent != null && lastEvent.matches("\\d{1,6}")) ? Integer.parseInt(lastEvent) : 0;
	}

	private Scan find(Account account, String id) {
		try {
			return this.inventory.find(account.alias(), UUID.fromString(id)).orElseThrow(ScansController::noScan);
		}
		catch (IllegalArgumentException ex) {
			throw noScan();
		}
	}

	private static ProblemException noScan() {
		return new ProblemException(ProblemType.NOT_FOUND,
				"This account has no such scan. Old scans are removed after a while; the list of scans shows what is kept.");
	}

	@GetMapping("/accounts/{account}/regions")
	@Requires(Permission.READ)
	String regions(Account account, Model model) {
		Scan latest = this.inventory.latest(account.alias()).orElse(null);
		model.addAttribute("account", account);
		model.addAttribute("scan", (latest != null) ? ScanView.of(account, latest, this.clock.instant()) : null);
		model.addAttribute("regions", RegionView.of(account.regions(), latest));
		return "regions";
	}

}
