package dev.appintegrations.console.inventory.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What the latest scan knows of an item that AWS does not show now.
 *
 * @param words what that scan knows, in a sentence
 * @param name the item's name, or what of it is in its address
 * @param item the item as that scan saw it, or {@code null}
 */
record Sighting(String words, String name, @Nullable Item item) {

	static Sighting of(@Nullable Scan latest, Region region, ItemKey key, Function<Scan, @Nullable Integration> find,
			Instant now) {
		if (latest == null) {
			return new Sighting("No scan has been made of this account yet, so nothing else is known of it.", key.id(),
					null);
		}
		String scan = "The scan of " + Moment.of(latest.startedAt(), now).text();
		Integration item = find.apply(latest);
		if (item != null) {
			return new Sighting(scan + " saw it.", item.name(), Item.of(item));
		}
		String words = latest.unproven().contains(region)
				? scan + " could not read all of " + region + ", so it does not know of it either."
				: scan + " did not see it either.";
		return new Sighting(words, key.id(), null);
	}

	/**
	 * An item as a scan saw it.
	 *
	 * @param arn its ARN
	 * @param source its source, or {@code null}
	 * @param description its description, or {@code null}
	 * @param associations how many, in words
	 */
	record Item(String arn, @Nullable String source, @Nullable String description, String associations) {

		private static Item of(Integration item) {
			List<Association> associations = item.associations();
			return new Item(item.arn().toString(), item.source(), item.description(),
					(associations != null) ? Integer.toString(associations.size()) : "not read");
		}

	}

}
