package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.List;

import dev.appintegrations.console.inventory.RegionScan.HolderSearch;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The search for the holders of a region's associations, as pages show it.
 *
 * @param tone {@code good}, {@code warning} or {@code busy}
 * @param status how far it is, in a word or two
 * @param reason why something is not known, as it follows a colon; empty if all is
 * @param calls calls answered
 * @param took how long it took, or {@code null} while that is not known
 * @param lists the lists that were read
 * @param troubles what went wrong, like failures together
 * @param policy the statement that would allow what was denied, or {@code null}
 */
public record HolderSearchView(String tone, String status, String reason, int calls, @Nullable String took,
		List<RegionView.ListView> lists, List<RegionView.Trouble> troubles, @Nullable String policy) {

	static @Nullable HolderSearchView of(@Nullable HolderSearch search) {
		if (search == null) {
			return null;
		}
		Duration took = search.took();
		return new HolderSearchView(tone(search), status(search), reason(search), search.calls(),
				(took != null) ? Moment.seconds(took) : null,
				search.proof()
					.stream()
					.map((list) -> new RegionView.ListView(list.operation(),
							(list.parents() == 1) ? "once" : list.parents() + " times", list.pages(), list.items(),
							list.ended()))
					.toList(),
				RegionView.Trouble.of(search.failures()), RegionView.policy(search.failures()));
	}

	private static String tone(HolderSearch search) {
		return switch (search.state()) {
			case SEARCHING -> "busy";
			case FOUND -> "good";
			case PARTIAL, INTERRUPTED -> "warning";
		};
	}

	private static String status(HolderSearch search) {
		return switch (search.state()) {
			case SEARCHING -> "being looked for";
			case FOUND -> "looked for everywhere";
			case PARTIAL -> "looked for in part";
			case INTERRUPTED -> "not looked for to the end";
		};
	}

	private static String reason(HolderSearch search) {
		return switch (search.state()) {
			case SEARCHING, FOUND -> "";
			case PARTIAL -> "no answer on "
					+ String.join(", ", search.failures().stream().map(ScanFailure::operation).distinct().toList());
			case INTERRUPTED -> "the console was stopped";
		};
	}

}
