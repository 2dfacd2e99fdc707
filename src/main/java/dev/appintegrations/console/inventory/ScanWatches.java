package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

import dev.appintegrations.console.inventory.Inventory.ScanEvent;
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

	/**
	 * @param holders whether to go on after the scan until holders are looked for no more
	 */
	AutoCloseable watch(UUID scan, int afterEvent, boolean holders, Consumer<ScanEvent> listener) {
		Watch watch = new Watch(scan, afterEvent, holders, listener);
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
		Map<Integer, RegionScan> settled = this.store.settled(id);
		Map<Integer, RegionScan> searched = this.store.searched(id);
		for (Watch watch : this.watches) {
			if (watch.scan.equals(id)) {
				watch.offer(scan, settled, searched);
			}
		}
	}

	private final class Watch implements AutoCloseable {

		private final UUID scan;

		private final boolean holders;

		private final Consumer<ScanEvent> listener;

		private final BlockingQueue<ScanEvent> queue = new LinkedBlockingQueue<>();

		private int last;

		private boolean finished;

		private final Thread thread = Thread.ofVirtual().unstarted(this::deliver);

		Watch(UUID scan, int afterEvent, boolean holders, Consumer<ScanEvent> listener) {
			this.scan = scan;
			this.last = afterEvent;
			this.holders = holders;
			this.listener = listener;
		}

		void start() {
			this.thread.start();
		}

		synchronized void offer(Scan scan, Map<Integer, RegionScan> settled, Map<Integer, RegionScan> searched) {
			if (this.finished) {
				return;
			}
			offer(ScanEvent.Type.REGION, 0, settled, scan);
			if (scan.state() == ScanState.RUNNING) {
				return;
			}
			end(ScanEvent.Type.FINISHED, settled.size() + 1, !this.holders, scan);
			if (this.holders) {
				int before = scan.regions().size() + 1;
				offer(ScanEvent.Type.HOLDERS, before, searched, scan);
				if (!scan.searching()) {
					end(ScanEvent.Type.HOLDERS_FINISHED, before + searched.size() + 1, true, scan);
				}
			}
		}

		private void offer(ScanEvent.Type type, int before, Map<Integer, RegionScan> regions, Scan scan) {
			new TreeMap<>(regions).forEach((number, region) -> {
				if (before + number > this.last) {
					this.last = before + number;
					this.queue.add(new ScanEvent(this.last, type, region, scan, false));
				}
			});
		}

		private void end(ScanEvent.Type type, int number, boolean finished, Scan scan) {
			if (number > this.last || finished) {
				this.last = Math.max(number, this.last);
				this.queue.add(new ScanEvent(number, type, null, scan, finished));
			}
			this.finished = finished;
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
