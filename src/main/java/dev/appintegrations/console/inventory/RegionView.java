package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.SupportedRegion.Support;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A region as pages show it.
 *
 * @param code its code
 * @param name its name as AWS writes it
 * @param tone {@code good}, {@code warning}, {@code bad}, {@code calm} or {@code busy}
 * @param status its state in a word or two
 * @param reason why something of it is missing, as it follows a colon; empty if nothing
 * is
 * @param note a calm word about it, empty if there is none
 * @param advice what to do about it, empty if nothing
 * @param endpoint whether AWS publishes one
 * @param optIn whether accounts must enable it
 * @param dataIntegrations how many, a dash if not proved
 * @param eventIntegrations how many, a dash if not proved
 * @param applications how many, a dash if not proved
 * @param associations how many, a dash if not proved
 * @param total items of all kinds, as far as proved
 * @param calls calls answered
 * @param took how long, a dash if it was not read
 * @param lists the lists that were read
 * @param troubles what went wrong, like failures together
 * @param policy the statement that would allow what was denied, or {@code null}
 * @param holders the search for the holders of its associations, or {@code null} if there
 * was none
 */
public record RegionView(String code, String name, String tone, String status, String reason, String note,
		String advice, boolean endpoint, boolean optIn, String dataIntegrations, String eventIntegrations,
		String applications, String associations, int total, int calls, String took, List<ListView> lists,
		List<Trouble> troubles, @Nullable String policy, @Nullable HolderSearchView holders) {

	private static final String UNPROVED = "–";

	private static final String ORGANISATION = "service control policy";

	/** What an operation lists, in words. */
	private static final Map<String, String> LISTED = Map.of("ListDataIntegrations", "data integrations",
			"ListEventIntegrations", "event integrations", "ListApplications", "applications");

	/**
	 * Prepares the regions of a scan, in the order of the account's table.
	 * @param table the account's table
	 * @param scan the scan, or {@code null} if there was none
	 * @return a view of every region
	 */
	public static List<RegionView> of(List<AccountRegion> table, @Nullable Scan scan) {
		boolean interrupted = scan != null && scan.state() == ScanState.INTERRUPTED;
		return table.stream().map((region) -> of(region, find(scan, region), interrupted)).toList();
	}

	private static @Nullable RegionScan find(@Nullable Scan scan, AccountRegion region) {
		return (scan == null) ? null
				: scan.regions()
					.stream()
					.filter((each) -> each.region().equals(region.region()))
					.findFirst()
					.orElse(null);
	}

	private static RegionView of(AccountRegion region, @Nullable RegionScan scan, boolean interrupted) {
		Words words = words(region, scan, interrupted);
		int total = (scan != null) ? scan.counts().values().stream().mapToInt(Integer::intValue).sum() : 0;
		return new RegionView(region.region().code(), region.supported().name(), words.tone(), words.status(),
				words.reason(), words.note(), words.advice(), region.supported().support() == Support.AVAILABLE,
				region.supported().optIn(), count(scan, Kind.DATA_INTEGRATION), count(scan, Kind.EVENT_INTEGRATION),
				count(scan, Kind.APPLICATION),
				(scan != null && scan.associations() != null) ? number(scan.associations()) : UNPROVED, total,
				(scan != null) ? scan.calls() : 0,
				(scan != null && scan.took() != null && scan.calls() > 0) ? Moment.seconds(scan.took()) : UNPROVED,
				(scan != null) ? scan.proof().stream().map(ListView::of).toList() : List.of(),
				(scan != null) ? Trouble.of(scan.failures()) : List.of(),
				(scan != null) ? policy(scan.failures()) : null,
				(scan != null) ? HolderSearchView.of(scan.holders()) : null);
	}

	private static String count(@Nullable RegionScan scan, Kind kind) {
		Integer count = (scan != null) ? scan.counts().get(kind) : null;
		return (count != null) ? number(count) : UNPROVED;
	}

	private static String number(int number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	private static Words words(AccountRegion region, @Nullable RegionScan scan, boolean interrupted) {
		if (region.excludedBecause() != null) {
			return Words.calm("left out", "Left out by configuration: " + region.excludedBecause());
		}
		if (scan == null) {
			return Words.calm("not scanned", "");
		}
		if (scan.outcome() == null) {
			return interrupted
					? new Words("bad", "not read", "the console was stopped before it was read", "", "Scan again.")
					: new Words("busy", "being read", "", "", "");
		}
		String advice = scan.failures().isEmpty() ? "" : scan.failures().getFirst().advice();
		return switch (scan.outcome()) {
			case LISTED -> new Words("good", "listed", "", "", "");
			case PARTIAL -> new Words("warning", "partly read", missing(scan), "", advice);
			case DENIED -> new Words("bad", "denied",
					organisation(scan.failures()) ? "denied by an organisation policy" : "denied", "", advice);
			case NOT_ENABLED -> Words.calm("not enabled", "The account has not enabled this region.");
			case NO_PUBLISHED_ENDPOINT -> Words.calm("no endpoint",
					"AWS lists this region for the role, but publishes no AppIntegrations endpoint there. Not called.");
			case UNREACHABLE -> Words.bad("unreachable", advice);
			case TIMED_OUT -> Words.bad("timed out", advice);
			case THROTTLED -> Words.bad("throttled", advice);
			case CREDENTIALS_EXPIRED -> Words.bad("credentials expired", advice);
			case FAILED -> Words.bad("failed", advice);
		};
	}

	/** What a partly read region does not tell. */
	private static String missing(RegionScan scan) {
		List<String> lists = scan.failures()
			.stream()
			.filter((failure) -> failure.parent() == null)
			.map((failure) -> LISTED.getOrDefault(failure.operation(), failure.operation()))
			.distinct()
			.toList();
		long parents = scan.failures().stream().filter((failure) -> failure.parent() != null).count();
		List<String> missing = new ArrayList<>(lists);
		if (parents > 0) {
			missing.add("associations of " + Moment.counted(parents, "item"));
		}
		return "no answer on " + String.join(", ", missing);
	}

	private static boolean organisation(List<ScanFailure> failures) {
		return failures.stream().anyMatch((failure) -> failure.message().contains(ORGANISATION));
	}

	static @Nullable String policy(List<ScanFailure> failures) {
		List<String> actions = failures.stream()
			.map(ScanFailure::action)
			.filter(Objects::nonNull)
			.distinct()
			.sorted()
			.toList();
		return (organisation(failures) || actions.isEmpty()) ? null
				: actions.stream()
					.map((action) -> "    \"" + action + "\"")
					.collect(Collectors.joining(",\n", "{\n  \"Effect\": \"Allow\",\n  \"Action\": [\n",
							"\n  ],\n  \"Resource\": \"*\"\n}"));
	}

	private record Words(String tone, String status, String reason, String note, String advice) {

		static Words calm(String status, String note) {
			return new Words("calm", status, "", note, "");
		}

		static Words bad(String status, String advice) {
			return new Words("bad", status, status, "", advice);
		}

	}

	/**
	 * The lists of one operation.
	 *
	 * @param operation its name
	 * @param of whose lists they are
	 * @param pages pages read
	 * @param items items on them
	 * @param ended whether every list was read to its end
	 */
	public record ListView(String operation, String of, int pages, int items, boolean ended) {

		private static ListView of(ListProof proof) {
			boolean associations = proof.operation().endsWith("Associations");
			return new ListView(proof.operation(),
					associations ? Moment.counted(proof.parents(), "item") : "the region", proof.pages(), proof.items(),
					proof.ended());
		}

	}

	/**
	 * Failures that are alike.
	 *
	 * @param code AWS's error code, or a word of our own
	 * @param where the calls that failed
	 * @param message what happened, in AWS's words where it answered
	 * @param advice what to do
	 * @param requestIds AWS's request ids, as far as it gave any
	 */
	public record Trouble(String code, String where, String message, String advice, String requestIds) {

		private static final int MOST_IDS = 3;

		static List<Trouble> of(List<ScanFailure> failures) {
			Map<List<String>, List<ScanFailure>> alike = failures.stream()
				.collect(Collectors.groupingBy(
						(failure) -> List.of(failure.code(),
								(failure.parent() != null) ? failure.operation() : failure.message()),
						LinkedHashMap::new, Collectors.toList()));
			return alike.values().stream().map(Trouble::ofAlike).toList();
		}

		private static Trouble ofAlike(List<ScanFailure> alike) {
			ScanFailure first = alike.getFirst();
			List<String> ids = alike.stream().map(ScanFailure::requestId).filter(Objects::nonNull).toList();
			String more = (ids.size() > MOST_IDS) ? " and " + (ids.size() - MOST_IDS) + " more" : "";
			return new Trouble(first.code(), where(alike), first.message(), first.advice(),
					ids.stream().limit(MOST_IDS).collect(Collectors.joining(", ")) + more);
		}

		private static String where(List<ScanFailure> alike) {
			ScanFailure first = alike.getFirst();
			if (first.parent() == null) {
				return alike.stream().map(ScanFailure::operation).distinct().collect(Collectors.joining(", "));
			}
			return first.operation() + " of " + first.parent()
					+ ((alike.size() > 1) ? " and " + (alike.size() - 1) + " more" : "");
		}

	}

}
