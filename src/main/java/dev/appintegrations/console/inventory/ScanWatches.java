package dev.appintegrations.console.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

import dev.appintegrations.console.inventory.Inventory.ScanEvent;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells watchers what happens to scans, whichever replica runs them: one poller reads the
 * database, and each watcher has a thread of its own, so a slow one delays nobody.
 */
@Component
class ScanWatches {

	private static final Logger LOG = LoggerFactory.getLogger(ScanWatches.class);

	private final ScanStore store;

	private final List<Watch> watches = new CopyOnWriteArrayList<>();

	ScanWatches(ScanStore store) {
		this.store = store;
	}

	AutoCloseable watch(UUID scan, int afterEvent, Consumer<ScanEvent> listener) {
		Watch watch = new Watch(scan, afterEvent, listener);
		watch.start();
		this.watches.add(watch);
		poll();
		return watch;
	}

	/** Looks at the database for what watchers do not know yet. */
	@Scheduled(fixedDelay = 250)
	void poll() {
		try {
			this.watches.stream().map((watch) -> watch.scan).distinct().forEach(this::poll);
		}
		catch (DataAccessException ex) {
			LOG.debug("Scans can't be watched while the database is away", ex);
		}
	}

	private void poll(UUID id) {
		Scan scan = this.store.find(id).orElse(null);
		if (scan == null) {
			return;
		}
		Map<Integer, Region> settled = this.store.settled(id);
		for (Watch watch : this.watches) {
			if (watch.scan.equals(id)) {
				watch.offer(scan, settled);
			}
		}
	}

	private final class Watch implements AutoCloseable {

		private final UUID scan;

		private final Consumer<ScanEvent> listener;

		private final BlockingQueue<ScanEvent> queue = new LinkedBlockingQueue<>();

		private int last;

		private boolean finished;

		private final Thread thread = Thread.ofVirtual().unstarted(this::deliver);

		Watch(UUID scan, int afterEvent, Consumer<ScanEvent> listener) {
			this.scan = scan;
			this.last = afterEvent;
			this.listener = listener;
		}

		void start() {
			this.thread.start();
		}

		synchronized void offer(Scan scan, Map<Integer, Region> settled) {
			if (this.finished) {
				return;
			}
			settled.keySet()
				.stream()
				.filter((number) -> number > this.last)
				.sorted(Comparator.naturalOrder())
				.forEach((number) -> {
					this.queue.add(new ScanEvent(number, region(scan, settled.get(number)), scan));
					this.last = number;
				});
			if (scan.state() != ScanState.RUNNING) {
				this.finished = true;
				this.queue.add(new ScanEvent(settled.size() + 1, null, scan));
			}
		}

		private static @Nullable RegionScan region(Scan scan, @Nullable Region region) {
			return scan.regions().stream().filter((each) -> each.region().equals(region)).findFirst().orElseThrow();
		}

		private void deliver() {
			try {
				ScanEvent event;
				do {
					event = this.queue.take();
					this.listener.accept(event);
				}
				while (!event.finished());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				ScanWatches.this.watches.remove(this);
			}
		}

		@Override
		public void close() {
			ScanWatches.this.watches.remove(this);
			this.thread.interrupt();
		}

	}

}
