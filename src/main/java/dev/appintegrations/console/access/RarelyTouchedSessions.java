package dev.appintegrations.console.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions that ask little of the database. Their last use is written once a minute, not
 * with each request: those of one person at the same time would wait for each other's
 * commit. They are read without a transaction, twice in each request, and written in one.
 *
 * @param <S> the sessions of the repository that keeps them
 */
class RarelyTouchedSessions<S extends Session> implements SessionRepository<RarelyTouchedSessions.RarelyTouched<S>> {

	private static final Duration PRECISION = Duration.ofMinutes(1);

	private final SessionRepository<S> kept;

	private final TransactionOperations transactions;

	/**
	 * Creates the repository.
	 * @param kept keeps them, and begins no transactions of its own
	 * @param transactions in which it writes
	 */
	RarelyTouchedSessions(SessionRepository<S> kept, TransactionOperations transactions) {
		this.kept = kept;
		this.transactions = transactions;
	}

	@Override
	public RarelyTouched<S> createSession() {
		return new RarelyTouched<>(this.kept.createSession());
	}

	@Override
	public void save(RarelyTouched<S> session) {
		this.transactions.executeWithoutResult((status) -> this.kept.save(session.kept));
	}

	@Override
	public @Nullable RarelyTouched<S> findById(String id) {
		S found = this.kept.findById(id);
		return (found != null) ? new RarelyTouched<>(found) : null;
	}

	@Override
	public void deleteById(String id) {
		this.transactions.executeWithoutResult((status) -> this.kept.deleteById(id));
	}

	/**
	 * A session that takes note of its last use only if that is at least a minute after
	 * the one before.
	 *
	 * @param <S> the session of the repository that keeps it
	 */
	static final class RarelyTouched<S extends Session> implements Session {

		private final S kept;

		private RarelyTouched(S kept) {
			this.kept = kept;
		}

		@Override
		public void setLastAccessedTime(Instant lastAccessedTime) {
			if (!lastAccessedTime.isBefore(getLastAccessedTime().plus(PRECISION))) {
				this.kept.setLastAccessedTime(lastAccessedTime);
			}
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.kept.getLastAccessedTime();
		}

		@Override
		public String getId() {
			return this.kept.getId();
		}

		@Override
		public String changeSessionId() {
			return this.kept.changeSessionId();
		}

		@Override
		public <T> @Nullable T getAttribute(String attributeName) {
			return this.kept.getAttribute(attributeName);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.kept.getAttributeNames();
		}

		@Override
		public void setAttribute(String attributeName, Object attributeValue) {
			this.kept.setAttribute(attributeName, attributeValue);
		}

		@Override
		public void removeAttribute(String attributeName) {
			this.kept.removeAttribute(attributeName);
		}

		@Override
		public Instant getCreationTime() {
			return this.kept.getCreationTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			this.kept.setMaxInactiveInterval(interval);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.kept.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.kept.isExpired();
		}

	}

}
