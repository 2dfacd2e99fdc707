package dev.appintegrations.console.web;

import dev.appintegrations.console.kernel.Permission;

/**
 * An entry of the side navigation. Features contribute theirs as beans, so navigation
 * shows only what exists, and to each person what they may see.
 *
 * @param section id of the section, as pages name theirs
 * @param label name for people
 * @param path path, after the account's where it is about one
 * @param perAccount whether it is about an account
 * @param order place among the entries, the smallest first; from 800 on below a line
 * @param permission what the page demands
 * @param nested whether it belongs to the entry before it and stands indented under it
 */
public record NavigationEntry(String section, String label, String path, boolean perAccount, int order,
		Permission permission, boolean nested) {

	/**
	 * An entry of the first level.
	 * @param section id of the section, as pages name theirs
	 * @param label name for people
	 * @param path path, after the account's where it is about one
	 * @param perAccount whether it is about an account
	 * @param order place among the entries
	 * @param permission what the page demands
	 */
	public NavigationEntry(String section, String label, String path, boolean perAccount, int order,
			Permission permission) {
		this(section, label, path, perAccount, order, permission, false);
	}

	/**
	 * An entry for everybody who may look.
	 * @param section id of the section, as pages name theirs
	 * @param label name for people
	 * @param path path, after the account's where it is about one
	 * @param perAccount whether it is about an account
	 * @param order place among the entries
	 */
	public NavigationEntry(String section, String label, String path, boolean perAccount, int order) {
		this(section, label, path, perAccount, order, Permission.READ);
	}

	/**
	 * The same entry, indented under the one before it.
	 * @return the nested entry
	 */
	public NavigationEntry nest() {
		return new NavigationEntry(this.section, this.label, this.path, this.perAccount, this.order, this.permission,
				true);
	}

}
