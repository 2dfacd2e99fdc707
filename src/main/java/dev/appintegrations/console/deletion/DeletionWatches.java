package dev.appintegrations.console.deletion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.appintegrations.console.api.Watches;

import org.springframework.stereotype.Component;

/**
 * Tells watchers what happens to deletions.
 */
@Component
class DeletionWatches implements Watches.Source<Deletion> {

	private final DeletionStore store;

	private final Watches watches;

	DeletionWatches(DeletionStore store, Watches watches) {
		this.store = store;
		this.watches = watches;
	}

	AutoCloseable watch(UUID deletion, int afterEvent, Consumer<DeletionEvent> listener) {
		return this.watches.watch(this, deletion, new News(afterEvent)::of, listener);
	}

	@Override
	public Map<UUID, ?> versions(Set<UUID> ids) {
		return this.store.versions(ids);
	}

	@Override
	public Optional<Deletion> find(UUID id) {
		return this.store.find(id);
	}

	/**
	 * What one watcher was not told yet. A first event tells of every step that has
	 * begun, since what the watcher knew of them is not known here.
	 */
	private static final class News {

		private final Map<Integer, Integer> versions = new HashMap<>();

		private int last;

		private boolean told;

		News(int afterEvent) {
			this.last = afterEvent;
		}

		List<DeletionEvent> of(Deletion now) {
			if (this.told && now.lastEvent() <= this.last) {
				return List.of();
			}
			List<DeletionStep> changed = now.steps()
				.stream()
				.filter((step) -> step.version() > this.versions.getOrDefault(step.planned().number(), 0))
				.toList();
			now.steps().forEach((step) -> this.versions.put(step.planned().number(), step.version()));
			this.last = now.lastEvent();
			this.told = true;
			return List.of(new DeletionEvent(now.lastEvent(), changed, now));
		}

	}

}
