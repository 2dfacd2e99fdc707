package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * Says who holds each association of an item: what ARNs prove. The client's own idea of
 * itself only tells services apart, and only where a holder of that service names the
 * item. A pure function.
 */
final class HolderMatch {

	private static final String EXPORT = "It is a bulk export to S3. AWS offers nobody a way to delete those; ask AWS Support.";

	private final List<Search> searches;

	private final Map<Search, List<Association>> hinted = new LinkedHashMap<>();

	private final Map<Arn, Holding> holdings = new LinkedHashMap<>();

	private HolderMatch(List<Search> searches) {
		this.searches = searches;
	}

	/**
	 * Matches.
	 * @param associations all associations of the item
	 * @param exporting whether the item is for bulk exports, whatever its associations
	 * say
	 * @param searches the services that can hold this kind, each with what was found
	 * @return one holding for each association
	 */
	static Map<Arn, Holding> match(List<Association> associations, boolean exporting, List<Search> searches) {
		HolderMatch match = new HolderMatch(searches);
		List<Association> open = new ArrayList<>();
		for (Association association : associations) {
			if (exporting || association.bulkExport()) {
				match.holdings.put(association.arn(), new Holding.Undeletable(EXPORT));
			}
			else {
				open.add(association);
			}
		}
		match.match(open);
		return match.holdings;
	}

	private void match(List<Association> open) {
		open.forEach((association) -> {
			Search search = hint(association);
			if (search != null) {
				this.hinted.computeIfAbsent(search, (key) -> new ArrayList<>()).add(association);
			}
		});
		List<Association> rest = new ArrayList<>(open);
		List<Holder> free = new ArrayList<>();
		for (Search search : this.searches) {
			List<Association> own = this.hinted.getOrDefault(search, List.of());
			if (search.complete() && search.found().size() == 1 && own.size() == 1) {
				this.holdings.put(own.getFirst().arn(), new Holding.Held(search.found().getFirst()));
				rest.removeAll(own);
			}
			else {
				free.addAll(search.found());
			}
		}
		rest.forEach((association) -> this.holdings.put(association.arn(), holding(association, free, rest.size())));
	}

	private @Nullable Search hint(Association association) {
		return this.searches.stream()
			.filter((search) -> search.service().client().equals(association.clientId()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * @param free holders of which it is not known yet what they hold
	 * @param competing associations of which it is not known yet who holds them
	 */
	private Holding holding(Association association, List<Holder> free, int competing) {
		Search hint = hint(association);
		List<Search> relevant = this.searches;
		List<Holder> candidates = free;
		if (hint != null && hint.found().size() >= this.hinted.getOrDefault(hint, List.of()).size()) {
			relevant = List.of(hint);
			candidates = hint.found();
		}
		String failures = relevant.stream()
			.map(Search::failure)
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.joining(" "));
		if (!failures.isEmpty()) {
			return new Holding.Unknown(failures, candidates);
		}
		if (candidates.isEmpty()) {
			return (hint != null) ? new Holding.Orphaned(proof())
					: new Holding.Unknown("Its client is “" + association.clientId()
							+ "”, which is none of the services that are known to hold this kind.", List.of());
		}
		return (candidates.size() == 1 && competing == 1) ? new Holding.Held(candidates.getFirst())
				: new Holding.Ambiguous(candidates);
	}

	private String proof() {
		String read = words(this.searches.stream().filter(Search::endpoint).toList());
		String absent = words(this.searches.stream().filter((search) -> !search.endpoint()).toList());
		return (read.isEmpty() ? ""
				: "Every list of " + read
						+ " in this region was read to its end, and nothing there names this item any more.")
				+ (absent.isEmpty() ? "" : (read.isEmpty() ? "" : " ") + absent + " has no endpoint in this region.");
	}

	private static String words(List<Search> searches) {
		return searches.stream().map((search) -> search.service().words()).collect(Collectors.joining(" and "));
	}

	/**
	 * What was found in one service.
	 *
	 * @param service the service
	 * @param endpoint whether it has an endpoint in the region
	 * @param found holders that name the item
	 * @param failure why its lists were not all read to their ends, a sentence, or
	 * {@code null} if they were
	 */
	record Search(HolderService service, boolean endpoint, List<Holder> found, @Nullable String failure) {

		Search {
			found = List.copyOf(found);
		}

		static Search absent(HolderService service) {
			return new Search(service, false, List.of(), null);
		}

		boolean complete() {
			return this.failure == null;
		}

	}

}
