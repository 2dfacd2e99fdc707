package dev.appintegrations.console.deletion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells watchers what happens to deletions, whichever replica runs them: one poller reads
 * the database. Listeners must not block.
 */
@Component
class DeletionWatches {

	private static final Logger LOG = LoggerFactory.getLogger(DeletionWatches.class);

	private final DeletionStore store;

	private final List<Watch> watches = new CopyOnWriteArrayList<>();

	DeletionWatches(DeletionStore store) {
		this.store = store;
	}

	AutoCloseable watch(UUID deletion, int afterEvent, Consumer<DeletionEvent> listener) {
		Watch watch = new Watch(deletion, afterEvent, listener);
		this.watches.add(watch);
		poll();
		return () -> this.watches.remove(watch);
	}

	/** Looks at the database for what watchers do not know yet. */
	@Scheduled(fixedDelay = 250)
	void poll() {
		try {
			this.watches.stream().map((watch) -> watch.deletion).distinct().forEach(this::poll);
		}
		catch (DataAccessException ex) {
			LOG.debug("Deletions can't be watched while the database is away", ex);
		}
	}

	private void poll(UUID id) {
		int event = this.store.lastEvent(id);
		List<Watch> behind = this.watches.stream()
			.filter((watch) -> watch.deletion.equals(id) && watch.behind(event))
			.toList();
		if (!behind.isEmpty()) {
			this.store.find(id).ifPresent((deletion) -> behind.forEach((watch) -> {
				watch.tell(deletion);
				if (deletion.state().ended()) {
					this.watches.remove(watch);
				}
			}));
		}
	}

	/**
	 * One watcher. A first event tells of every step that has begun, since what the
	 * watcher knew of them is not known here.
	 */
	private static final class Watch {

		private final UUID deletion;

		private final Consumer<DeletionEvent> listener;

		private final Map<Integer, Integer> versions = new HashMap<>();

		private int last;

		private boolean told;

		Watch(UUID deletion, int afterEvent, Consumer<DeletionEvent> listener) {
			this.deletion = deletion;
			this.last = afterEvent;
			this.listener = listener;
		}

		synchronized boolean behind(int event) {
			return event > this.last || !this.told;
		}

		synchronized void tell(Deletion now) {
			if (!behind(now.lastEvent())) {
				return;
			}
			List<DeletionStep> changed = now.steps()
				.stream()
				.filter((step) -> step.version() > this.versions.getOrDefault(step.planned().number(), 0))
				.toList();
			now.steps().forEach((step) -> this.versions.put(step.planned().number(), step.version()));
			this.last = now.lastEvent();
			this.told = true;
			this.listener.accept(new DeletionEvent(now.lastEvent(), changed, now));
		}

	}

}
