package dev.appintegrations.console.aws;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The pace of each service, or of each of its operations, in each region of each account.
 * Regions tell each other what they have learned but never wait for each other.
 */
@Component
class RegionPaces {

	/** After this long, another region may try a higher rate. */
	private static final long PROBE = Duration.ofSeconds(5).toNanos();

	/**
	 * Services that throttle each operation by itself, as their quota pages say; of the
	 * others AWS publishes nothing, so their operations share a pace.
	 */
	private static final Set<String> BY_OPERATION = Set.of("connect", "profile", "wisdom");

	private final Map<Key, Pace> paces = new ConcurrentHashMap<>();

	private final Map<Family, Family.Learned> learned = new ConcurrentHashMap<>();

	/**
	 * The pace that calls go at which AWS throttles together.
	 * @param target what is called
	 * @return the one pace, for many threads
	 */
	Pace of(AwsCalls.Target target) {
		String service = target.service();
		Family family = new Family(target.account(),
				BY_OPERATION.contains(service) ? service + ":" + target.operation() : service);
		return this.paces.computeIfAbsent(new Key(family, target.region()),
				(key) -> new Pace(this.learned.computeIfAbsent(family, (each) -> new Family.Learned())));
	}

	/**
	 * One region's pace, for many threads.
	 */
	static final class Pace {

		private final Family.Learned learned;

		private final ReentrantLock lock = new ReentrantLock();

		private final Condition changed = this.lock.newCondition();

		private final CallPace pace = new CallPace();

		private CallPace.@Nullable Hint taken;

		private Pace(Family.Learned learned) {
			this.learned = learned;
		}

		/**
		 * Waits until a call may go out, and counts it as sent.
		 * @param patience how long at most; then it goes out all the same
		 */
		void await(Duration patience) throws InterruptedException {
			long giveUp = System.nanoTime() + patience.toNanos();
			this.lock.lockInterruptibly();
			try {
				takeHint();
				long now = System.nanoTime();
				long wait = this.pace.ask(now);
				while (wait > 0 && now < giveUp) {
					long most = Math.min(giveUp - now, TimeUnit.SECONDS.toNanos(1));
					this.changed.await(Math.min(wait, most), TimeUnit.NANOSECONDS);
					takeHint();
					now = System.nanoTime();
					wait = this.pace.ask(now);
				}
				if (wait > 0) {
					this.pace.push(now);
				}
			}
			finally {
				this.lock.unlock();
			}
		}

		void answered() {
			update(() -> this.pace.answered(this.learned.mayProbe(this, System.nanoTime())));
		}

		void refused() {
			update(() -> this.pace.refused(System.nanoTime()));
		}

		private void update(Runnable what) {
			this.lock.lock();
			try {
				what.run();
				this.learned.tell(this.pace.learned());
				if (this.pace.probing()) {
					this.learned.probes(this, System.nanoTime());
				}
				this.changed.signal();
			}
			finally {
				this.lock.unlock();
			}
		}

		private void takeHint() {
			CallPace.Hint hint = this.learned.hint.get();
			if (hint != null && hint != this.taken) {
				this.pace.hint(hint, System.nanoTime());
				this.taken = hint;
			}
		}

	}

	private record Key(Family family, Region region) {

	}

	/**
	 * Regions that are taken to have the same rates.
	 */
	private record Family(AccountAlias alias, String bucket) {

		/**
		 * What the regions know together.
		 */
		private static final class Learned {

			private final AtomicReference<CallPace.@Nullable Hint> hint = new AtomicReference<>();

			private final AtomicReference<@Nullable Probe> probe = new AtomicReference<>();

			void tell(CallPace.Hint told) {
				this.hint.accumulateAndGet(told, (known, news) -> {
					if (known == null || news == null || known.limited() != news.limited()) {
						return (known != null && known.limited()) ? known : news;
					}
					return (news.limited() ? !news.equals(known) : news.burst() > known.burst()) ? news : known;
				});
			}

			/** One region at a time tries a higher rate; a refusal there teaches all. */
			boolean mayProbe(Pace pace, long now) {
				Probe probe = this.probe.get();
				return probe == null || probe.by() == pace || now - probe.at() > PROBE;
			}

			void probes(Pace pace, long now) {
				this.probe.set(new Probe(pace, now));
			}

			private record Probe(Pace by, long at) {

			}

		}

	}

}
