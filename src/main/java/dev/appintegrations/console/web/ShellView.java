package dev.appintegrations.console.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What every page has around it.
 *
 * @param accounts all accounts, none if nobody is signed in
 * @param account the account of this page, or the first one
 * @param navigation entries of the side navigation
 * @param person who is signed in, or {@code null}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param path path and query of this page, to come back to
 * @param assets addresses of CSS and JavaScript
 * @param demo whether this is the demo
 */
public record ShellView(List<AccountLink> accounts, AccountLink account, List<Entry> navigation,
		@Nullable Person person, String theme, String path, AssetManifest assets, boolean demo) {

	/**
	 * A link to an account.
	 *
	 * @param alias its alias
	 * @param label its name for people
	 * @param accountId twelve digits, or {@code null} as long as they are not known
	 * @param href its overview
	 * @param emulated whether nothing in it is real
	 * @param current whether this page is about it
	 */
	public record AccountLink(String alias, String label, @Nullable String accountId, String href, boolean emulated,
			boolean current) {

	}

	/**
	 * An entry of the side navigation.
	 *
	 * @param section its id
	 * @param label its name
	 * @param href where it leads
	 * @param perAccount whether it is about the account
	 * @param belowTheLine whether it stands below the line
	 * @param nested whether it belongs to the entry before it
	 */
	public record Entry(String section, String label, String href, boolean perAccount, boolean belowTheLine,
			boolean nested) {

	}

	/**
	 * Who is signed in.
	 *
	 * @param name user name
	 * @param role role, for people
	 */
	public record Person(String name, String role) {

	}

}
