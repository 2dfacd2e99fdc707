package dev.appintegrations.console.access;

import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The users.
 */
@Component
class UserStore {

	private final JdbcClient jdbc;

	UserStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A user who may sign in. */
	Optional<User> byName(String name) {
		return this.jdbc.sql("select id, name, password_hash, role from console_user where name = ? and enabled")
			.param(name)
			.query((row, number) -> new User(row.getString(1), row.getString(2), row.getString(3),
					Role.valueOf(row.getString(4))))
			.optional();
	}

	/** The user behind a session, as long as it may sign in. */
	Optional<CurrentUser> byId(String id) {
		return this.jdbc.sql("select id, name, role from console_user where id = ? and enabled")
			.param(id)
			.query((row, number) -> new CurrentUser(row.getString(1), row.getString(2), Role.valueOf(row.getString(3))))
			.optional();
	}

	/** Whether there is a user of this name, even one that may not sign in. */
	boolean exists(String name) {
		return this.jdbc.sql("select count(*) from console_user where name = ?")
			.param(name)
			.query(Integer.class)
			.single() > 0;
	}

	boolean isEmpty() {
		return this.jdbc.sql("select count(*) from console_user").query(Integer.class).single() == 0;
	}

	/** Adds a user, unless there is one of that name. */
	boolean add(String name, String passwordHash, Role role) {
		try {
			this.jdbc.sql("insert into console_user (id, name, password_hash, role, enabled) values (?, ?, ?, ?, true)")
				.params(UUID.randomUUID().toString(), name, passwordHash, role.name())
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Lets a user in, or keeps it out. */
	void enable(String name, boolean enabled) {
		this.jdbc.sql("update console_user set enabled = ? where name = ?").params(enabled, name).update();
	}

	/**
	 * A user.
	 */
	record User(String id, String name, String passwordHash, Role role) {

		CurrentUser toCurrentUser() {
			return new CurrentUser(this.id, this.name, this.role);
		}

	}

}
