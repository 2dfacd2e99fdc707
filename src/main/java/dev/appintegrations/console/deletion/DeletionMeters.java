package dev.appintegrations.console.deletion;

import java.util.Arrays;
import java.util.function.IntSupplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells how many deletions have not ended, and how many of their steps, by state; the
 * same on every replica.
 */
@Component
class DeletionMeters implements MeterBinder {

	private final DeletionStore store;

	DeletionMeters(DeletionStore store) {
		this.store = store;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Arrays.stream(DeletionState.values())
			.filter((state) -> !state.ended())
			.forEach((state) -> gauge("console.deletions.open", "Deletions that have not ended", state.name(),
					() -> this.store.count(state), registry));
		Arrays.stream(StepState.values())
			.filter((state) -> !state.ended())
			.forEach((state) -> gauge("console.deletion.steps.open", "Steps that have not ended, of such deletions",
					state.name(), () -> this.store.countSteps(state), registry));
	}

	private static void gauge(String name, String description, String state, IntSupplier count,
			MeterRegistry registry) {
		Gauge.builder(name, () -> number(count)).tag("state", state).description(description).register(registry);
	}

	private static double number(IntSupplier count) {
		try {
			return count.getAsInt();
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

}
