package dev.appintegrations.console.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the items of scans.
 */
@Component
class ItemStore {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	ItemStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	ItemPage find(UUID scan, ItemQuery query) {
		List<Object> parameters = new ArrayList<>();
		String where = where(scan, query, parameters);
		int total = this.jdbc.sql("select count(*) from scan_item " + where)
			.params(parameters)
			.query(Integer.class)
			.single();
		int all = this.jdbc.sql("select count(*) from scan_item where scan_id = ?")
			.param(scan.toString())
			.query(Integer.class)
			.single();
		parameters.add((long) query.page() * query.size());
		parameters.add(query.size());
		List<Integration> items = this.jdbc
			.sql("select * from scan_item " + where + " order by " + order(query)
					+ " offset ? rows fetch first ? rows only")
			.params(parameters)
			.query((row, number) -> item(row))
			.list();
		return new ItemPage(items, total, all);
	}

	int countUndeletable(UUID scan) {
		return this.jdbc.sql("select count(*) from scan_item where scan_id = ? and undeletable")
			.param(scan.toString())
			.query(Integer.class)
			.single();
	}

	Optional<Integration> find(UUID scan, Region region, Arn arn) {
		return this.jdbc.sql("select * from scan_item where scan_id = ? and region = ? and arn = ?")
			.params(scan.toString(), region.code(), arn.toString())
			.query((row, number) -> item(row))
			.optional();
	}

	private static String where(UUID scan, ItemQuery query, List<Object> parameters) {
		StringBuilder where = new StringBuilder("where scan_id = ?");
		parameters.add(scan.toString());
		in(where, "region", query.regions().stream().map(Region::code).sorted().toList(), parameters);
		in(where, "kind", query.kinds().stream().map(Kind::name).sorted().toList(), parameters);
		if (query.text() != null && !query.text().isBlank()) {
			where.append(" and search_text like ? escape '!'");
			parameters.add("%" + query.text()
				.strip()
				.toLowerCase(Locale.ROOT)
				.replace("\u0000", "\uFFFD")
				.replace("!", "!!")
				.replace("%", "!%")
				.replace("_", "!_") + "%");
		}
		if (query.associated() != null) {
			where.append(query.associated() ? " and association_count > 0" : " and association_count = 0");
		}
		if (query.undeletable()) {
			where.append(" and undeletable");
		}
		if (query.holding() != null) {
			where.append((query.holding() == HoldingState.UNKNOWN)
					? " and (holdings like ? or holdings is null and association_count > 0)" : " and holdings like ?");
			parameters.add("%" + query.holding().name() + "%");
		}
		return where.toString();
	}

	private static void in(StringBuilder where, String column, List<String> values, List<Object> parameters) {
		if (!values.isEmpty()) {
			where.append(" and ").append(column).append(" in (?").append(", ?".repeat(values.size() - 1)).append(')');
			parameters.addAll(values);
		}
	}

	private static String order(ItemQuery query) {
		String direction = query.descending() ? " desc" : "";
		return switch (query.sort()) {
			case NAME -> "name_sort" + direction + ", region, kind, arn";
			case KIND -> "kind" + direction + ", name_sort, region, arn";
			case REGION -> "region" + direction + ", name_sort, kind, arn";
			case SOURCE -> "source" + direction + " nulls last, name_sort, region, arn";
			case ASSOCIATIONS -> "association_count" + direction + " nulls last, name_sort, region, arn";
		};
	}

	private static Integration item(ResultSet row) throws SQLException {
		String tags = row.getString("tags");
		String associations = row.getString("associations");
		return new Integration(new Region(row.getString("region")), Kind.valueOf(row.getString("kind")),
				Arn.parse(row.getString("arn")), row.getString("name"), row.getString("source"),
				row.getString("event_bus"), row.getString("application_type"), row.getString("description"),
				(tags != null) ? JSON.readValue(tags, new TypeReference<Map<String, String>>() {
				}) : null, ScanStore.instant(row, "created_at"), ScanStore.instant(row, "last_modified_at"),
				associations(associations));
	}

	private static @Nullable List<Association> associations(@Nullable String json) {
		return (json == null) ? null
				: StoredAssociation.list(json).stream().map(StoredAssociation::toAssociation).toList();
	}

}
