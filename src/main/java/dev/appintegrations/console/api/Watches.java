package dev.appintegrations.console.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.EventStreams.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells watchers what happens to things in the database, whichever replica changes them.
 * One poller asks for the versions of all that is watched, one query for each kind of
 * thing however many watch, and reads only what has changed; so a watcher knows after
 * {@code console.events.poll} what another replica has done.
 */
@Component
public class Watches {

	private static final Logger logger = LoggerFactory.getLogger(Watches.class);

	private final List<Watch<?, ?>> watches = new CopyOnWriteArrayList<>();

	private final Lock polling = new ReentrantLock();

	/**
	 * Watches a thing. Its first news may be told before this returns.
	 * @param <T> the thing
	 * @param <E> what happens to it
	 * @param source where it is read
	 * @param id its id
	 * @param news makes of the thing as it stands now what the watcher was not told yet,
	 * in order
	 * @param listener is told, and must not block
	 * @return ends the watch; it ends by itself with the last event
	 */
	public <T, E extends Event> AutoCloseable watch(Source<T> source, UUID id, Function<T, List<E>> news,
			Consumer<E> listener) {
		Watch<T, E> watch = new Watch<>(source, id, news, listener);
		this.watches.add(watch);
		poll((each) -> each == watch);
		return () -> this.watches.remove(watch);
	}

	/**
	 * Looks at the database now, for who knows that something has changed.
	 * @param id what has changed
	 */
	public void poll(UUID id) {
		poll((watch) -> watch.id.equals(id));
	}

	@Scheduled(fixedDelayString = "${console.events.poll:250ms}")
	void poll() {
		poll((watch) -> true);
	}

	private void poll(Function<Watch<?, ?>, Boolean> wanted) {
		if (this.watches.isEmpty()) {
			return;
		}
		this.polling.lock();
		try {
			this.watches.stream()
				.filter(wanted::apply)
				.collect(Collectors.<Watch<?, ?>, Source<?>>groupingBy((watch) -> watch.source))
				.forEach(this::poll);
		}
		catch (DataAccessException ex) {
			logger.debug("Nothing can be watched while the database is away", ex);
		}
		finally {
			this.polling.unlock();
		}
	}

	private <T> void poll(Source<T> source, List<Watch<?, ?>> watches) {
		Map<UUID, ?> versions = source
			.versions(watches.stream().map((watch) -> watch.id).collect(Collectors.toUnmodifiableSet()));
		watches.stream()
			.filter((watch) -> watch.behind(versions.get(watch.id)))
			.collect(Collectors.groupingBy((watch) -> watch.id))
			.forEach((id, behind) -> source.find(id)
				.ifPresent((thing) -> behind.forEach((watch) -> tell(watch, thing, versions.get(id)))));
	}

	/** A listener's failure is its own affair. */
	private void tell(Watch<?, ?> watch, Object thing, @Nullable Object version) {
		try {
			if (watch.tell(thing, version)) {
				this.watches.remove(watch);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("A watcher of {} could not be told, and is told no more", watch.id, ex);
			this.watches.remove(watch);
		}
	}

	/**
	 * Where things are read.
	 *
	 * @param <T> the thing
	 */
	public interface Source<T> {

		/**
		 * The versions of things, in one query.
		 * @param ids their ids, at least one
		 * @return values that differ whenever something has happened, by id
		 */
		Map<UUID, ?> versions(Set<UUID> ids);

		/**
		 * A thing as it stands, at its version or a later one.
		 * @param id its id
		 * @return empty if there is none
		 */
		Optional<T> find(UUID id);

	}

	private static final class Watch<T, E extends Event> {

		private final Source<T> source;

		private final UUID id;

		private final Function<T, List<E>> news;

		private final Consumer<E> listener;

		private @Nullable Object version;

		Watch(Source<T> source, UUID id, Function<T, List<E>> news, Consumer<E> listener) {
			this.source = source;
			this.id = id;
			this.news = news;
			this.listener = listener;
		}

		boolean behind(@Nullable Object version) {
			return version != null && !version.equals(this.version);
		}

		@SuppressWarnings("unchecked")
		boolean tell(Object thing, @Nullable Object version) {
			this.version = version;
			boolean finished = false;
			for (E event : this.news.apply((T) thing)) {
				this.listener.accept(event);
				finished = finished || event.finished();
			}
			return finished;
		}

	}

}
