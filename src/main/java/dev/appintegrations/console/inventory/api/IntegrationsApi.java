package dev.appintegrations.console.inventory.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.ScanState;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What scans found, and single items read afresh.
 */
@RestController
@RequestMapping(InventoryPaths.ACCOUNTS + "/{account}/integrations")
@Tag(name = "Integrations")
class IntegrationsApi {

	private static final Duration RUNNING_RETRY = Duration.ofSeconds(2);

	private static final Duration INCOMPLETE_RETRY = Duration.ofMinutes(1);

	private static final PageQuery ANY_PAGE = new PageQuery(0, PageQuery.MAX_SIZE);

	private final Inventory inventory;

	private final ScanLookup scans;

	private final ItemExports exports;

	private final AccountIdentity identity;

	IntegrationsApi(Inventory inventory, ScanLookup scans, ItemExports exports, AccountIdentity identity) {
		this.inventory = inventory;
		this.scans = scans;
		this.exports = exports;
		this.identity = identity;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "listIntegrations", summary = "The items of a scan",
			description = """
					Of the newest scan of all regions, if none is named. An empty list proves nothing unless `complete` is \
					true; `unproven` names the regions of which something may be missing. As text/csv it is all items in one answer, \
					without pages: the headers X-Inventory-Complete and X-Inventory-Unproven say whether regions are missing, as \
					the file's name does, and cells that a spreadsheet could take for a formula start with an apostrophe.""")
	@ApiResponse(responseCode = "200", description = "The items; CSV is RFC 4180 with a header",
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = IntegrationListJson.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")) })
	IntegrationListJson list(Account account, @ParameterObject IntegrationFilter filter, PageQuery page) {
		ItemQuery query = filter.toQuery(account, page);
		Scan scan = scan(account, filter);
		return IntegrationListJson.of(scan, page, this.inventory.items(scan.id(), query));
	}

	@GetMapping(produces = "text/csv")
	@Requires(Permission.READ)
	@Hidden
	ResponseEntity<byte[]> csv(Account account, @ParameterObject IntegrationFilter filter) {
		ItemQuery query = filter.toQuery(account, ANY_PAGE);
		return this.exports.csv(scan(account, filter), query);
	}

	private Scan scan(Account account, IntegrationFilter filter) {
		Scan scan = (filter.scan() != null) ? this.scans.get(account, filter.scan()) : this.scans.latest(account);
		if (Boolean.TRUE.equals(filter.requireComplete()) && !scan.complete()) {
			throw incomplete(scan);
		}
		return scan;
	}

	private static ProblemException incomplete(Scan scan) {
		String unproven = scan.unproven().stream().map(Region::code).collect(Collectors.joining(", "));
		String detail = switch (scan.state()) {
			case RUNNING -> "The scan still runs. Not read so far: " + unproven + ".";
			case INTERRUPTED -> "The scan was interrupted. Not read: " + unproven + ". Start a new one with POST "
					+ InventoryPaths.scans(scan.account()) + ".";
			case FINISHED ->
				"Not wholly read: " + unproven + ". " + InventoryPaths.scan(scan.account(), scan.id()) + " says why.";
		};
		return new ProblemException(Problem.of(ProblemType.SCAN_INCOMPLETE, detail)
			.retryAfter((scan.state() == ScanState.RUNNING) ? RUNNING_RETRY : INCOMPLETE_RETRY));
	}

	@GetMapping(path = "/{region}/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "getIntegration", summary = "One item, read afresh from AWS",
			description = "Follow an item's `href`; the key is not to be built from a name.")
	IntegrationDetailsJson read(Account account, @PathVariable String region, @PathVariable String key) {
		Region where = account.regions()
			.stream()
			.map(AccountRegion::region)
			.filter((each) -> each.code().equals(region))
			.findFirst()
			.orElseThrow(() -> notFound("This account's table has no such region; "
					+ InventoryPaths.regions(account.alias()) + " lists those it has."));
		ItemKey item = ItemKey.parse(key)
			.orElseThrow(() -> notFound("No item can have this key. Follow an item's href instead of building it."));
		Arn arn = new Arn("aws", "app-integrations", where.code(), this.identity.verify(account.alias()),
				item.resource());
		return this.inventory.read(account.alias(), where, item.kind(), arn)
			.map((details) -> IntegrationDetailsJson.of(account.alias(), details, holdings(account, details)))
			.orElseThrow(() -> notFound("AWS says that this item does not exist in " + where
					+ ". It may have been deleted since it was scanned."));
	}

	private Holdings holdings(Account account, IntegrationDetails details) {
		return this.inventory.holdings(account.alias(), List.of(details))
			.getOrDefault(details.arn(), new Holdings(Map.of(), List.of(), List.of()));
	}

	private static ProblemException notFound(String detail) {
		return new ProblemException(ProblemType.NOT_FOUND, detail);
	}

}
