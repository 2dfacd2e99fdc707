package dev.appintegrations.console.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.PageInfo;
import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.HoldingState;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.ScanView;
import dev.appintegrations.console.inventory.SeenHolding;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The integrations page.
 *
 * @param rows the rows of this page
 * @param columns the columns
 * @param tokens filters that are set
 * @param matches how many match, in words
 * @param total items that match
 * @param all items of the scan
 * @param page which page this is
 * @param first link to the first page
 * @param previous link to the page before, or {@code null}
 * @param next link to the page after, or {@code null}
 * @param csv link to the export as CSV
 * @param json link to the export as JSON
 */
record IntegrationsView(List<Row> rows, List<Column> columns, List<Token> tokens, String matches, int total, int all,
		PageInfo page, String first, @Nullable String previous, @Nullable String next, String csv, String json) {

	private static final Map<String, String> CLIENTS = Map.of("connect.amazonaws.com", "Amazon Connect",
			"profile.amazonaws.com", "Customer Profiles", "wisdom.amazonaws.com", "Agent assist (Amazon Q in Connect)");

	private static final int MOST_SOURCE = 48;

	static IntegrationsView of(Account account, ScanView scan, IntegrationsForm form, ItemQuery query, ItemPage page,
			Map<String, String> running) {
		PageInfo info = PageInfo.of(query.page(), query.size(), page.totalItems());
		String size = (query.size() == 50) ? "" : "&size=" + query.size();
		boolean more = info.number() + 1 < info.totalPages();
		String base = "/accounts/" + account.alias() + "/integrations";
		return new IntegrationsView(
				page.items().stream().map((item) -> row(base, item, running.get(item.arn().toString()))).toList(),
				columns(form, size), tokens(scan, form), matches(page), page.totalItems(), page.allItems(), info,
				base + form.with("", null),
				(info.number() > 0) ? form.with("page", Integer.toString(info.number() - 1)) + size : null,
				more ? form.with("page", Integer.toString(info.number() + 1)) + size : null,
				base + "/export" + form.with("format", "csv"), base + "/export" + form.with("format", "json"));
	}

	private static String matches(ItemPage page) {
		return (page.totalItems() == page.allItems()) ? Moment.counted(page.allItems(), "item") : String
			.format(Locale.ROOT, "%,d of %s match", page.totalItems(), Moment.counted(page.allItems(), "item"));
	}

	private static Row row(String base, Integration item, @Nullable String running) {
		String source = (item.source() != null) ? item.source() : "";
		String bus = (item.eventBridgeBus() != null && !item.eventBridgeBus().equals(source)) ? item.eventBridgeBus()
				: "";
		List<Association> associations = item.associations();
		return new Row(item.arn().toString(), item.name(),
				base + "/" + item.region() + "/" + ItemKey.of(item.arn()).encoded(), item.kind().label(),
				item.region().code(), source, shortened(source), bus,
				(associations != null) ? Integer.toString(associations.size()) : "not read",
				(associations != null) ? holders(associations) : "", matters(item), running);
	}

	/** Who holds them where that is proved, otherwise who says to: a hint. */
	private static String holders(List<Association> associations) {
		Map<String, Long> clients = associations.stream()
			.collect(Collectors.groupingBy(IntegrationsView::holder, TreeMap::new, Collectors.counting()));
		return clients.entrySet()
			.stream()
			.map((entry) -> (entry.getValue() > 1) ? entry.getKey() + " ×" + entry.getValue() : entry.getKey())
			.collect(Collectors.joining(", "));
	}

	private static String holder(Association association) {
		SeenHolding holding = association.holding();
		return (holding != null && holding.state() == HoldingState.HELD) ? holding.words() : client(association);
	}

	static String client(Association association) {
		if (association.bulkExport()) {
			return "Bulk export to S3";
		}
		String client = association.clientId();
		return (client != null) ? CLIENTS.getOrDefault(client, client) : "unnamed client";
	}

	private static List<Mark> matters(Integration item) {
		List<Mark> marks = new ArrayList<>();
		List<Association> associations = item.associations();
		if (associations == null) {
			marks.add(new Mark("warning", "Associations not read"));
		}
		else if (item.exported()) {
			marks.add(new Mark("bad", "Can't be deleted"));
		}
		else if (!associations.isEmpty()) {
			marks.add(mark(associations));
		}
		return marks;
	}

	private static Mark mark(List<Association> associations) {
		List<HoldingState> states = associations.stream()
			.map(Association::holding)
			.filter(Objects::nonNull)
			.map(SeenHolding::state)
			.toList();
		if (states.size() < associations.size()) {
			return new Mark("info", "In use, holder not looked for yet");
		}
		return switch (HoldingState.worst(states)) {
			case HELD -> new Mark("info", "In use");
			case AMBIGUOUS -> new Mark("info", "In use, one of several holders");
			case UNKNOWN -> new Mark("warning", "In use, holder not known");
			case ORPHANED -> new Mark("warning", "Orphaned");
			case UNDELETABLE -> new Mark("bad", "Can't be deleted");
		};
	}

	/** Shortened in the middle, since sources differ at both ends. */
	static String shortened(String text) {
		if (text.length() <= MOST_SOURCE) {
			return text;
		}
		return text.substring(0, MOST_SOURCE / 2) + "…" + text.substring(text.length() - MOST_SOURCE / 2 + 1);
	}

	private static List<Column> columns(IntegrationsForm form, String size) {
		List<Column> columns = new ArrayList<>();
		for (ItemQuery.Sort sort : List.of(ItemQuery.Sort.NAME, ItemQuery.Sort.KIND, ItemQuery.Sort.REGION,
				ItemQuery.Sort.SOURCE, ItemQuery.Sort.ASSOCIATIONS)) {
			String name = sort.name().toLowerCase(Locale.ROOT);
			IntegrationsForm.Sorting now = form.sorting();
			boolean sorted = now.column() == sort;
			String to = (sorted && !now.descending()) ? name + ",desc" : name;
			columns.add(new Column(name, label(sort), sorted ? (now.descending() ? "descending" : "ascending") : "none",
					form.with("sort", to) + size, !form.hidden().contains(name)));
		}
		return columns;
	}

	private static String label(ItemQuery.Sort sort) {
		return switch (sort) {
			case NAME -> "Name";
			case KIND -> "Kind";
			case REGION -> "Region";
			case SOURCE -> "Source";
			case ASSOCIATIONS -> "Associations";
		};
	}

	private static List<Token> tokens(ScanView scan, IntegrationsForm form) {
		List<Token> tokens = new ArrayList<>();
		if (form.scan() != null && !form.scan().isBlank()) {
			tokens.add(new Token("Scan of " + scan.started().text(), form.with("scan", null)));
		}
		if (form.q() != null && !form.q().isBlank()) {
			tokens.add(new Token("Text: " + form.q(), form.with("q", null)));
		}
		if (form.region() != null) {
			form.region()
				.stream()
				.filter((code) -> !code.isBlank())
				.forEach((code) -> tokens.add(new Token("Region: " + code, form.without("region", code))));
		}
		if (form.kind() != null) {
			form.kind()
				.stream()
				.filter((kind) -> !kind.isBlank())
				.forEach((kind) -> tokens
					.add(new Token("Kind: " + Kind.valueOf(kind).label(), form.without("kind", kind))));
		}
		if ("yes".equals(form.associated())) {
			tokens.add(new Token("Has associations", form.with("associated", null)));
		}
		if ("no".equals(form.associated())) {
			tokens.add(new Token("No associations", form.with("associated", null)));
		}
		if (form.holding() != null && !form.holding().isBlank()) {
			tokens
				.add(new Token("Holder: " + HoldingState.valueOf(form.holding()).words(), form.with("holding", null)));
		}
		if ("true".equals(form.undeletable())) {
			tokens.add(new Token("Can't be deleted", form.with("undeletable", null)));
		}
		return tokens;
	}

	/**
	 * Whether a column is shown.
	 * @param column its name
	 * @return false if it was hidden
	 */
	public boolean shows(String column) {
		return this.columns.stream().anyMatch((each) -> each.name().equals(column) && each.shown());
	}

	/**
	 * A row.
	 *
	 * @param arn its ARN
	 * @param name its name
	 * @param href its page
	 * @param kind its kind
	 * @param region its region
	 * @param source its source, whole
	 * @param shortSource its source, shortened in the middle
	 * @param bus its event bus, if it tells more than the source
	 * @param associations how many, or that they were not read
	 * @param holders who says to hold them
	 * @param marks what matters
	 * @param running the page of the deletion that deletes it now, or {@code null}
	 */
	record Row(String arn, String name, String href, String kind, String region, String source, String shortSource,
			String bus, String associations, String holders, List<Mark> marks, @Nullable String running) {

	}

	/**
	 * Something that matters about a row.
	 */
	record Mark(String tone, String words) {

	}

	/**
	 * A column.
	 *
	 * @param name its name in addresses
	 * @param label its name for people
	 * @param sorted {@code ascending}, {@code descending} or {@code none}
	 * @param href sorts by it
	 * @param shown whether it is shown
	 */
	record Column(String name, String label, String sorted, String href, boolean shown) {

	}

	/**
	 * A filter that is set.
	 *
	 * @param label what it says
	 * @param href the page without it
	 */
	record Token(String label, String href) {

	}

}
