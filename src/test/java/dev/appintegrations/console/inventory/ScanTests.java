package dev.appintegrations.console.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.console.ConsoleTest;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.emulator.EmulatorServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

@ConsoleTest
class ScanTests {

	private static final AccountAlias ACCOUNT = new AccountAlias("trouble");

	private static final String LONDON = "eu-west-2";

	@Autowired
	private Inventory inventory;

	@BeforeEach
	void startWithASmallAccount() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "sandbox");
	}

	@Test
	void listsEveryRegionAndProvesIt() throws Exception {
		Scan scan = scan();
		assertThat(scan.complete()).isTrue();
		assertThat(scan.accountId()).isEqualTo(TestAccounts.TROUBLE);
		assertThat(region(scan, "us-east-1").counts()).containsOnly(Map.entry(Kind.DATA_INTEGRATION, 1),
				Map.entry(Kind.EVENT_INTEGRATION, 1), Map.entry(Kind.APPLICATION, 1));
		assertThat(region(scan, "us-east-1").associations()).isEqualTo(3);
		assertThat(region(scan, "us-west-2").counts().values()).containsOnly(0);
		assertThat(region(scan, "us-west-2").proof()).hasSize(3).allMatch(RegionScan.ListProof::ended);
		assertThat(scan.notEnabled()).containsExactly(new Region("af-south-1"));
		assertThat(region(scan, "ap-south-1").outcome()).isEqualTo(RegionOutcome.NO_PUBLISHED_ENDPOINT);
	}

	@Test
	void makesExactlyTheCallsThatItNeeds() throws Exception {
		EmulatorServer.forgetCalls(TestAccounts.TROUBLE);
		Scan scan = scan();
		List<Map<String, Object>> calls = EmulatorServer.calls(TestAccounts.TROUBLE)
			.stream()
			.filter((call) -> "app-integrations".equals(call.get("service")))
			.toList();
		int regions = 10;
		int items = 6;
		assertThat(calls).hasSize(3 * regions + items);
		assertThat(scan.calls()).isEqualTo(3 * regions + items);
		assertThat(calls).noneMatch((call) -> "ap-south-1".equals(call.get("region")));
	}

	@Test
	void findsWhoHoldsTheAssociationsAfterTheLists() throws Exception {
		EmulatorServer.reset(TestAccounts.TROUBLE, "sandbox");
		Scan scan = scan();
		RegionScan virginia = searched(scan, "us-east-1");
		assertThat(virginia.holders()).extracting(RegionScan.HolderSearch::state)
			.isEqualTo(RegionScan.HolderSearch.State.FOUND);
		assertThat(holdings(scan)).contains(entry("orders-created", "Amazon Connect instance contact-centre-us-east-1"),
				entry("handbook", "Agent assist (Amazon Q in Connect) knowledge base handbook"));
	}

	@Test
	void listsARegionWhoseHoldersAreDeniedAndSaysWhichCall() throws Exception {
		EmulatorServer.reset(TestAccounts.TROUBLE, "sandbox");
		fault(Map.of("service", "connect", "operation", "ListInstances", "status", 403, "code", "AccessDeniedException",
				"message", "No."));
		Scan scan = scan();
		RegionScan virginia = searched(scan, "us-east-1");
		assertThat(virginia.outcome()).isEqualTo(RegionOutcome.LISTED);
		assertThat(virginia.holders()).extracting(RegionScan.HolderSearch::state)
			.isEqualTo(RegionScan.HolderSearch.State.PARTIAL);
		assertThat(holdings(scan).get("orders-created")).contains("ListInstances");
		assertThat(this.inventory
			.items(scan.id(),
					new ItemQuery(Set.of(), Set.of(), null, null, false, HoldingState.UNKNOWN, ItemQuery.Sort.NAME,
							false, 0, 50))
			.items()).extracting(Integration::name).contains("orders-created", "Order desk");
	}

	private RegionScan searched(Scan scan, String code) {
		Awaitility.await().until(() -> {
			RegionScan.HolderSearch search = region(this.inventory.find(ACCOUNT, scan.id()).orElseThrow(), code)
				.holders();
			return search != null && search.state() != RegionScan.HolderSearch.State.SEARCHING;
		});
		return region(this.inventory.find(ACCOUNT, scan.id()).orElseThrow(), code);
	}

	private Map<String, String> holdings(Scan scan) {
		Map<String, String> words = new HashMap<>();
		this.inventory.items(scan.id(), query(new Region("us-east-1")))
			.items()
			.forEach((item) -> Objects.requireNonNull(item.associations())
				.forEach((each) -> words.put(item.name(), Objects.requireNonNull(each.holding()).words())));
		return words;
	}

	@Test
	void readsEveryPageOfALongList() throws Exception {
		EmulatorServer.reset(TestAccounts.TROUBLE, "demo");
		Scan scan = scan();
		assertThat(region(scan, "us-east-1").counts()).containsEntry(Kind.EVENT_INTEGRATION, 60);
		assertThat(region(scan, "us-east-1").proof())
			.filteredOn((list) -> "ListEventIntegrations".equals(list.operation()))
			.first()
			.extracting(RegionScan.ListProof::pages)
			.isEqualTo(2);
		assertThat(this.inventory.items(scan.id(), query(new Region("us-east-1"))).totalItems()).isEqualTo(68);
	}

	@Test
	void countsWhatNobodyCanDelete() throws Exception {
		EmulatorServer.reset(TestAccounts.TROUBLE, "demo");
		Scan scan = scan();
		ItemPage undeletable = this.inventory.items(scan.id(),
				new ItemQuery(Set.of(), Set.of(), null, null, true, null, ItemQuery.Sort.NAME, false, 0, 50));
		assertThat(undeletable.items()).isNotEmpty().allMatch(Integration::exported);
		assertThat(this.inventory.undeletable(scan.id())).isEqualTo(undeletable.items().size());
	}

	@ParameterizedTest
	@CsvSource({ "AccessDeniedException, 403, DENIED", "ExpiredTokenException, 403, CREDENTIALS_EXPIRED",
			"UnrecognizedClientException, 403, FAILED", "SignatureDoesNotMatch, 403, FAILED",
			"ResourceQuotaExceededException, 429, FAILED" })
	void tellsWhyARegionCouldNotBeReadAndReadsTheOthers(String code, int status, RegionOutcome outcome)
			throws Exception {
		fault(Map.of("region", LONDON, "status", status, "code", code, "message",
				"User: x is not authorized to perform: app-integrations:ListApplications on resource: arn:aws:x:y:z:1:* because no identity-based policy allows it"));
		Scan scan = scan();
		assertThat(region(scan, LONDON).outcome()).isEqualTo(outcome);
		assertThat(region(scan, LONDON).counts()).isEmpty();
		assertThat(region(scan, LONDON).failures()).hasSize(3)
			.allSatisfy((failure) -> assertThat(failure.code()).isEqualTo(code))
			.allSatisfy((failure) -> assertThat(failure.requestId()).isNotBlank())
			.allSatisfy((failure) -> assertThat(failure.advice()).isNotBlank());
		othersAreListed(scan);
	}

	@ParameterizedTest
	@CsvSource({ "HANG, TIMED_OUT", "RESET, UNREACHABLE", "HTML, FAILED", "TRUNCATE, FAILED" })
	void survivesWhatNetworksDo(String action, RegionOutcome outcome) throws Exception {
		fault(Map.of("region", LONDON, "action", action));
		Scan scan = scan();
		assertThat(region(scan, LONDON).failures()).isNotEmpty();
		assertThat(region(scan, LONDON).outcome()).as("%s", region(scan, LONDON).failures()).isEqualTo(outcome);
		othersAreListed(scan);
	}

	@Test
	void keepsWhatWasReadOfAPartlyFailedRegion() throws Exception {
		fault(Map.of("region", LONDON, "operation", "ListApplications", "status", 403, "code", "AccessDeniedException",
				"message", "no"));
		RegionScan london = region(scan(), LONDON);
		assertThat(london.outcome()).isEqualTo(RegionOutcome.PARTIAL);
		assertThat(london.counts()).containsOnly(Map.entry(Kind.DATA_INTEGRATION, 1),
				Map.entry(Kind.EVENT_INTEGRATION, 2));
	}

	@Test
	void showsItemsWhoseAssociationsCouldNotBeRead() throws Exception {
		fault(Map.of("region", LONDON, "operation", "ListEventIntegrationAssociations", "status", 403, "code",
				"AccessDeniedException", "message", "no"));
		Scan scan = scan();
		assertThat(region(scan, LONDON).outcome()).isEqualTo(RegionOutcome.PARTIAL);
		assertThat(region(scan, LONDON).associations()).isNull();
		assertThat(this.inventory.items(scan.id(), query(new Region(LONDON))).items())
			.filteredOn((item) -> item.kind() == Kind.EVENT_INTEGRATION)
			.hasSize(2)
			.allMatch((item) -> item.associations() == null);
	}

	@Test
	void waitsOutThrottlingSoThatNobodySeesIt() throws Exception {
		fault(Map.of("region", LONDON, "times", 3, "status", 429, "code", "ThrottlingException", "message",
				"Rate exceeded"));
		Scan scan = scan();
		assertThat(scan.complete()).isTrue();
		assertThat(region(scan, LONDON).refused()).isEqualTo(3);
	}

	@Test
	void namesTheOrganisationsPolicy() throws Exception {
		EmulatorServer.set(TestAccounts.TROUBLE, "regions", Map.of(LONDON, "DENIED_BY_SCP"));
		RegionScan london = region(scan(), LONDON);
		assertThat(london.outcome()).isEqualTo(RegionOutcome.DENIED);
		assertThat(london.failures().getFirst().advice()).contains("organisation policy");
		assertThat(london.failures().getFirst().action()).startsWith("app-integrations:List");
	}

	@Test
	void joinsAScanThatReadsTheSameRegions() throws Exception {
		EmulatorServer.set(TestAccounts.TROUBLE, "network", Map.of("default", Map.of("latencyMs", 300)));
		Scan first = this.inventory.start(ACCOUNT, Set.of(), "operator");
		Scan second = this.inventory.start(ACCOUNT, Set.of(), "viewer");
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(await(first).startedBy()).isEqualTo("operator");
	}

	@Test
	void readsOnlyTheRegionsThatAreAskedFor() throws Exception {
		Scan scan = await(this.inventory.start(ACCOUNT, Set.of(new Region(LONDON)), "operator"));
		assertThat(scan.regions()).extracting(RegionScan::region).containsExactly(new Region(LONDON));
		assertThat(scan.wholeAccount()).isFalse();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.inventory.start(ACCOUNT, Set.of(new Region("eu-north-1")), "operator"));
	}

	@Test
	void tellsLateWatchersWhatTheyMissed() throws Exception {
		Scan scan = scan();
		List<Integer> numbers = new CopyOnWriteArrayList<>();
		CountDownLatch finished = new CountDownLatch(1);
		this.inventory.watch(ACCOUNT, scan.id(), 4, (event) -> {
			numbers.add(event.number());
			if (event.finished()) {
				finished.countDown();
			}
		});
		assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(numbers).containsExactly(5, 6, 7, 8, 9, 10, 11, 12);
	}

	@Test
	void readsOneItemWithEveryField() throws Exception {
		Scan scan = scan();
		Integration handbook = this.inventory.items(scan.id(), query(new Region("us-east-1")))
			.items()
			.stream()
			.filter((item) -> "handbook".equals(item.name()))
			.findFirst()
			.orElseThrow();
		IntegrationDetails details = this.inventory.read(ACCOUNT, handbook.region(), handbook.kind(), handbook.arn())
			.orElseThrow();
		assertThat(details.fields()).containsEntry("SourceURI", "s3://example-sandbox-handbook").containsKey("KmsKey");
		assertThat(details.tags()).containsEntry("team", "contact-centre");
		assertThat(details.associations()).singleElement()
			.extracting(Association::clientId)
			.isEqualTo("wisdom.amazonaws.com");
		Arn gone = new Arn("aws", "app-integrations", "us-east-1", TestAccounts.TROUBLE, "event-integration/gone");
		assertThat(this.inventory.read(ACCOUNT, new Region("us-east-1"), Kind.EVENT_INTEGRATION, gone)).isEmpty();
	}

	private Scan scan() throws Exception {
		return await(this.inventory.start(ACCOUNT, Set.of(), "operator"));
	}

	private Scan await(Scan scan) throws Exception {
		CountDownLatch finished = new CountDownLatch(1);
		AutoCloseable watch = this.inventory.watch(ACCOUNT, scan.id(), 0, (event) -> {
			if (event.finished()) {
				finished.countDown();
			}
		});
		assertThat(finished.await(30, TimeUnit.SECONDS)).as("the scan ends").isTrue();
		watch.close();
		return this.inventory.find(ACCOUNT, scan.id()).orElseThrow();
	}

	private static void fault(Map<String, Object> fault) {
		Map<String, Object> all = new HashMap<>(fault);
		all.putIfAbsent("service", "app-integrations");
		EmulatorServer.faults(TestAccounts.TROUBLE, List.of(all));
	}

	private static RegionScan region(Scan scan, String code) {
		return scan.regions()
			.stream()
			.filter((region) -> region.region().code().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private static void othersAreListed(Scan scan) {
		assertThat(scan.state()).isEqualTo(ScanState.FINISHED);
		assertThat(scan.unproven()).containsExactly(new Region(LONDON));
		assertThat(scan.complete()).isFalse();
	}

	private static ItemQuery query(Region region) {
		return new ItemQuery(Set.of(region), Set.of(), null, null, false, null, ItemQuery.Sort.NAME, false, 0, 500);
	}

}
