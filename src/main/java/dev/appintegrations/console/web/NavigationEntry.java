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
 */
public record NavigationEntry(String section, String label, String path, boolean perAccount, int order,
		Permission permission) {

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

}
