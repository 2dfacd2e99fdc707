package dev.appintegrations.console.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.Permission;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps API tokens, by the hash of their secret.
 */
@Component
class TokenStore {

	private static final String SELECT = "select t.id, t.name, t.permissions, t.created_at, t.expires_at, t.last_used_at";

	private final JdbcClient jdbc;

	TokenStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a token, unless its user has one of that name. */
	boolean add(String userId, ApiToken token, String hash) {
		try {
			this.jdbc.sql("""
					insert into api_token (id, user_id, name, hash, permissions, created_at, expires_at)
					values (?, ?, ?, ?, ?, ?, ?)
					""")
				.params(token.id().toString(), userId, token.name(), hash,
						token.permissions().stream().map(Permission::name).collect(Collectors.joining(",")),
						UserStore.time(token.createdAt()), UserStore.time(token.expiresAt()))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** The tokens of a user, by name. */
	List<ApiToken> of(String userId) {
		return this.jdbc.sql(SELECT + " from api_token t where t.user_id = ? order by t.name, t.id")
			.param(userId)
			.query((row, number) -> token(row))
			.list();
	}

	Optional<ApiToken> find(String userId, UUID id) {
		return this.jdbc.sql(SELECT + " from api_token t where t.user_id = ? and t.id = ?")
			.params(userId, id.toString())
			.query((row, number) -> token(row))
			.optional();
	}

	/** The token of a secret with its user, whether or not they are still good. */
	Optional<Owned> byHash(String hash) {
		return this.jdbc
			.sql(SELECT + ", u.id as user_id, u.name as user_name, u.role, u.enabled, u.sessions_ended "
					+ "from api_token t join console_user u on u.id = t.user_id where t.hash = ?")
			.param(hash)
			.query((row, number) -> {
				ApiToken token = token(row);
				return new Owned(
						new CurrentUser(row.getString("user_id"), row.getString("user_name"),
								Role.valueOf(row.getString("role")), row.getInt("sessions_ended"), token),
						token, row.getBoolean("enabled"));
			})
			.optional();
	}

	void used(UUID id, Instant now) {
		this.jdbc.sql("update api_token set last_used_at = ? where id = ?")
			.params(UserStore.time(now), id.toString())
			.update();
	}

	void remove(String userId, UUID id) {
		this.jdbc.sql("delete from api_token where user_id = ? and id = ?").params(userId, id.toString()).update();
	}

	void removeOf(String userName) {
		this.jdbc.sql("delete from api_token where user_id in (select id from console_user where name = ?)")
			.param(userName)
			.update();
	}

	private static ApiToken token(ResultSet row) throws SQLException {
		return new ApiToken(UUID.fromString(row.getString("id")), row.getString("name"),
				permissions(row.getString("permissions")), Objects.requireNonNull(UserStore.instant(row, "created_at")),
				Objects.requireNonNull(UserStore.instant(row, "expires_at")), UserStore.instant(row, "last_used_at"));
	}

	/** What this version does not know any more, a token may not do. */
	private static Set<Permission> permissions(String names) {
		List<String> given = List.of(names.split(","));
		Set<Permission> permissions = EnumSet.noneOf(Permission.class);
		Arrays.stream(Permission.values())
			.filter((permission) -> given.contains(permission.name()))
			.forEach(permissions::add);
		return permissions;
	}

	/**
	 * A token with its user.
	 */
	record Owned(CurrentUser user, ApiToken token, boolean enabled) {

	}

}
