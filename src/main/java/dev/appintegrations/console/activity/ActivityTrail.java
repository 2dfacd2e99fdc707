package dev.appintegrations.console.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Caller;
import dev.appintegrations.console.kernel.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The audit trail. An entry is written before the act and its outcome after it; one
 * without outcome reads as <em>outcome unknown</em>. Nothing is ever changed or removed.
 */
@Component
public class ActivityTrail {

	private final ActivityStore store;

	private final Clock clock;

	ActivityTrail(ActivityStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Writes down what is about to be done, in a transaction of its own.
	 * @param operation the act
	 * @return the entry's id
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public UUID intend(Operation operation) {
		ActivityEntry entry = entry(operation.actor(), operation.name(), operation.account(), operation.target(),
				operation.parameters());
		this.store.add(entry);
		return entry.id();
	}

	/**
	 * Writes down what is about to be done, in the caller's transaction: either both the
	 * caller's own state says so and this entry, or neither.
	 * @param operation the act
	 * @return the entry's id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID intendWithin(Operation operation) {
		return intend(operation);
	}

	/**
	 * Writes down what came of an act, in the transaction that has changed something if
	 * there is one.
	 * @param entry what {@link #intend} has answered
	 * @param outcome what came of it
	 * @param detail more about it, or {@code null}
	 * @param notes what the act has added
	 * @throws IllegalStateException if the entry has an outcome already
	 */
	public void complete(UUID entry, Outcome outcome, @Nullable String detail, ActivityNotes notes) {
		try {
			this.store.complete(entry, this.clock.instant(), outcome, detail, notes);
		}
		catch (DuplicateKeyException ex) {
			throw new IllegalStateException("Entry " + entry + " has an outcome already", ex);
		}
	}

	/**
	 * Writes down something that has happened.
	 * @param occurrence what
	 * @param outcome what came of it
	 * @param detail more about it, or {@code null}
	 */
	@Transactional
	public void note(Occurrence occurrence, Outcome outcome, @Nullable String detail) {
		ActivityEntry entry = entry(occurrence.actor(), occurrence.name(), occurrence.account(), occurrence.target(),
				Map.of());
		this.store.add(entry);
		this.store.complete(entry.id(), entry.at(), outcome, detail, new ActivityNotes());
	}

	private ActivityEntry entry(String actor, String operation, @Nullable AccountAlias account, String target,
			Map<String, String> parameters) {
		Instant now = this.clock.instant();
		return new ActivityEntry(UUID.randomUUID(), now, actor, token(), address(), operation,
				(account != null) ? account.value() : null, target, parameters, Outcome.UNKNOWN, null, null, null,
				List.of(), null);
	}

	private static @Nullable String address() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? request.getRequest().getRemoteAddr() : null;
	}

	private static @Nullable String token() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Caller caller) ? caller.tokenName()
				: null;
	}

}
