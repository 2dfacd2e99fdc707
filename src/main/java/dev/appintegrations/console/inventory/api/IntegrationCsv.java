package dev.appintegrations.console.inventory.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Integration;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Items as CSV (RFC 4180): a header, one line per item, every cell quoted, so that no
 * spreadsheet splits one at a semicolon; an empty cell without quotes is unknown.
 */
final class IntegrationCsv {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setQuoteMode(QuoteMode.ALL_NON_NULL)
		.setHeader("region", "kind", "name", "arn", "source", "eventBridgeBus", "applicationType", "description",
				"associations", "bulkExports", "createdAt", "lastModifiedAt", "tags", "holders")
		.get();

	private IntegrationCsv() {
	}

	/**
	 * Writes items.
	 * @param items the items, in order
	 * @return the text
	 */
	static String of(List<Integration> items) {
		StringBuilder text = new StringBuilder();
		try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
			for (Integration item : items) {
				printer.printRecord(cells(item));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	private static @Nullable Object[] cells(Integration item) {
		List<Association> associations = item.associations();
		return new @Nullable Object[] { item.region().code(), item.kind().name(), SpreadsheetCell.safe(item.name()),
				SpreadsheetCell.safe(item.arn().toString()), SpreadsheetCell.safe(item.source()),
				SpreadsheetCell.safe(item.eventBridgeBus()), SpreadsheetCell.safe(item.applicationType()),
				SpreadsheetCell.safe(item.description()), (associations != null) ? associations.size() : null,
				(associations != null) ? associations.stream().filter(Association::bulkExport).count() : null,
				item.createdAt(), item.lastModifiedAt(), SpreadsheetCell.safe(tags(item.tags())),
				SpreadsheetCell.safe((associations != null) ? holders(associations) : null) };
	}

	/** Known only when somebody has looked for all of them. */
	private static @Nullable String holders(List<Association> associations) {
		List<String> words = associations.stream()
			.map(Association::holding)
			.filter(Objects::nonNull)
			.map((holding) -> holding.state() + ": " + holding.words())
			.toList();
		return (words.size() < associations.size()) ? null : String.join("; ", words);
	}

	private static @Nullable String tags(@Nullable Map<String, String> tags) {
		if (tags == null) {
			return null;
		}
		return new TreeMap<>(tags).entrySet()
			.stream()
			.map((tag) -> tag.getKey() + "=" + tag.getValue())
			.collect(Collectors.joining("; "));
	}

}
