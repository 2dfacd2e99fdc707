package dev.appintegrations.console.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Has only so many pages rendered at once, in the order in which they come. Under load
 * they would otherwise take the processors from each other, and some would wait for all
 * the others again and again. No page waits long, since one that is read slowly keeps its
 * turn until it is read.
 */
class RenderingTurns implements HandlerInterceptor {

	private static final String TAKEN = RenderingTurns.class.getName();

	private final Semaphore turns;

	private final Duration patience;

	/**
	 * Creates the interceptor.
	 * @param turns as many permits as pages may be rendered at once, fair
	 * @param patience how long a page waits for its turn before it does without
	 */
	RenderingTurns(Semaphore turns, Duration patience) {
		this.turns = turns;
		this.patience = patience;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && taken()) {
			request.setAttribute(TAKEN, true);
		}
	}

	/** Whoever is interrupted, as when the console stops, does without a turn too. */
	private boolean taken() {
		try {
			return this.turns.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(TAKEN) != null) {
			request.removeAttribute(TAKEN);
			this.turns.release();
		}
	}

}
