package dev.appintegrations.console.inventory.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Arn;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Integrations and applications.
 */
@RestController
@RequestMapping(InventoryPaths.ACCOUNTS + "/{account}/integrations")
@Tag(name = "Integrations")
class IntegrationsApi {

	private static final int MOST_TEXT = 200;

	private final Inventory inventory;

	private final ItemExports exports;

	private final AccountIds ids;

	IntegrationsApi(Inventory inventory, ItemExports exports, AccountIds ids) {
		this.inventory = inventory;
		this.exports = exports;
		this.ids = ids;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "listIntegrations", summary = "The items of a scan, the latest one if none is named")
	IntegrationListJson list(Account account, Filter filter, PageQuery page) {
		Scan scan = scan(account, filter);
		ItemQuery query = filter.toQuery(page);
		return IntegrationListJson.of(scan, query, this.inventory.items(scan.id(), query));
	}

	@GetMapping(produces = "text/csv")
	@Requires(Permission.READ)
	@Operation(operationId = "exportIntegrations", summary = "Everything that matches, as CSV")
	ResponseEntity<byte[]> csv(Account account, Filter filter) {
		return this.exports.csv(scan(account, filter), filter.toQuery(new PageQuery(0, PageQuery.MAX_SIZE)));
	}

	@GetMapping(path = "/{region}/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "getIntegration", summary = "One item with every field, read afresh from AWS")
	IntegrationDetailsJson one(Account account, @PathVariable String region, @PathVariable String key) {
		Region where = account.regions()
			.stream()
			.map(Account.AccountRegion::region)
			.filter((each) -> each.code().equals(region))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This account has no such region."));
		ItemKey item = ItemKey.parse(key)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This address names no integration."));
		String id = this.ids.known(account.alias());
		Arn arn = new Arn("aws", "app-integrations", where.code(), (id != null) ? id : "", item.resource());
		return this.inventory.read(account.alias(), where, item.kind(), arn)
			.map((details) -> IntegrationDetailsJson.of(account.alias(), details))
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "AWS says that there is no "
					+ item.kind().label().toLowerCase(Locale.ROOT) + " of this name or id in " + where + "."));
	}

	private Scan scan(Account account, Filter filter) {
		Scan scan = (filter.scan() != null) ? ScansApi.find(this.inventory, account, filter.scan())
				: this.inventory.latest(account.alias())
					.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
							"There is no scan of this account yet. POST " + InventoryPaths.scans(account.alias())
									+ " starts one."));
		if (Boolean.TRUE.equals(filter.requireComplete()) && !scan.complete()) {
			String holes = scan.unproven().stream().map(Region::code).collect(Collectors.joining(", "));
			throw new ProblemException(Problem
				.of(ProblemType.SCAN_INCOMPLETE,
						"The scan of " + scan.startedAt() + " is not complete"
								+ (holes.isEmpty() ? "." : ": " + holes + " could not be read, or not wholly."))
				.retryAfter(Duration.ofSeconds(30)));
		}
		return scan;
	}

	/**
	 * Which items, from which scan.
	 *
	 * @param scan its id, the latest of the whole account if missing
	 * @param region region codes
	 * @param kind kinds
	 * @param q text in name, ARN, source or description
	 * @param sort {@code name}, {@code kind}, {@code region}, {@code source} or
	 * {@code associations}, with {@code ,desc} for the reverse order
	 * @param requireComplete whether a list with holes is refused
	 */
	record Filter(@Nullable String scan, @Nullable List<String> region, @Nullable List<String> kind, @Nullable String q,
			@Nullable String sort, @Nullable Boolean requireComplete) {

		ItemQuery toQuery(PageQuery page) {
			if (this.q != null && this.q.length() > MOST_TEXT) {
				throw ProblemException.invalidParameter("q", "must have at most " + MOST_TEXT + " characters");
			}
			String[] parts = ((this.sort != null) ? this.sort : "name").split(",", -1);
			ItemQuery.Sort column = Arrays.stream(ItemQuery.Sort.values())
				.filter((each) -> each.name().toLowerCase(Locale.ROOT).equals(parts[0]))
				.filter((each) -> parts.length == 1 || (parts.length == 2 && List.of("asc", "desc").contains(parts[1])))
				.findFirst()
				.orElseThrow(() -> ProblemException.invalidParameter("sort",
						"must be name, kind, region, source or associations, with ,desc for the reverse order"));
			return new ItemQuery(regions(), kinds(), this.q, null, false, column,
					parts.length == 2 && "desc".equals(parts[1]), page.number(), page.size());
		}

		private Set<Region> regions() {
			return values(this.region).map((code) -> {
				try {
					return new Region(code);
				}
				catch (IllegalArgumentException ex) {
					throw ProblemException.invalidParameter("region", "must be a region code, such as eu-west-2");
				}
			}).collect(Collectors.toSet());
		}

		private Set<Kind> kinds() {
			return values(this.kind)
				.map((name) -> Arrays.stream(Kind.values())
					.filter((each) -> each.name().equals(name))
					.findFirst()
					.orElseThrow(() -> ProblemException.invalidParameter("kind",
							"must be one of " + List.of(Kind.values()))))
				.collect(Collectors.toSet());
		}

		private static Stream<String> values(@Nullable List<String> values) {
			return (values != null) ? values.stream() : Stream.of();
		}

	}

}
