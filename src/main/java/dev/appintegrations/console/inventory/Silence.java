package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Judges from when on a process that was not heard counts as dead. Silence counts only if
 * this replica was there to hear: after the database was away all others seem silent, and
 * their scans go on.
 */
final class Silence {

	private final Duration limit;

	private volatile @Nullable Instant listeningSince;

	Silence(Duration limit) {
		this.limit = limit;
	}

	/** The database has answered. */
	void listening(Instant now) {
		if (this.listeningSince == null) {
			this.listeningSince = now;
		}
	}

	/** The database has not answered. */
	void deaf() {
		this.listeningSince = null;
	}

	/**
	 * Who was last heard before this is dead.
	 * @return empty if this replica has not listened long enough to know
	 */
	Optional<Instant> deadBefore(Instant now) {
		Instant since = this.listeningSince;
		Instant dead = now.minus(this.limit);
		return (since != null && !since.isAfter(dead)) ? Optional.of(dead) : Optional.empty();
	}

}
