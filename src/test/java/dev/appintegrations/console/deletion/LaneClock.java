package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it, for each schedule its own: threads
 * that a schedule starts inherit it.
 */
final class LaneClock extends Clock {

	private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

	private final InheritableThreadLocal<AtomicReference<Instant>> now = new InheritableThreadLocal<>() {

		@Override
		protected AtomicReference<Instant> initialValue() {
			return new AtomicReference<>(START);
		}

	};

	/** Gives this thread a clock of its own. */
	void start() {
		this.now.set(new AtomicReference<>(START));
	}

	void forward(Duration by) {
		this.now.get().updateAndGet((time) -> time.plus(by));
	}

	@Override
	public Instant instant() {
		return this.now.get().get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(@Nullable ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
