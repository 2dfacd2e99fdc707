package dev.appintegrations.console.activity;

import dev.appintegrations.console.kernel.AccountAlias;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened and that nobody had to be allowed to do, such as a sign-in
 * or a refusal.
 *
 * @param actor the user name of who it was, or words for somebody unknown
 * @param name what it is, in upper snake case, such as {@code SIGN_IN}; at most 60
 * characters
 * @param account the account it concerns, or {@code null} if it concerns none
 * @param target what it was about
 */
public record Occurrence(String actor, String name, @Nullable AccountAlias account, String target) {

}
