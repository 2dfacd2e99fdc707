package dev.appintegrations.console.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The pace of each region of each account. Regions tell each other what they have learned
 * but never wait for each other.
 */
@Component
class RegionPaces {

	private final Map<Key, Pace> paces = new ConcurrentHashMap<>();

	private final Map<AccountAlias, CallPace.Hint> hints = new ConcurrentHashMap<>();

	Pace of(AccountAlias alias, Region region) {
		return this.paces.computeIfAbsent(new Key(alias, region), (key) -> new Pace(alias));
	}

	private void tell(AccountAlias alias, CallPace.Hint hint) {
		this.hints.merge(alias, hint, (known, told) -> {
			if (known.limited() != told.limited()) {
				return known.limited() ? known : told;
			}
			return (told.burst() > known.burst() || told.limited()) ? told : known;
		});
	}

	/**
	 * One region's pace, for many threads.
	 */
	final class Pace {

		private final AccountAlias alias;

		private final ReentrantLock lock = new ReentrantLock();

		private final Condition changed = this.lock.newCondition();

		private final CallPace pace = new CallPace();

		private CallPace.@Nullable Hint taken;

		private Pace(AccountAlias alias) {
			this.alias = alias;
		}

		/** Waits until a call may go out. */
		void await() throws InterruptedException {
			this.lock.lockInterruptibly();
			try {
				takeHint();
				long wait = this.pace.ask(System.nanoTime());
				while (wait > 0) {
					this.changed.await(Math.min(wait, TimeUnit.SECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
					takeHint();
					wait = this.pace.ask(System.nanoTime());
				}
			}
			finally {
				this.lock.unlock();
			}
		}

		void answered() {
			update(this.pace::answered);
		}

		void refused() {
			update(() -> this.pace.refused(System.nanoTime()));
		}

		private void update(Runnable what) {
			this.lock.lock();
			try {
				what.run();
				tell(this.alias, this.pace.learned());
				this.changed.signal();
			}
			finally {
				this.lock.unlock();
			}
		}

		private void takeHint() {
			CallPace.Hint hint = RegionPaces.this.hints.get(this.alias);
			if (hint != null && hint != this.taken) {
				this.pace.hint(hint, System.nanoTime());
				this.taken = hint;
			}
		}

	}

	private record Key(AccountAlias alias, Region region) {

	}

}
