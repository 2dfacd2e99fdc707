package dev.appintegrations.console.inventory.web;

import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SightingTests {

	private static final ItemKey KEY = new ItemKey(Kind.EVENT_INTEGRATION, "orders");

	@Test
	void knowsNothingWithoutAScan() {
		assertThat(seen(null, null).words()).startsWith("No scan has been made of this account yet");
	}

	@Test
	void showsWhatTheScanSaw() {
		Sighting seen = seen(Scans.finished().scan(), Scans.event("orders"));
		assertThat(seen.words()).isEqualTo("The scan of 14:02:31 UTC saw it.");
		assertThat(seen.item()).isNotNull().extracting("description").isEqualTo("A description");
	}

	@Test
	void tellsAnEmptyAnswerFromNone() {
		assertThat(seen(Scans.finished().scan(), null).words())
			.isEqualTo("The scan of 14:02:31 UTC did not see it either.");
		assertThat(seen(Scans.finished().deniedByOrganisation("eu-west-2").scan(), null).words())
			.contains("could not read all of eu-west-2");
	}

	private static Sighting seen(@Nullable Scan latest, @Nullable Integration item) {
		return Sighting.of(latest, new Region("eu-west-2"), KEY, (scan) -> item, Scans.STARTED.plusSeconds(60));
	}

}
