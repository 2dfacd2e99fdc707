package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.console.kernel.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Has only so much work done at once, in the order in which it comes. No work waits for
 * other work that hangs: what has had its turn for long goes on without it.
 */
final class Turns {

	private final Semaphore free;

	private final Duration atMost;

	/**
	 * Creates the turns.
	 * @param atOnce how many can be taken at once
	 * @param atMost how long one lasts
	 */
	Turns(int atOnce, Duration atMost) {
		this.free = new Semaphore(atOnce, true);
		this.atMost = atMost;
	}

	/**
	 * Waits for a turn.
	 * @return ends it
	 * @throws CompletionException if the thread is interrupted, which it stays
	 */
	Scope take() {
		try {
			this.free.acquire();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CompletionException(ex);
		}
		CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
		turn.thenRun(this.free::release);
		turn.completeOnTimeout(null, this.atMost.toMillis(), TimeUnit.MILLISECONDS);
		return () -> turn.complete(null);
	}

}
