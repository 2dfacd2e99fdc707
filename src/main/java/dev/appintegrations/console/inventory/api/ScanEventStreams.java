package dev.appintegrations.console.inventory.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Inventory.ScanEvent;
import dev.appintegrations.console.kernel.AccountAlias;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Scans as server-sent events. Each stream has a virtual thread of its own, so that a
 * reader who does not read holds up nobody else.
 */
@Component
public class ScanEventStreams {

	private static final Logger logger = LoggerFactory.getLogger(ScanEventStreams.class);

	/** Longer than any scan; a client that is still there comes back by itself. */
	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Duration RECONNECT = Duration.ofSeconds(2);

	private final Inventory inventory;

	private final Duration heartbeat;

	private final Semaphore room;

	private final Set<Thread> writers = ConcurrentHashMap.newKeySet();

	ScanEventStreams(Inventory inventory, @Value("${console.events.heartbeat:15s}") Duration heartbeat,
			@Value("${console.events.max-streams:256}") int maxStreams) {
		this.inventory = inventory;
		this.heartbeat = heartbeat;
		this.room = new Semaphore(maxStreams);
	}

	/**
	 * Opens a stream of a scan's events, which ends with the scan. A comment line goes
	 * out whenever nothing else has for a while.
	 * @param account the account
	 * @param scan a scan of the account
	 * @param afterEvent the number of the last event already known, 0 for none
	 * @param rendering makes the event to send; its id is set here
	 * @return the stream, or empty if too many are open
	 */
	public Optional<SseEmitter> open(AccountAlias account, UUID scan, int afterEvent,
			Function<ScanEvent, SseEventBuilder> rendering) {
		if (!this.room.tryAcquire()) {
			return Optional.empty();
		}
		SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
		Thread writer = Thread.ofVirtual()
			.name("scan-events-" + scan)
			.unstarted(() -> write(emitter, account, scan, afterEvent, rendering));
		emitter.onCompletion(writer::interrupt);
		emitter.onTimeout(writer::interrupt);
		emitter.onError((ex) -> writer.interrupt());
		this.writers.add(writer);
		writer.start();
		return Optional.of(emitter);
	}

	private void write(SseEmitter emitter, AccountAlias account, UUID scan, int afterEvent,
			Function<ScanEvent, SseEventBuilder> rendering) {
		try {
			BlockingQueue<ScanEvent> events = new LinkedBlockingQueue<>();
			AutoCloseable watch = this.inventory.watch(account, scan, afterEvent, events::add);
			try {
				forward(events, emitter, rendering);
			}
			finally {
				watch.close();
			}
			emitter.complete();
		}
		catch (IOException | InterruptedException | IllegalStateException ex) {
			logger.debug("The reader of scan {} has left", scan, ex);
			emitter.complete();
		}
		catch (Exception ex) {
			logger.warn("The events of scan {} could not be sent", scan, ex);
			emitter.completeWithError(ex);
		}
		finally {
			this.writers.remove(Thread.currentThread());
			this.room.release();
		}
	}

	private void forward(BlockingQueue<ScanEvent> events, SseEmitter emitter,
			Function<ScanEvent, SseEventBuilder> rendering) throws IOException, InterruptedException {
		emitter.send(SseEmitter.event().reconnectTime(RECONNECT.toMillis()).comment("watching"));
		boolean finished = false;
		while (!finished) {
			ScanEvent event = events.poll(this.heartbeat.toMillis(), TimeUnit.MILLISECONDS);
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

}
