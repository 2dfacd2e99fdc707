package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import dev.appintegrations.console.api.Watches;
import dev.appintegrations.console.inventory.Inventory.ScanEvent;

import org.springframework.stereotype.Component;

/**
 * Tells watchers what happens to scans.
 */
@Component
class ScanWatches implements Watches.Source<ScanWatches.Progress> {

	private final ScanStore store;

	private final Watches watches;

	ScanWatches(ScanStore store, Watches watches) {
		this.store = store;
		this.watches = watches;
	}

	/**
	 * @param holders whether to go on after the scan until holders are looked for no more
	 */
	AutoCloseable watch(UUID scan, int afterEvent, boolean holders, Consumer<ScanEvent> listener) {
		return this.watches.watch(this, scan, new News(afterEvent, holders)::of, listener);
	}

	/** Tells those who watch on this replica at once. */
	void changed(UUID scan) {
		this.watches.poll(scan);
	}

	@Override
	public Map<UUID, ?> versions(Set<UUID> ids) {
		return this.store.versions(ids);
	}

	@Override
	public Optional<Progress> find(UUID id) {
		return this.store.find(id).map((scan) -> new Progress(scan, this.store.settled(id), this.store.searched(id)));
	}

	/**
	 * How far a scan is.
	 *
	 * @param scan the scan
	 * @param settled regions that are settled, by the number of the event
	 * @param searched regions whose holders have been looked for, by the number of the
	 * event
	 */
	record Progress(Scan scan, Map<Integer, RegionScan> settled, Map<Integer, RegionScan> searched) {

	}

	/**
	 * What one watcher was not told yet.
	 */
	private static final class News {

		private final boolean holders;

		private int last;

		News(int afterEvent, boolean holders) {
			this.last = afterEvent;
			this.holders = holders;
		}

		List<ScanEvent> of(Progress now) {
			List<ScanEvent> news = new ArrayList<>();
			Scan scan = now.scan();
			regions(ScanEvent.Type.REGION, 0, now.settled(), scan, news);
			if (scan.state() == ScanState.RUNNING) {
				return news;
			}
			end(ScanEvent.Type.FINISHED, now.settled().size() + 1, !this.holders, scan, news);
			if (this.holders) {
				int before = scan.regions().size() + 1;
				regions(ScanEvent.Type.HOLDERS, before, now.searched(), scan, news);
				if (!scan.searching()) {
					end(ScanEvent.Type.HOLDERS_FINISHED, before + now.searched().size() + 1, true, scan, news);
				}
			}
			return news;
		}

		private void regions(ScanEvent.Type type, int before, Map<Integer, RegionScan> regions, Scan scan,
				List<ScanEvent> news) {
			new TreeMap<>(regions).forEach((number, region) -> {
				if (before + number > this.last) {
					this.last = before + number;
					news.add(new ScanEvent(this.last, type, region, scan, false));
				}
			});
		}

		private void end(ScanEvent.Type type, int number, boolean finished, Scan scan, List<ScanEvent> news) {
			if (number > this.last || finished) {
				this.last = Math.max(number, this.last);
				news.add(new ScanEvent(number, type, null, scan, finished));
			}
		}

	}

}
