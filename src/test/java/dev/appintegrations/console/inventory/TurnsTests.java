package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

import dev.appintegrations.console.kernel.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class TurnsTests {

	private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

	@Test
	void areGivenInOrderAsOthersEnd() throws Exception {
		Turns turns = new Turns(2, Duration.ofHours(1));
		Scope first = turns.take();
		Scope second = turns.take();
		Thread third = taking(turns, "third");
		Thread fourth = taking(turns, "fourth");
		assertThat(this.taken).isEmpty();
		second.close();
		third.join();
		assertThat(fourth.getState()).isEqualTo(Thread.State.WAITING);
		first.close();
		fourth.join();
		assertThat(this.taken).containsExactly("third", "fourth");
	}

	@Test
	void endOnce() throws Exception {
		Turns turns = new Turns(1, Duration.ofHours(1));
		Scope first = turns.take();
		first.close();
		first.close();
		turns.take();
		Thread next = taking(turns, "next");
		assertThat(this.taken).isEmpty();
		next.interrupt();
		next.join();
	}

	@Test
	void passOnWhenOneTakesLong() {
		Turns turns = new Turns(1, Duration.ofMillis(20));
		Scope hanging = turns.take();
		List<Scope> others = List.of(turns.take(), turns.take());
		hanging.close();
		others.forEach(Scope::close);
	}

	@Test
	void areWaitedForNoLongerByWhoIsInterrupted() throws Exception {
		Turns turns = new Turns(1, Duration.ofHours(1));
		turns.take();
		Thread waiting = taking(turns, "interrupted");
		waiting.interrupt();
		waiting.join();
		assertThat(this.taken).isEmpty();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(turns::take)
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).as("still interrupted").isTrue();
	}

	/** A thread that waits for a turn when this returns. */
	private Thread taking(Turns turns, String name) {
		Thread thread = Thread.ofPlatform().name(name).start(() -> {
			try {
				turns.take();
				this.taken.add(name);
			}
			catch (CompletionException ex) {
				// interrupted
			}
		});
		await().until(() -> thread.getState() == Thread.State.WAITING);
		return thread;
	}

}
