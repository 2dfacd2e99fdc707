package dev.appintegrations.console.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.appintegrations.console.inventory.RegionScan.HolderSearch;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what scans find out about who holds associations. A search begins in the
 * transaction that settles its region.
 */
@Component
class HolderStore {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String INTERRUPT = "update scan_region set holder_state = 'INTERRUPTED' where holder_state = 'SEARCHING'";

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	HolderStore(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/**
	 * Stores who holds the associations of a region's items, as the next event of the
	 * scan's searches. Associations that are known to be gone meanwhile stay so.
	 * @param found by the item's ARN
	 */
	@Transactional
	public void found(UUID scan, Region region, HolderSearch search, Map<Arn, Holdings> found) {
		this.jdbc.sql("update scan set last_holder_event = last_holder_event + 1 where id = ?")
			.param(scan.toString())
			.update();
		this.jdbc.sql("""
				update scan_region set holder_event = (select last_holder_event from scan where id = ?),
					holder_state = ?, holder_calls = ?, holder_refused = ?, holder_took_ms = ?, holder_proof = ?,
					holder_failures = ?
				where scan_id = ? and region = ?
				""")
			.params(Arrays.asList(scan.toString(), search.state().name(), search.calls(), search.refused(),
					(search.took() != null) ? search.took().toMillis() : null, JSON.writeValueAsString(search.proof()),
					ScanStore.clean(JSON.writeValueAsString(search.failures())), scan.toString(), region.code()))
			.update();
		List<@Nullable Object[]> rows = new ArrayList<>();
		held(scan, region).forEach((number, item) -> {
			Holdings holdings = found.get(item.arn());
			if (holdings != null) {
				List<StoredAssociation> associations = item.associations()
					.stream()
					.map((each) -> each.toAssociation().with(SeenHolding.of(holdings.of(Arn.parse(each.arn())))))
					.map(StoredAssociation::of)
					.toList();
				rows.add(new @Nullable Object[] { StoredAssociation.states(associations),
						ScanStore.clean(JSON.writeValueAsString(associations)), scan.toString(), region.code(),
						number });
			}
		});
		this.batch.batchUpdate(
				"update scan_item set holdings = ?, associations = ? where scan_id = ? and region = ? and number = ?",
				rows);
	}

	/**
	 * The items that have associations now, by their numbers, kept from others until the
	 * end.
	 */
	private Map<Integer, Item> held(UUID scan, Region region) {
		return this.jdbc.sql("""
				select number, arn, associations from scan_item
				where scan_id = ? and region = ? and association_count > 0 for update
				""")
			.params(scan.toString(), region.code())
			.query((row, index) -> Map.entry(row.getInt(1),
					new Item(Arn.parse(row.getString(2)), StoredAssociation.list(row.getString(3)))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Marks a search as interrupted, unless it has ended.
	 */
	void interrupt(UUID scan, Region region) {
		this.jdbc.sql(INTERRUPT + " and scan_id = ? and region = ?").params(scan.toString(), region.code()).update();
	}

	/**
	 * Marks searches as interrupted whose process is silent.
	 */
	void interruptSilentSince(Instant at) {
		this.jdbc.sql(INTERRUPT + " and scan_id in (select id from scan where heartbeat_at < ?)")
			.param(ScanStore.time(at))
			.update();
	}

	void interruptAll() {
		this.jdbc.sql(INTERRUPT).update();
	}

	void interruptOf(UUID owner) {
		this.jdbc.sql(INTERRUPT + " and scan_id in (select id from scan where owner = ?)")
			.param(owner.toString())
			.update();
	}

	private record Item(Arn arn, List<StoredAssociation> associations) {

	}

}
