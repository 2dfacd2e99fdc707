package dev.appintegrations.console.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@DatabaseTest
class RarelyTouchedSessionsTests {

	private final SessionRepository<? extends Session> sessions = sessions(Database.fresh());

	@Test
	void writesTheUseOfASessionOnceAMinute() {
		String id = begin(this.sessions);
		Instant begun = find(id).getLastAccessedTime();
		use(this.sessions, id, begun.plusSeconds(59));
		assertThat(find(id).getLastAccessedTime()).isEqualTo(begun);
		use(this.sessions, id, begun.plusSeconds(60));
		assertThat(find(id).getLastAccessedTime()).isEqualTo(begun.plusSeconds(60));
	}

	@Test
	void writesWhatChangesInASessionAtOnce() {
		String first = begin(this.sessions);
		String id = changeId(this.sessions, first);
		assertThat(this.sessions.findById(first)).isNull();
		assertThat(find(id).<String>getAttribute("user")).isEqualTo("somebody");
		allow(this.sessions, id, Duration.ofDays(20_000));
		assertThat(find(id).getMaxInactiveInterval()).isEqualTo(Duration.ofDays(20_000));
	}

	@Test
	void keepsNothingOfASessionThatCanNotBeKeptWhole() {
		AtomicReference<String> id = new AtomicReference<>();
		assertThatException().isThrownBy(() -> beginWith(this.sessions, new Object(), id));
		assertThat(this.sessions.findById(id.get())).isNull();
	}

	private Session find(String id) {
		return Objects.requireNonNull(this.sessions.findById(id));
	}

	private static <S extends Session> String begin(SessionRepository<S> sessions) {
		AtomicReference<String> id = new AtomicReference<>();
		beginWith(sessions, "somebody", id);
		return id.get();
	}

	private static <S extends Session> void beginWith(SessionRepository<S> sessions, Object user,
			AtomicReference<String> id) {
		S session = sessions.createSession();
		id.set(session.getId());
		session.setAttribute("user", user);
		sessions.save(session);
	}

	private static <S extends Session> void use(SessionRepository<S> sessions, String id, Instant at) {
		S session = Objects.requireNonNull(sessions.findById(id));
		session.setLastAccessedTime(at);
		sessions.save(session);
	}

	private static <S extends Session> String changeId(SessionRepository<S> sessions, String id) {
		S session = Objects.requireNonNull(sessions.findById(id));
		String changed = session.changeSessionId();
		sessions.save(session);
		return changed;
	}

	private static <S extends Session> void allow(SessionRepository<S> sessions, String id, Duration interval) {
		S session = Objects.requireNonNull(sessions.findById(id));
		session.setMaxInactiveInterval(interval);
		sessions.save(session);
	}

	private static SessionRepository<? extends Session> sessions(DataSource database) {
		TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
		return new RarelyTouchedSessions<>(new JdbcIndexedSessionRepository(new JdbcTemplate(database),
				TransactionOperations.withoutTransaction()), transactions);
	}

}
