package dev.appintegrations.policy;

import org.jspecify.annotations.Nullable;

/**
 * Which statement of the policies that an {@link Evaluator} was made of.
 *
 * @param policy the policy, counted from 0; a trust policy comes after the identity
 * policies
 * @param statement the statement in it, counted from 0
 * @param sid its {@code Sid}, or {@code null}
 */
public record StatementRef(int policy, int statement, @Nullable String sid) {

}
