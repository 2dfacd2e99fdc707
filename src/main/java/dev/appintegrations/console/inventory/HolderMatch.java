package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * Says who holds each association of an item: what ARNs prove, with the client's own idea
 * of itself as no more than a hint at the service. A pure function.
 */
final class HolderMatch {

	private HolderMatch() {
	}

	/**
	 * Matches.
	 * @param associations all associations of the item
	 * @param searches the services that can hold this kind, each with what was found
	 * @return one holding for each association
	 */
	static Map<Arn, Holding> match(List<Association> associations, List<Search> searches) {
		Map<Arn, Holding> holdings = new LinkedHashMap<>();
		Map<@Nullable Search, List<Association>> bySearch = new LinkedHashMap<>();
		for (Association association : associations) {
			if (association.bulkExport()) {
				holdings.put(association.arn(), new Holding.Undeletable(
						"It is a bulk export to S3. AWS offers nobody a way to delete those; ask AWS Support."));
			}
			else {
				bySearch.computeIfAbsent(hinted(association, searches), (key) -> new ArrayList<>()).add(association);
			}
		}
		bySearch.forEach((search, group) -> group.forEach((association) -> holdings.put(association.arn(),
				(search != null) ? holding(search, group.size()) : stranger(association, searches))));
		return holdings;
	}

	private static @Nullable Search hinted(Association association, List<Search> searches) {
		return searches.stream()
			.filter((search) -> search.service().client().equals(association.clientId()))
			.findFirst()
			.orElse(null);
	}

	private static Holding holding(Search search, int associations) {
		List<Holder> found = search.found();
		if (search.failure() != null) {
			return new Holding.Unknown(search.failure(), found);
		}
		if (found.isEmpty()) {
			return new Holding.Orphaned("Every list of " + search.service().words()
					+ " in this region was read to its end, and nothing there names this item any more.");
		}
		return (found.size() == 1 && associations == 1) ? new Holding.Held(found.getFirst())
				: new Holding.Ambiguous(found);
	}

	private static Holding stranger(Association association, List<Search> searches) {
		List<Holder> found = searches.stream().flatMap((search) -> search.found().stream()).toList();
		return new Holding.Unknown("Its client is “" + association.clientId()
				+ "”, which is none of the services that are known to hold this kind.", found);
	}

	/**
	 * What was found in one service.
	 *
	 * @param service the service
	 * @param found holders that name the item
	 * @param failure why its lists were not all read to their ends, a sentence, or
	 * {@code null} if they were
	 */
	record Search(HolderService service, List<Holder> found, @Nullable String failure) {

		Search {
			found = List.copyOf(found);
		}

	}

}
