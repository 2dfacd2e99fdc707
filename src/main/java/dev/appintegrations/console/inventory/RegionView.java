package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
 * @param why why it is not wholly read, empty if it is
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
 * @param policy the statement that would allow what was denied, or {@code null}
 * @param scan what the scan knows, or {@code null} if it did not read this region
 */
public record RegionView(String code, String name, String tone, String status, String why, String advice,
		boolean endpoint, boolean optIn, String dataIntegrations, String eventIntegrations, String applications,
		String associations, int total, int calls, String took, @Nullable String policy, @Nullable RegionScan scan) {

	private static final String UNPROVED = "–";

	/**
	 * Prepares the regions of a scan, in the order of the account's table.
	 * @param table the account's table
	 * @param scan the scan, or {@code null} if there was none
	 * @return a view of every region
	 */
	public static List<RegionView> of(List<AccountRegion> table, @Nullable Scan scan) {
		return table.stream().map((region) -> of(region, find(scan, region))).toList();
	}

	private static @Nullable RegionScan find(@Nullable Scan scan, AccountRegion region) {
		return (scan == null) ? null
				: scan.regions()
					.stream()
					.filter((each) -> each.region().equals(region.region()))
					.findFirst()
					.orElse(null);
	}

	private static RegionView of(AccountRegion region, @Nullable RegionScan scan) {
		Words words = words(region, scan);
		int total = (scan != null) ? scan.counts().values().stream().mapToInt(Integer::intValue).sum() : 0;
		return new RegionView(region.region().code(), region.supported().name(), words.tone(), words.status(),
				words.why(), words.advice(), region.supported().support() == Support.AVAILABLE,
				region.supported().optIn(), count(scan, Kind.DATA_INTEGRATION), count(scan, Kind.EVENT_INTEGRATION),
				count(scan, Kind.APPLICATION),
				(scan != null && scan.associations() != null) ? number(scan.associations()) : UNPROVED, total,
				(scan != null) ? scan.calls() : 0,
				(scan != null && scan.took() != null && scan.calls() > 0) ? Moment.seconds(scan.took()) : UNPROVED,
				policy(scan), scan);
	}

	private static String count(@Nullable RegionScan scan, Kind kind) {
		Integer count = (scan != null) ? scan.counts().get(kind) : null;
		return (count != null) ? number(count) : UNPROVED;
	}

	private static String number(int number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	private static Words words(AccountRegion region, @Nullable RegionScan scan) {
		if (region.excludedBecause() != null) {
			return new Words("calm", "left out", "Left out by configuration: " + region.excludedBecause(), "");
		}
		if (scan == null) {
			return new Words("calm", "not scanned", "", "");
		}
		if (scan.outcome() == null) {
			return new Words("busy", "being read", "", "");
		}
		String why = scan.failures().isEmpty() ? "" : why(scan);
		String advice = scan.failures().isEmpty() ? "" : scan.failures().getFirst().advice();
		return switch (scan.outcome()) {
			case LISTED -> new Words("good", "listed", "", "");
			case PARTIAL -> new Words("warning", "partly read", why, advice);
			case DENIED -> new Words("bad", "denied", why, advice);
			case NOT_ENABLED -> new Words("calm", "not enabled", "The account has not enabled this region.", "");
			case NO_PUBLISHED_ENDPOINT -> new Words("calm", "no endpoint",
					"AWS lists this region for the role, but publishes no AppIntegrations endpoint there. Not called.",
					"");
			case UNREACHABLE -> new Words("bad", "unreachable", why, advice);
			case TIMED_OUT -> new Words("bad", "timed out", why, advice);
			case THROTTLED -> new Words("bad", "throttled", why, advice);
			case CREDENTIALS_EXPIRED -> new Words("bad", "credentials expired", why, advice);
			case FAILED -> new Words("bad", "failed", why, advice);
		};
	}

	private static String why(RegionScan scan) {
		RegionScan.ScanFailure first = scan.failures().getFirst();
		int more = scan.failures().size() - 1;
		return first.operation() + ((first.parent() != null) ? " of " + first.parent() : "") + ": " + first.message()
				+ ((more > 0) ? " (and " + Moment.counted(more, "more failure") + ")" : "");
	}

	private static @Nullable String policy(@Nullable RegionScan scan) {
		if (scan == null) {
			return null;
		}
		boolean organisation = scan.failures()
			.stream()
			.anyMatch((failure) -> failure.message().contains("service control policy"));
		List<String> actions = scan.failures()
			.stream()
			.map(RegionScan.ScanFailure::action)
			.filter(Objects::nonNull)
			.map((action) -> "\"" + action + "\"")
			.distinct()
			.sorted()
			.toList();
		return (organisation || actions.isEmpty()) ? null
				: "{\"Effect\": \"Allow\", \"Action\": [" + String.join(", ", actions) + "], \"Resource\": \"*\"}";
	}

	private record Words(String tone, String status, String why, String advice) {

	}

}
