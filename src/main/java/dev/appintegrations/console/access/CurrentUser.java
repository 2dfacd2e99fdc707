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
 */
public record CurrentUser(String id, String name, Role role) implements AuthenticatedPrincipal, Caller {

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public @Nullable String token() {
		return null;
	}

	@Override
	public boolean may(Permission permission) {
		return this.role.has(permission);
	}

}
