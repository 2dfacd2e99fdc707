package dev.appintegrations.console.inventory.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Region;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Everything that a query finds in a scan, as a file. A scan with holes says so in the
 * file's name and in the headers {@code X-Inventory-Complete} and
 * {@code X-Inventory-Unproven}; a line about it in the file would break its readers.
 */
@Component
public class ItemExports {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

	private final Inventory inventory;

	ItemExports(Inventory inventory) {
		this.inventory = inventory;
	}

	/**
	 * The items as CSV.
	 * @param scan the scan
	 * @param query which, in which order; its page is ignored
	 * @return a file to save
	 */
	public ResponseEntity<byte[]> csv(Scan scan, ItemQuery query) {
		return ResponseEntity.ok()
			.headers(headers(scan, "csv"))
			.contentType(CSV)
			.body(IntegrationCsv.of(all(scan, query)).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The items as JSON, in the shape of the API's list.
	 * @param scan the scan
	 * @param query which, in which order; its page is ignored
	 * @return a file to save
	 */
	public ResponseEntity<IntegrationListJson> json(Scan scan, ItemQuery query) {
		List<Integration> items = all(scan, query);
		return ResponseEntity.ok()
			.headers(headers(scan, "json"))
			.contentType(MediaType.APPLICATION_JSON)
			.body(IntegrationListJson.ofAll(scan, items));
	}

	private List<Integration> all(Scan scan, ItemQuery query) {
		List<Integration> items = new ArrayList<>();
		ItemPage page;
		int number = 0;
		do {
			page = this.inventory.items(scan.id(),
					new ItemQuery(query.regions(), query.kinds(), query.text(), query.associated(), query.undeletable(),
							query.holding(), query.sort(), query.descending(), number++, ItemQuery.MAX_SIZE));
			items.addAll(page.items());
		}
		while (page.items().size() == ItemQuery.MAX_SIZE);
		return items;
	}

	private static HttpHeaders headers(Scan scan, String extension) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentDisposition(ContentDisposition.attachment().filename(fileName(scan, extension)).build());
		headers.set("X-Inventory-Scan", scan.id().toString());
		headers.set("X-Inventory-Complete", Boolean.toString(scan.complete()));
		headers.set("X-Inventory-Unproven",
				scan.unproven().stream().map(Region::code).collect(Collectors.joining(", ")));
		return headers;
	}

	private static String fileName(Scan scan, String extension) {
		String time = scan.startedAt().toString().replaceAll("[-:]|\\.[0-9]+", "");
		return scan.account() + "-integrations-" + time + (scan.complete() ? "" : "-incomplete") + "." + extension;
	}

}
