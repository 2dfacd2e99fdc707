package dev.appintegrations.console.inventory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is known to be gone out of the newest scan of the whole account and of those
 * after it, so that no list shows it. Older scans stay what they were.
 */
@Component
class ScanCorrections {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	ScanCorrections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes an item out.
	 */
	@Transactional
	public void forget(AccountAlias account, Arn item) {
		for (Row row : rows(account, item)) {
			this.jdbc.sql("delete from scan_item where scan_id = ? and region = ? and number = ?")
				.params(row.scan(), row.region(), row.number())
				.update();
			this.jdbc
				.sql("update scan_region set %1$s = %1$s - 1 where scan_id = ? and region = ? and %1$s > 0"
					.formatted(column(ItemKey.of(item).kind())))
				.params(row.scan(), row.region())
				.update();
			count(row, -row.associations().size());
		}
	}

	/**
	 * Takes associations of an item out.
	 */
	@Transactional
	public void forget(AccountAlias account, Arn item, Collection<Arn> gone) {
		Set<String> arns = gone.stream().map(Arn::toString).collect(Collectors.toSet());
		for (Row row : rows(account, item)) {
			List<StoredAssociation> left = row.associations()
				.stream()
				.filter((each) -> !arns.contains(each.arn()))
				.toList();
			this.jdbc.sql("""
					update scan_item set association_count = ?, associations = ?, holding = ?
					where scan_id = ? and region = ? and number = ?
					""")
				.params(Arrays.asList(left.size(), JSON.writeValueAsString(left), holding(left), row.scan(),
						row.region(), row.number()))
				.update();
			count(row, left.size() - row.associations().size());
		}
	}

	private void count(Row row, int change) {
		this.jdbc.sql("""
				update scan_region set associations = associations + ?
				where scan_id = ? and region = ? and associations >= ?
				""").params(change, row.scan(), row.region(), -change).update();
	}

	private List<Row> rows(AccountAlias account, Arn item) {
		return this.jdbc.sql("""
				select i.scan_id, i.region, i.number, i.associations from scan_item i join scan s on s.id = i.scan_id
				where i.arn = ? and s.account_alias = ? and s.started_at >=
					(select max(started_at) from scan where account_alias = ? and whole_account)
				""")
			.params(item.toString(), account.value(), account.value())
			.query((row, number) -> new Row(row.getString(1), row.getString(2), row.getInt(3),
					associations(row.getString(4))))
			.list();
	}

	private static List<StoredAssociation> associations(@Nullable String json) {
		return (json == null) ? List.of() : JSON.readValue(json, new TypeReference<List<StoredAssociation>>() {
		});
	}

	private static @Nullable String holding(List<StoredAssociation> associations) {
		List<HoldingState> states = associations.stream()
			.map(StoredAssociation::holding)
			.filter(Objects::nonNull)
			.map(SeenHolding::state)
			.toList();
		return states.isEmpty() ? null : HoldingState.worst(states).name();
	}

	private static String column(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> "data_integrations";
			case EVENT_INTEGRATION -> "event_integrations";
			case APPLICATION -> "applications";
		};
	}

	private record Row(String scan, String region, int number, List<StoredAssociation> associations) {

	}

}
