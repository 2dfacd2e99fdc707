package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import dev.appintegrations.console.inventory.RegionScan.HolderSearch;
import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class HolderStoreTests {

	private static final AccountAlias ACCOUNT = new AccountAlias("demo");

	private static final Region LONDON = new Region("eu-west-2");

	private static final Instant START = Scans.STARTED;

	private static final Association FIRST = association(1);

	private static final Association SECOND = association(2);

	private final DataSource database = Database.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final ScanStore scans = new ScanStore(this.jdbc, new JdbcTemplate(this.database));

	private final HolderStore holders = new HolderStore(this.jdbc, new JdbcTemplate(this.database));

	private final ItemStore items = new ItemStore(this.jdbc);

	private final UUID scan = UUID.randomUUID();

	private final UUID owner = UUID.randomUUID();

	@BeforeEach
	void settleARegionOfOneItemWithTwoAssociations() {
		RegionScan region = new RegionScan(LONDON, null, Map.of(), null, 0, 0, null, List.of(), List.of());
		this.scans.begin(new Scan(this.scan, ACCOUNT, null, ScanState.RUNNING, "viewer", START, null, List.of(region),
				List.of(), true), this.owner, "demo");
		this.scans.settle(this.scan, region.with(HolderSearch.begun()),
				List.of(Scans.event("orders", List.of(FIRST, SECOND)), Scans.event("unused")));
	}

	@ParameterizedTest
	@CsvSource({ "HELD, ''", "AMBIGUOUS, ''", "UNKNOWN, orders", "ORPHANED, ''", "UNDELETABLE, ''" })
	void findsWhatNobodyHasLookedForAmongTheUnknown(HoldingState state, String name) {
		assertThat(String.join(",", named(state))).isEqualTo(name);
		assertThat(search().state()).isEqualTo(HolderSearch.State.SEARCHING);
	}

	@ParameterizedTest
	@CsvSource({ "HELD, ''", "AMBIGUOUS, ''", "UNKNOWN, ''", "ORPHANED, orders", "UNDELETABLE, orders" })
	void findsAnItemByEachStateOfItsAssociations(HoldingState state, String name) {
		found(Map.of(FIRST.arn(), new Holding.Orphaned("Nobody."), SECOND.arn(), new Holding.Undeletable("Export.")));
		assertThat(String.join(",", named(state))).isEqualTo(name);
	}

	@Test
	void keepsTheProofOfASearch() {
		HolderSearch search = found(Map.of());
		assertThat(search()).isEqualTo(search);
		assertThat(this.scans.searched(this.scan)).containsOnlyKeys(1);
	}

	@Test
	void doesNotBringBackAnAssociationThatIsGoneMeanwhile() {
		Integration orders = item();
		new ScanCorrections(this.jdbc).forget(ACCOUNT, orders.arn(), List.of(FIRST.arn()));
		found(Map.of(FIRST.arn(), new Holding.Orphaned("Nobody."), SECOND.arn(), new Holding.Undeletable("Export.")));
		assertThat(item().associations()).singleElement().satisfies((left) -> {
			assertThat(left.arn()).isEqualTo(SECOND.arn());
			assertThat(Objects.requireNonNull(left.holding()).state()).isEqualTo(HoldingState.UNDELETABLE);
		});
		assertThat(named(HoldingState.ORPHANED)).isEmpty();
		new ScanCorrections(this.jdbc).forget(ACCOUNT, orders.arn(), List.of(SECOND.arn()));
		assertThat(named(HoldingState.UNDELETABLE)).isEmpty();
	}

	@Test
	void knowsASearchWhoseProcessIsSilent() {
		this.scans.finish(this.scan, START);
		this.scans.heartbeat(this.owner, START.plusSeconds(60));
		this.holders.interruptSilentSince(START.plusSeconds(60));
		assertThat(search().state()).isEqualTo(HolderSearch.State.SEARCHING);
		this.holders.interruptSilentSince(START.plusSeconds(61));
		assertThat(search().state()).isEqualTo(HolderSearch.State.INTERRUPTED);
		assertThat(this.scans.find(this.scan).orElseThrow().holdersUnproven()).containsExactly(LONDON);
	}

	@Test
	void interruptsNoSearchThatHasEnded() {
		found(Map.of());
		this.holders.interruptOf(this.owner);
		this.holders.interruptAll();
		this.holders.interrupt(this.scan, LONDON);
		assertThat(search().state()).isEqualTo(HolderSearch.State.FOUND);
	}

	@Test
	void interruptsWhatItsOwnProcessLeaves() {
		this.holders.interruptOf(UUID.randomUUID());
		assertThat(search().state()).isEqualTo(HolderSearch.State.SEARCHING);
		this.holders.interruptOf(this.owner);
		assertThat(search().state()).isEqualTo(HolderSearch.State.INTERRUPTED);
	}

	@Test
	void keepsWhatAnOlderVersionHasFound() {
		DataSource older = Database.at("8");
		JdbcClient client = JdbcClient.create(older);
		client.sql("""
				insert into scan (id, account_alias, state, started_by, started_at, whole_account, excluded, owner,
					heartbeat_at, last_event)
				values ('s', 'demo', 'FINISHED', 'viewer', current_timestamp, true, '[]', 'o', current_timestamp, 1)
				""").update();
		client.sql("""
				insert into scan_item (scan_id, region, number, kind, arn, name, name_sort, undeletable, search_text,
					holding)
				values ('s', 'eu-west-2', 0, 'APPLICATION', 'arn', 'a', 'a', false, 'a', 'ORPHANED')
				""").update();
		Flyway.configure().dataSource(older).load().migrate();
		assertThat(client.sql("select holdings from scan_item").query(String.class).single()).isEqualTo("ORPHANED");
	}

	private HolderSearch found(Map<Arn, Holding> holdings) {
		HolderSearch search = new HolderSearch(HolderSearch.State.FOUND, 3, 1, Duration.ofMillis(250),
				List.of(new ListProof("ListInstances", 1, 2, 12, true)), List.of());
		this.holders.found(this.scan, LONDON, search,
				Map.of(item().arn(), new Holdings(holdings, List.of(), List.of())));
		return search;
	}

	private HolderSearch search() {
		return Objects.requireNonNull(this.scans.find(this.scan).orElseThrow().regions().getFirst().holders());
	}

	private Integration item() {
		return this.items.find(this.scan, query(null)).items().getFirst();
	}

	private List<String> named(HoldingState state) {
		return this.items.find(this.scan, query(state)).items().stream().map(Integration::name).toList();
	}

	private static ItemQuery query(@Nullable HoldingState state) {
		return new ItemQuery(Set.of(), Set.of(), null, null, false, state, ItemQuery.Sort.NAME, false, 0, 50);
	}

	private static Association association(int number) {
		return new Association(Scans.arn("event-integration-association/orders/" + number), "connect.amazonaws.com",
				null, null, null, null, null, Map.of());
	}

}
