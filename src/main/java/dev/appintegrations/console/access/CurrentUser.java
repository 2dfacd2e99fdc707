package dev.appintegrations.console.access;

import dev.appintegrations.console.kernel.Caller;
import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who makes a request, as the database has it now. May be a handler's argument.
 *
 * @param id the user's id
 * @param name the user's name
 * @param role the user's role
 * @param sessionsEnded how often the user's sessions were ended: those begun before are
 * void
 * @param token the API token that signs the request, or {@code null} if a password or a
 * session does
 */
public record CurrentUser(String id, String name, Role role, int sessionsEnded,
		@Nullable ApiToken token) implements AuthenticatedPrincipal, Caller {

	public CurrentUser(String id, String name, Role role) {
		this(id, name, role, 0, null);
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public @Nullable String tokenName() {
		return (this.token != null) ? this.token.name() : null;
	}

	@Override
	public boolean may(Permission permission) {
		return this.role.has(permission) && (this.token == null || this.token.permissions().contains(permission));
	}

}
