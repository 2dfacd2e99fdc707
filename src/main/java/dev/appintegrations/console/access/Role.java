package dev.appintegrations.console.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import dev.appintegrations.console.kernel.Permission;

/**
 * The roles of people and programs, each with what it may do.
 */
public enum Role {

	/** Looks at everything but the audit trail, and changes nothing. */
	VIEWER("Viewer", EnumSet.of(Permission.READ, Permission.SCAN, Permission.EVALUATE, Permission.OWN_CREDENTIALS)),

	/** Creates, edits and deletes. */
	OPERATOR("Operator", EnumSet.complementOf(EnumSet.of(Permission.MANAGE_USERS, Permission.READ_METRICS))),

	/** Also manages users. */
	ADMIN("Admin", EnumSet.allOf(Permission.class));

	private final String label;

	private final Set<Permission> permissions;

	Role(String label, Set<Permission> permissions) {
		this.label = label;
		this.permissions = Collections.unmodifiableSet(permissions);
	}

	/**
	 * The name for people.
	 * @return such as {@code Viewer}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * What the role may do.
	 * @return permissions, in their declared order
	 */
	public Set<Permission> permissions() {
		return this.permissions;
	}

	/**
	 * Whether the role has a permission.
	 * @param permission the permission
	 * @return true if it does
	 */
	public boolean has(Permission permission) {
		return this.permissions.contains(permission);
	}

}
