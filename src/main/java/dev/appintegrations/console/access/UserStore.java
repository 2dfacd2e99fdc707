package dev.appintegrations.console.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the users.
 */
@Component
class UserStore {

	private static final String SELECT = "select name, role, enabled, created_at, last_signed_in_at from console_user ";

	private final JdbcClient jdbc;

	UserStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A user who may sign in. */
	Optional<User> byName(String name) {
		return this.jdbc
			.sql("select id, name, password_hash, role, sessions_ended from console_user where name = ? and enabled")
			.param(clean(name))
			.query((row, number) -> new User(row.getString(1), row.getString(2), row.getString(3),
					Role.valueOf(row.getString(4)), row.getInt(5)))
			.optional();
	}

	/** The user behind a session, as long as it may sign in. */
	Optional<CurrentUser> byId(String id) {
		return this.jdbc.sql("select id, name, role, sessions_ended from console_user where id = ? and enabled")
			.param(clean(id))
			.query((row, number) -> new CurrentUser(row.getString(1), row.getString(2), Role.valueOf(row.getString(3)),
					row.getInt(4), null))
			.optional();
	}

	/** Whether there is a user of this name, even one that may not sign in. */
	boolean exists(String name) {
		return find(name).isPresent();
	}

	Optional<UserAccount> find(String name) {
		return this.jdbc.sql(SELECT + "where name = ?")
			.param(clean(name))
			.query((row, number) -> account(row))
			.optional();
	}

	List<UserAccount> find(long offset, int size) {
		return this.jdbc.sql(SELECT + "order by name offset ? rows fetch first ? rows only")
			.params(offset, size)
			.query((row, number) -> account(row))
			.list();
	}

	long count() {
		return this.jdbc.sql("select count(*) from console_user").query(Long.class).single();
	}

	/** Adds a user, unless there is one of that name. */
	boolean add(String name, String passwordHash, Role role, Instant now) {
		try {
			this.jdbc.sql("""
					insert into console_user (id, name, password_hash, role, enabled, created_at)
					values (?, ?, ?, ?, true, ?)
					""").params(UUID.randomUUID().toString(), name, passwordHash, role.name(), time(now)).update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * Keeps everybody else from changing admins until the transaction ends, so that each
	 * counts what the others have left.
	 */
	void lockAdmins() {
		this.jdbc.sql("select id from console_user where role = 'ADMIN' and enabled order by id for update")
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** How many admins can sign in. */
	long countAdmins() {
		return this.jdbc.sql("select count(*) from console_user where role = 'ADMIN' and enabled")
			.query(Long.class)
			.single();
	}

	void assign(String name, Role role) {
		this.jdbc.sql("update console_user set role = ? where name = ?").params(role.name(), name).update();
	}

	/** Lets a user in, or keeps it out. */
	void enable(String name, boolean enabled) {
		this.jdbc.sql("update console_user set enabled = ? where name = ?").params(enabled, name).update();
	}

	void setPassword(String name, String passwordHash) {
		this.jdbc.sql("update console_user set password_hash = ? where name = ?").params(passwordHash, name).update();
	}

	/** Changes a password, if it is still the one that was checked. */
	boolean replacePassword(String id, String oldHash, String newHash) {
		return this.jdbc.sql("update console_user set password_hash = ? where id = ? and password_hash = ?")
			.params(newHash, id, oldHash)
			.update() == 1;
	}

	void endSessions(String name) {
		this.jdbc.sql("update console_user set sessions_ended = sessions_ended + 1 where name = ?")
			.param(name)
			.update();
	}

	void signedIn(String name, Instant now) {
		this.jdbc.sql("update console_user set last_signed_in_at = ? where name = ?").params(time(now), name).update();
	}

	private static UserAccount account(ResultSet row) throws SQLException {
		return new UserAccount(row.getString("name"), Role.valueOf(row.getString("role")), row.getBoolean("enabled"),
				instant(row, "created_at"), instant(row, "last_signed_in_at"));
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static OffsetDateTime time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	/** PostgreSQL can't even compare with NUL. */
	private static String clean(String text) {
		return text.replace('\u0000', '\uFFFD');
	}

	/**
	 * A user who may sign in.
	 */
	record User(String id, String name, String passwordHash, Role role, int sessionsEnded) {

		CurrentUser toCurrentUser() {
			return new CurrentUser(this.id, this.name, this.role, this.sessionsEnded, null);
		}

	}

}
