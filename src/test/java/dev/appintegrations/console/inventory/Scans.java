package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.SupportedRegion;
import org.jspecify.annotations.Nullable;

/**
 * Scans and items to show on pages.
 */
public final class Scans {

	public static final Instant STARTED = Instant.parse("2026-11-23T14:02:31Z");

	public static final AccountAlias ALIAS = new AccountAlias("demo");

	public static final Account ACCOUNT = new Account(ALIAS, "Demo contact centre", true, null, false,
			SupportedRegion.DOCUMENTED.stream()
				.map((region) -> new Account.AccountRegion(region, null, false))
				.toList());

	private static final String ORGANISATION = "User: arn:aws:iam::111122223333:user/x is not authorized to perform: app-integrations:ListApplications with an explicit deny in a service control policy";

	private final Map<String, RegionScan> regions = new LinkedHashMap<>();

	private ScanState state = ScanState.FINISHED;

	private Scans() {
	}

	/**
	 * A finished scan: nothing in any region, Mumbai without endpoint, Cape Town not
	 * enabled.
	 */
	public static Scans finished() {
		Scans scans = new Scans();
		SupportedRegion.DOCUMENTED.forEach((region) -> scans.listed(region.region().code(), 0, 0, 0, 0));
		return scans.with("ap-south-1", RegionOutcome.NO_PUBLISHED_ENDPOINT, Map.of(), List.of(), List.of())
			.with("af-south-1", RegionOutcome.NOT_ENABLED, Map.of(), List.of(failure("ListApplications", null,
					"UnrecognizedClientException", "The security token included in the request is invalid.", null)),
					List.of());
	}

	public Scans listed(String region, int data, int events, int applications, int associations) {
		Map<Kind, Integer> counts = Map.of(Kind.DATA_INTEGRATION, data, Kind.EVENT_INTEGRATION, events,
				Kind.APPLICATION, applications);
		this.regions.put(region,
				new RegionScan(new Region(region), RegionOutcome.LISTED, counts, associations, 3, 0,
						Duration.ofMillis(120),
						List.of(new ListProof("ListEventIntegrations", 1, 2, events, true),
								new ListProof("ListEventIntegrationAssociations", events, events, associations, true)),
						List.of()));
		return this;
	}

	public Scans deniedByOrganisation(String region) {
		return with(region, RegionOutcome.DENIED, Map.of(),
				List.of(failure("ListApplications", null, "AccessDeniedException", ORGANISATION,
						"app-integrations:ListApplications")),
				List.of(new ListProof("ListApplications", 1, 0, 0, false)));
	}

	public Scans denied(String region, String... actions) {
		return with(region, RegionOutcome.DENIED, Map.of(),
				Arrays.stream(actions)
					.map((action) -> failure(action, null, "AccessDeniedException",
							"not authorized to perform: app-integrations:" + action, "app-integrations:" + action))
					.toList(),
				List.of());
	}

	public Scans failed(String region, RegionOutcome outcome) {
		return with(region, outcome, Map.of(),
				List.of(failure("ListApplications", null, outcome.name(), "no answer", null)), List.of());
	}

	/** Data integrations read, applications not, nor the associations of two items. */
	public Scans partly(String region, int data) {
		return with(region, RegionOutcome.PARTIAL, Map.of(Kind.DATA_INTEGRATION, data),
				List.of(failure("ListApplications", null, "InternalServiceError", "AWS broke", null),
						failure("ListDataIntegrationAssociations", "orders", "InternalServiceError", "AWS broke", null),
						failure("ListDataIntegrationAssociations", "<b>returns</b>", "InternalServiceError",
								"AWS broke", null)),
				List.of());
	}

	/** A region whose associations' holders have been looked for, or are. */
	public Scans searched(String region, RegionScan.HolderSearch search) {
		this.regions.computeIfPresent(region, (code, scan) -> scan.with(search));
		return this;
	}

	/** A search that proved everything. */
	public static RegionScan.HolderSearch found() {
		return new RegionScan.HolderSearch(RegionScan.HolderSearch.State.FOUND, 4, 0, Duration.ofMillis(310),
				List.of(new ListProof("ListInstances", 1, 2, 12, true),
						new ListProof("ListIntegrationAssociations", 12, 12, 3, true)),
				List.of());
	}

	/** A search that was denied a call. */
	public static RegionScan.HolderSearch foundInPart() {
		return new RegionScan.HolderSearch(RegionScan.HolderSearch.State.PARTIAL, 1, 0, Duration.ofMillis(50),
				List.of(new ListProof("ListInstances", 1, 0, 0, false)),
				List.of(failure("ListInstances", "orders", "AccessDeniedException",
						"not authorized to perform: connect:ListInstances", "connect:ListInstances")));
	}

	public static RegionScan.HolderSearch searching() {
		return RegionScan.HolderSearch.begun();
	}

	public static RegionScan.HolderSearch searchInterrupted() {
		return new RegionScan.HolderSearch(RegionScan.HolderSearch.State.INTERRUPTED, 0, 0, null, List.of(), List.of());
	}

	public Scans running(String... unsettled) {
		this.state = ScanState.RUNNING;
		return unsettled(unsettled);
	}

	public Scans interrupted(String... unsettled) {
		this.state = ScanState.INTERRUPTED;
		return unsettled(unsettled);
	}

	private Scans unsettled(String... codes) {
		for (String code : codes) {
			this.regions.put(code,
					new RegionScan(new Region(code), null, Map.of(), null, 0, 0, null, List.of(), List.of()));
		}
		return this;
	}

	private Scans with(String region, RegionOutcome outcome, Map<Kind, Integer> counts, List<ScanFailure> failures,
			List<ListProof> proof) {
		this.regions.put(region, new RegionScan(new Region(region), outcome, counts, null, 3, 0, Duration.ofMillis(80),
				proof, failures));
		return this;
	}

	private static ScanFailure failure(String operation, @Nullable String parent, String code, String message,
			@Nullable String action) {
		return new ScanFailure(operation, parent, code, message, "id-of-" + operation, action,
				"What to do about " + code + ".");
	}

	public Scan scan() {
		return new Scan(UUID.fromString("6f0f0c66-54a9-4c5c-9b0e-3c6a8b1d2e3f"), ALIAS, "111122223333", this.state,
				"operator", STARTED, (this.state == ScanState.FINISHED) ? STARTED.plusMillis(610) : null,
				new ArrayList<>(this.regions.values()), List.of(), true);
	}

	public ScanView view() {
		return ScanView.of(ACCOUNT, scan(), STARTED.plusSeconds(60));
	}

	/** An event integration without associations. */
	public static Integration event(String name) {
		return event(name, List.of());
	}

	public static Integration event(String name, @Nullable List<Association> associations) {
		return new Integration(new Region("eu-west-2"), Kind.EVENT_INTEGRATION, arn("event-integration/" + name), name,
				"aws.partner/example.com/" + name, "default", null, "A description", Map.of(), null, null,
				associations);
	}

	public static Association association(String clientId, @Nullable String destinationUri) {
		return new Association(arn("event-integration-association/1"), clientId, destinationUri, "rule", null, null,
				null, Map.of());
	}

	/** An association of which a scan has found who holds it. */
	public static Association association(String clientId, @Nullable String destinationUri, HoldingState state,
			String words) {
		return new Association(arn("event-integration-association/1"), clientId, destinationUri, "rule", null, null,
				null, Map.of(), new SeenHolding(state, words));
	}

	public static Arn arn(String resource) {
		return new Arn("aws", "app-integrations", "eu-west-2", "111122223333", resource);
	}

}
