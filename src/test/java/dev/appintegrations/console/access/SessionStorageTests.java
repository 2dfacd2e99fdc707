package dev.appintegrations.console.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import javax.sql.DataSource;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class SessionStorageTests {

	private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

	private final SessionRepository<? extends Session> sessions = sessions(Database.fresh());

	@Test
	void writesTheUseOfASessionOnceAMinute() {
		String id = begin(this.sessions);
		use(this.sessions, id, NOON.plusSeconds(59));
		assertThat(find(id).getLastAccessedTime()).isEqualTo(NOON);
		use(this.sessions, id, NOON.plusSeconds(60));
		assertThat(find(id).getLastAccessedTime()).isEqualTo(NOON.plusSeconds(60));
	}

	@Test
	void writesWhatChangesInASessionAtOnce() {
		String first = begin(this.sessions);
		String id = changeId(this.sessions, first, NOON.plusSeconds(1));
		assertThat(this.sessions.findById(first)).isNull();
		assertThat(find(id).getLastAccessedTime()).isEqualTo(NOON.plusSeconds(1));
		allow(this.sessions, id, Duration.ofDays(20_000));
		assertThat(find(id).getMaxInactiveInterval()).isEqualTo(Duration.ofDays(20_000));
	}

	private Session find(String id) {
		return Objects.requireNonNull(this.sessions.findById(id));
	}

	private static <S extends Session> String begin(SessionRepository<S> sessions) {
		S session = sessions.createSession();
		session.setMaxInactiveInterval(Duration.ofDays(10_000));
		session.setLastAccessedTime(NOON);
		sessions.save(session);
		return session.getId();
	}

	private static <S extends Session> void use(SessionRepository<S> sessions, String id, Instant at) {
		S session = Objects.requireNonNull(sessions.findById(id));
		session.setLastAccessedTime(at);
		sessions.save(session);
	}

	private static <S extends Session> String changeId(SessionRepository<S> sessions, String id, Instant at) {
		S session = Objects.requireNonNull(sessions.findById(id));
		session.setLastAccessedTime(at);
		String changed = session.changeSessionId();
		sessions.save(session);
		return changed;
	}

	private static <S extends Session> void allow(SessionRepository<S> sessions, String id, Duration interval) {
		S session = Objects.requireNonNull(sessions.findById(id));
		session.setMaxInactiveInterval(interval);
		sessions.save(session);
	}

	private static JdbcIndexedSessionRepository sessions(DataSource database) {
		JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(database),
				new TransactionTemplate(new JdbcTransactionManager(database)));
		new SessionStorage().rareSessionUpdates().customize(sessions);
		return sessions;
	}

}
