package dev.appintegrations.console.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Server-sent events. Each stream has a virtual thread of its own, so that a reader who
 * does not read holds up nobody else.
 */
@Component
public class EventStreams {

	private static final Logger logger = LoggerFactory.getLogger(EventStreams.class);

	/** Longer than most of what is watched; who is still there comes back by itself. */
	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Duration RECONNECT = Duration.ofSeconds(2);

	private final Duration heartbeat;

	private final Semaphore room;

	private final Set<Thread> writers = ConcurrentHashMap.newKeySet();

	EventStreams(@Value("${console.events.heartbeat:15s}") Duration heartbeat,
			@Value("${console.events.max-streams:256}") int maxStreams) {
		this.heartbeat = heartbeat;
		this.room = new Semaphore(maxStreams);
	}

	/**
	 * Opens a stream, which ends with its last event. A comment line goes out whenever
	 * nothing else has for a while.
	 * @param <E> what happens
	 * @param watch begins to tell its listener what happens, until it is closed
	 * @param rendering makes what to send of an event; its id is set here
	 * @return the stream, or empty if too many are open
	 */
	public <E extends Event> Optional<SseEmitter> open(Function<Consumer<E>, AutoCloseable> watch,
			Function<E, SseEventBuilder> rendering) {
		if (!this.room.tryAcquire()) {
			return Optional.empty();
		}
		return Optional.of(new EventStream((stream) -> write(stream, watch, rendering)));
	}

	private <E extends Event> void write(SseEmitter emitter, Function<Consumer<E>, AutoCloseable> watch,
			Function<E, SseEventBuilder> rendering) {
		try {
			BlockingQueue<E> events = new LinkedBlockingQueue<>();
			AutoCloseable watching = watch.apply(events::add);
			try {
				forward(events, emitter, rendering);
			}
			finally {
				watching.close();
			}
			emitter.complete();
		}
		catch (IOException | InterruptedException | IllegalStateException ex) {
			logger.debug("A reader of events has left", ex);
			emitter.complete();
		}
		catch (Exception ex) {
			logger.warn("Events could not be sent", ex);
			emitter.completeWithError(ex);
		}
		finally {
			this.writers.remove(Thread.currentThread());
			this.room.release();
		}
	}

	private <E extends Event> void forward(BlockingQueue<E> events, SseEmitter emitter,
			Function<E, SseEventBuilder> rendering) throws IOException, InterruptedException {
		emitter.send(SseEmitter.event().reconnectTime(RECONNECT.toMillis()).comment("watching"));
		boolean finished = false;
		while (!finished) {
			E event = events.poll(this.heartbeat.toMillis(), TimeUnit.MILLISECONDS);
			if (event == null) {
				emitter.send(SseEmitter.event().comment("nothing new"));
			}
			else {
				emitter.send(rendering.apply(event).id(Integer.toString(event.number())));
				finished = event.finished();
			}
		}
	}

	/** Open streams would hold up a graceful stop of the web server. */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.writers.forEach(Thread::interrupt);
	}

	/**
	 * Something that has happened.
	 */
	public interface Event {

		/**
		 * Its number, by which a reader who comes back goes on.
		 * @return 1 or more, never less than that of the event before
		 */
		int number();

		/**
		 * Whether it is the last one.
		 * @return true if nothing follows
		 */
		boolean finished();

	}

	/**
	 * A stream whose headers the request's own thread sends, before there is a writer.
	 * Left to the writer, they would be sent while the request's thread, on its way out,
	 * still sets some, which breaks the answer.
	 */
	private final class EventStream extends SseEmitter {

		private final Thread writer;

		EventStream(Consumer<SseEmitter> write) {
			super(LIFETIME.toMillis());
			this.writer = Thread.ofVirtual().name("events").unstarted(() -> write.accept(this));
			onCompletion(this.writer::interrupt);
			onTimeout(this.writer::interrupt);
			onError((ex) -> this.writer.interrupt());
		}

		@Override
		protected void extendResponse(ServerHttpResponse response) {
			try {
				super.extendResponse(response);
				response.getBody(); // else flush() sends nothing
				response.flush();
			}
			catch (IOException ex) {
				EventStreams.this.room.release();
				throw new UncheckedIOException("A reader of events has left", ex);
			}
			catch (RuntimeException ex) { // sending them keeps the session too, which the
											// database may refuse
				EventStreams.this.room.release();
				throw ex;
			}
			EventStreams.this.writers.add(this.writer);
			this.writer.start();
		}

	}

}
