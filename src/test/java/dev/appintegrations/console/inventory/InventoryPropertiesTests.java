package dev.appintegrations.console.inventory;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InventoryPropertiesTests {

	@Test
	void readMoreRegionsAtOnceTheMoreProcessorsThereAre() {
		assertThat(withRegionsAtOnce(0).regionsAtOnce()).isEqualTo(16 * Runtime.getRuntime().availableProcessors());
		assertThat(withRegionsAtOnce(3).regionsAtOnce()).isEqualTo(3);
	}

	@Test
	void refuseANumberOfRegionsWithWhichNoneCouldBeRead() {
		assertThatIllegalArgumentException().isThrownBy(() -> withRegionsAtOnce(-1))
			.withMessageContaining("console.inventory.regions-at-once");
	}

	private static InventoryProperties withRegionsAtOnce(int regions) {
		return new InventoryProperties(50, Duration.ofDays(90), Duration.ofSeconds(2), Duration.ofSeconds(15), regions);
	}

}
