package dev.appintegrations.console.web;

/**
 * An entry of the side navigation. Features contribute theirs as beans, so navigation
 * shows only what exists.
 *
 * @param section id of the section, as pages name theirs
 * @param label name for people
 * @param path path, after the account's where it is about one
 * @param perAccount whether it is about an account
 * @param order place among the entries, the smallest first
 */
public record NavigationEntry(String section, String label, String path, boolean perAccount, int order) {

}
