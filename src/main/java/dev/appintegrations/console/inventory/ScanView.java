package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A scan as pages show it.
 *
 * @param id its id
 * @param href its page
 * @param events its server-sent events, for pages
 * @param tone of its state
 * @param status its state in a word or two
 * @param running whether it still runs
 * @param complete whether nothing can be missing
 * @param stale whether it is so old that things may have changed
 * @param started when it began
 * @param startedBy who asked for it
 * @param took how long it took, or {@code null} while it runs
 * @param calls calls answered
 * @param refused calls throttled
 * @param items integrations and applications found, as far as proved
 * @param settled regions that are settled
 * @param regions views of the regions
 */
public record ScanView(String id, String href, String events, String tone, String status, boolean running,
		boolean complete, boolean stale, Moment started, String startedBy, @Nullable String took, int calls,
		int refused, int items, int settled, List<RegionView> regions) {

	/** When a scan is stale. */
	private static final Duration FRESH = Duration.ofMinutes(15);

	/**
	 * Prepares a scan.
	 * @param account its account
	 * @param scan the scan
	 * @param now the present
	 * @return the scan as pages show it
	 */
	public static ScanView of(Account account, Scan scan, Instant now) {
		List<RegionView> regions = RegionView.of(account.regions()
			.stream()
			.filter((region) -> scan.wholeAccount()
					|| scan.regions().stream().anyMatch((each) -> each.region().equals(region.region())))
			.toList(), scan);
		String href = "/accounts/" + account.alias() + "/scans/" + scan.id();
		boolean running = scan.state() == ScanState.RUNNING;
		int items = regions.stream().mapToInt(RegionView::total).sum();
		int settled = (int) scan.regions().stream().filter((region) -> region.outcome() != null).count();
		Duration took = scan.took();
		return new ScanView(scan.id().toString(), href, href + "/events", tone(scan), status(scan), running,
				scan.complete(), Duration.between(scan.startedAt(), now).compareTo(FRESH) > 0,
				Moment.of(scan.startedAt(), now), scan.startedBy(), (took != null) ? Moment.seconds(took) : null,
				scan.calls(), scan.refused(), items, settled, regions);
	}

	private static String tone(Scan scan) {
		return switch (scan.state()) {
			case RUNNING -> "busy";
			case INTERRUPTED -> "warning";
			case FINISHED -> scan.complete() ? "good" : "warning";
		};
	}

	private static String status(Scan scan) {
		return switch (scan.state()) {
			case RUNNING -> "running";
			case INTERRUPTED -> "interrupted";
			case FINISHED -> scan.complete() ? "complete" : "incomplete";
		};
	}

	/**
	 * What the scan has proved, in a sentence, over the regions that are enabled and have
	 * an endpoint.
	 * @return such as <em>8 of 9 regions proved: 124 integrations and applications.</em>
	 */
	public String verdict() {
		List<RegionView> asked = this.regions.stream().filter((region) -> !"calm".equals(region.tone())).toList();
		int proved = proved();
		if (asked.isEmpty()) {
			return "No region of this account could have anything.";
		}
		String found = switch (this.items) {
			case 0 -> "nothing there";
			case 1 -> "1 integration or application";
			default -> String.format(Locale.ROOT, "%,d integrations and applications", this.items);
		};
		String sentence = (proved == 0 && this.items == 0) ? "Nothing is proved."
				: proved + " of " + Moment.counted(asked.size(), "region") + " proved: " + found + ".";
		return sentence + missing(asked, "bad", " could not be read: ")
				+ missing(asked, "warning", " could be read in part: ");
	}

	/** Regions that miss for the same reason share a sentence. */
	private static String missing(List<RegionView> asked, String tone, String words) {
		Map<String, List<String>> reasons = asked.stream()
			.filter((region) -> tone.equals(region.tone()))
			.collect(Collectors.groupingBy(RegionView::reason, LinkedHashMap::new,
					Collectors.mapping(RegionView::code, Collectors.toList())));
		return reasons.entrySet()
			.stream()
			.map((each) -> " " + enumerated(each.getValue()) + words + each.getKey() + ".")
			.collect(Collectors.joining());
	}

	private static String enumerated(List<String> codes) {
		int last = codes.size() - 1;
		return (last == 0) ? codes.getFirst() : String.join(", ", codes.subList(0, last)) + " and " + codes.get(last);
	}

	/**
	 * What was not read and need not be, in a sentence.
	 * @return such as <em>Cape Town is not enabled in this account.</em>, or empty
	 */
	public String calm() {
		return this.regions.stream().filter((region) -> "calm".equals(region.tone())).map((region) -> {
			String place = place(region.name());
			return switch (region.status()) {
				case "not enabled" -> place + " is not enabled in this account.";
				case "no endpoint" -> place + " has no endpoint.";
				case "left out" -> place + " is left out by configuration.";
				default -> place + " was not scanned.";
			};
		}).collect(Collectors.joining(" "));
	}

	private static String place(String name) {
		int open = name.indexOf('(');
		return (open < 0) ? name : name.substring(open + 1, name.length() - 1);
	}

	/**
	 * How many regions are wholly read.
	 * @return a number
	 */
	public int proved() {
		return (int) this.regions.stream().filter((region) -> "good".equals(region.tone())).count();
	}

	/**
	 * Lines about regions of which something may be missing.
	 * @return one line a region, empty if none
	 */
	public List<RegionView> unproved() {
		return this.regions.stream()
			.filter((region) -> List.of("bad", "warning", "busy").contains(region.tone()))
			.toList();
	}

	/**
	 * Regions whose associations' holders are still looked for.
	 * @return their codes, empty if none
	 */
	public List<String> searching() {
		return this.regions.stream()
			.filter((region) -> region.holders() != null && "busy".equals(region.holders().tone()))
			.map(RegionView::code)
			.toList();
	}

	/**
	 * Regions of which it is not known who holds all associations, and nobody looks any
	 * more.
	 * @return one line a region, empty if none
	 */
	public List<RegionView> holdersUnproven() {
		return this.regions.stream()
			.filter((region) -> region.holders() != null && "warning".equals(region.holders().tone()))
			.toList();
	}

}
