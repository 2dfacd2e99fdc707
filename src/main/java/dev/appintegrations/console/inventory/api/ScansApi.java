package dev.appintegrations.console.inventory.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Operations;
import dev.appintegrations.console.api.EventStreams;
import dev.appintegrations.console.api.PageOf;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Inventory.ScanEvent;
import dev.appintegrations.console.inventory.RegionScan;
import dev.appintegrations.console.inventory.RegionScan.HolderSearch;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanState;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Scans: start one, look at one, watch one.
 */
@RestController
@RequestMapping(InventoryPaths.ACCOUNTS + "/{account}/scans")
@Tag(name = "Scans")
class ScansApi {

	private static final Duration BUSY_RETRY = Duration.ofSeconds(10);

	private final Inventory inventory;

	private final ScanLookup scans;

	private final Operations operations;

	private final EventStreams streams;

	ScansApi(Inventory inventory, ScanLookup scans, Operations operations, EventStreams streams) {
		this.inventory = inventory;
		this.scans = scans;
		this.operations = operations;
		this.streams = streams;
	}

	@PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.SCAN)
	@io.swagger.v3.oas.annotations.Operation(operationId = "startScan", summary = "Starts a scan",
			description = "Joins the scan that already reads the same regions of the account, if there is one.")
	@ApiResponse(responseCode = "202", description = "The scan runs",
			headers = @Header(name = "Location", description = "The scan", schema = @Schema(type = "string")))
	ResponseEntity<ScanJson> start(Account account, @Parameter(hidden = true) CurrentUser user,
			@RequestBody(required = false) @Nullable ScanRequest request) {
		Set<Region> regions = (request != null) ? request.regionsOf(account) : Set.of();
		Scan scan = this.operations.run(operation(account, user, regions),
				() -> this.inventory.start(account.alias(), regions, user.name()));
		ScanJson body = ScanJson.of(scan);
		return ResponseEntity.status(HttpStatus.ACCEPTED).location(URI.create(body.href())).body(body);
	}

	private static Operation operation(Account account, CurrentUser user, Set<Region> regions) {
		String target = regions.isEmpty() ? "all regions"
				: regions.stream().sorted().map(Region::code).collect(Collectors.joining(", "));
		return new Operation(user.name(), Permission.SCAN, account.alias(), target, Map.of());
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@io.swagger.v3.oas.annotations.Operation(operationId = "listScans",
			summary = "The scans that are kept, newest first")
	PageOf<ScanJson> history(Account account, PageQuery query) {
		List<ScanJson> scans = this.inventory.history(account.alias(), query.number(), query.size())
			.stream()
			.map(ScanJson::of)
			.toList();
		return PageOf.of(scans, query, this.inventory.historySize(account.alias()));
	}

	@GetMapping(path = "/latest", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@io.swagger.v3.oas.annotations.Operation(operationId = "getLatestScan",
			summary = "The newest scan of all regions, whatever its state")
	ScanJson latest(Account account) {
		return ScanJson.of(this.scans.latest(account));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@io.swagger.v3.oas.annotations.Operation(operationId = "getScan", summary = "One scan as it stands")
	ScanJson scan(Account account, @PathVariable String id) {
		return ScanJson.of(this.scans.get(account, id));
	}

	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Requires(Permission.READ)
	@io.swagger.v3.oas.annotations.Operation(operationId = "watchScan", summary = "The events of a scan as they happen",
			description = """
					Server-sent events: `region` (data: a ScanRegion) as each region is settled, `finished` (data: the \
					Scan) at the end. With `holders=true` the stream goes on: `holders` (data: a ScanRegion) as the holders of \
					each region's associations have been looked for, `holders-finished` (data: the Scan) at the end. A comment \
					line goes out when nothing else has for 15 seconds.""")
	@ApiResponse(responseCode = "200", description = "The events from the beginning, or after the last known one",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "204", description = "The client has had the last event", content = @Content)
	ResponseEntity<SseEmitter> events(Account account, @PathVariable String id,
			@Parameter(description = "Whether to go on until nobody looks for holders any more") @RequestParam(
					defaultValue = "false") boolean holders,
			@Parameter(description = "The id of the last event that the client has had",
					schema = @Schema(type = "integer", minimum = "0")) @RequestHeader(name = "Last-Event-ID",
							required = false) @Nullable String lastEventId) {
		Scan scan = this.scans.get(account, id);
		int after = eventNumber(scan, holders, lastEventId);
		if (scan.state() != ScanState.RUNNING && !(holders && scan.searching()) && after >= last(scan, holders)) {
			return ResponseEntity.noContent().build();
		}
		SseEmitter stream = this.streams
			.<ScanEvent>open(
					(listener) -> holders ? this.inventory.watchHolders(account.alias(), scan.id(), after, listener)
							: this.inventory.watch(account.alias(), scan.id(), after, listener),
					ScansApi::render)
			.orElseThrow(() -> new ProblemException(
					Problem.of(ProblemType.UNAVAILABLE, "Too many clients are watching.").retryAfter(BUSY_RETRY)));
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no").body(stream);
	}

	private static SseEventBuilder render(ScanEvent event) {
		RegionScan region = event.region();
		String name = event.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return SseEmitter.event()
			.name(name)
			.data((region != null) ? ScanRegionJson.of(region) : ScanJson.of(event.scan()), MediaType.APPLICATION_JSON);
	}

	private static int eventNumber(Scan scan, boolean holders, @Nullable String lastEventId) {
		if (lastEventId == null || lastEventId.isEmpty()) {
			return 0;
		}
		int most = holders ? 2 * (scan.regions().size() + 1) : scan.regions().size() + 1;
		int number = lastEventId.matches("[0-9]{1,6}") ? Integer.parseInt(lastEventId) : Integer.MAX_VALUE;
		if (number > most) {
			throw ProblemException.invalidParameter("Last-Event-ID", "must be the id of an event of this scan");
		}
		return number;
	}

	/** The number of the last event of a scan that has ended. */
	private static int last(Scan scan, boolean holders) {
		return holders
				? scan.regions().size() + 2
						+ count(scan,
								(region) -> region.holders() != null
										&& region.holders().state() != HolderSearch.State.INTERRUPTED)
				: count(scan, (region) -> region.outcome() != null) + 1;
	}

	private static int count(Scan scan, Predicate<RegionScan> regions) {
		return (int) scan.regions().stream().filter(regions).count();
	}

}
