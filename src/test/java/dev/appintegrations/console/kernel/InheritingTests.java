package dev.appintegrations.console.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class InheritingTests {

	private final ObservationRegistry registry = ObservationRegistry.create();

	@Test
	void haveOtherThreadsSayAndMeasureWhatTheyWorkFor() throws Exception {
		this.registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		try (ExecutorService executor = Inheriting.executor(Executors.newVirtualThreadPerTaskExecutor())) {
			Observation scan = Observation.start("scan", this.registry);
			try (Observation.Scope _ = scan.openScope(); Scope _ = LogField.ACCOUNT.with("demo")) {
				assertThat(executor.submit(() -> MDC.get("account")).get()).isEqualTo("demo");
				assertThat(executor.submit(this.registry::getCurrentObservation).get()).isSameAs(scan);
			}
			assertThat(executor.submit(() -> MDC.get("account")).get()).isNull();
		}
	}

	@Test
	void bringBackWhatWasBefore() {
		try (Scope _ = LogField.REGION.with("eu-west-2")) {
			try (Scope _ = LogField.REGION.with("us-east-1")) {
				assertThat(MDC.get("region")).isEqualTo("us-east-1");
			}
			assertThat(MDC.get("region")).isEqualTo("eu-west-2");
		}
		assertThat(MDC.get("region")).isNull();
	}

}
