package dev.appintegrations.console.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, and what they may do right now. The principal of every request
 * that is signed in is one.
 */
public interface Caller {

	/**
	 * The user's name.
	 * @return a name
	 */
	String name();

	/**
	 * The API token that signs the request.
	 * @return the token's name, or {@code null} if the user has signed in with a password
	 */
	@Nullable String tokenName();

	/**
	 * Whether this request may do something.
	 * @param permission what it would do
	 * @return true if the user's role has the permission, and the token too if there is
	 * one
	 */
	boolean may(Permission permission);

}
