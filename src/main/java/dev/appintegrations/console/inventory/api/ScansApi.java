package dev.appintegrations.console.inventory.api;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Operations;
import dev.appintegrations.console.api.PageOf;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Inventory.ScanEvent;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Scans.
 */
@RestController
@RequestMapping(InventoryPaths.ACCOUNTS + "/{account}/scans")
@Tag(name = "Scans")
class ScansApi {

	private final Inventory inventory;

	private final Operations operations;

	private final ScanEventStreams streams;

	ScansApi(Inventory inventory, Operations operations, ScanEventStreams streams) {
		this.inventory = inventory;
		this.operations = operations;
		this.streams = streams;
	}

	@PostMapping
	@Requires(Permission.SCAN)
	@Operation(operationId = "startScan", summary = "Start a scan, or join the one that already reads the same regions")
	ResponseEntity<ScanJson> start(Account account, CurrentUser user,
			@RequestBody(required = false) @Nullable StartJson start) {
		Set<Region> regions = regions(account, start);
		String target = regions.isEmpty() ? "all regions"
				: regions.stream().map(Region::code).sorted().collect(Collectors.joining(", "));
		Scan scan = this.operations.run(new dev.appintegrations.console.kernel.Operation(user.name(), Permission.SCAN,
				account.alias(), target, Map.of()), () -> this.inventory.start(account.alias(), regions, user.name()));
		return ResponseEntity.accepted()
			.location(URI.create(InventoryPaths.scan(account.alias(), scan.id())))
			.body(ScanJson.of(scan));
	}

	private static Set<Region> regions(Account account, @Nullable StartJson start) {
		Set<Region> regions = new LinkedHashSet<>();
		if (start != null && start.regions() != null) {
			List<String> codes = start.regions();
			for (int i = 0; i < codes.size(); i++) {
				String code = codes.get(i);
				String field = "regions[" + i + "]";
				regions.add(account.regions()
					.stream()
					.map(Account.AccountRegion::region)
					.filter((region) -> region.code().equals(code))
					.findFirst()
					.orElseThrow(() -> ProblemException.invalidParameter(field,
							"is not among the regions of this account")));
			}
		}
		return regions;
	}

	@GetMapping
	@Requires(Permission.READ)
	@Operation(operationId = "listScans", summary = "Scans that are kept, newest first")
	PageOf<ScanJson> list(Account account, PageQuery page) {
		return PageOf.of(
				this.inventory.history(account.alias(), page.number(), page.size()).stream().map(ScanJson::of).toList(),
				page, this.inventory.historySize(account.alias()));
	}

	@GetMapping("/latest")
	@Requires(Permission.READ)
	@Operation(operationId = "getLatestScan", summary = "The newest scan of the whole account")
	ScanJson latest(Account account) {
		return this.inventory.latest(account.alias())
			.map(ScanJson::of)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no scan of this account yet. POST "
					+ InventoryPaths.scans(account.alias()) + " starts one."));
	}

	@GetMapping("/{id}")
	@Requires(Permission.READ)
	@Operation(operationId = "getScan", summary = "A scan, as it stands")
	ScanJson get(Account account, @PathVariable String id) {
		return ScanJson.of(find(this.inventory, account, id));
	}

	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "watchScan",
			summary = "Server-sent events: region as each is settled, finished at the end")
	SseEmitter events(Account account, @PathVariable String id,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent) {
		Scan scan = find(this.inventory, account, id);
		int after = (lastEvent != null && lastEvent.matches("\\d{1,6}")) ? Integer.parseInt(lastEvent) : 0;
		return this.streams.open(account.alias(), scan.id(), after, ScansApi::render)
			.orElseThrow(() -> new ProblemException(ProblemType.UNAVAILABLE, "Too many clients are watching scans."));
	}

	private static SseEventBuilder render(ScanEvent event) {
		return (event.region() != null)
				? SseEmitter.event().name("region").data(ScanRegionJson.of(event.region()), MediaType.APPLICATION_JSON)
				: SseEmitter.event().name("finished").data(ScanJson.of(event.scan()), MediaType.APPLICATION_JSON);
	}

	static Scan find(Inventory inventory, Account account, String id) {
		try {
			return inventory.find(account.alias(), UUID.fromString(id)).orElseThrow(ScansApi::noScan);
		}
		catch (IllegalArgumentException ex) {
			throw noScan();
		}
	}

	private static ProblemException noScan() {
		return new ProblemException(ProblemType.NOT_FOUND, "This account has no such scan.");
	}

	/**
	 * What to scan.
	 *
	 * @param regions codes; all regions of the account if it is missing or empty
	 */
	record StartJson(@Nullable List<String> regions) {

	}

}
