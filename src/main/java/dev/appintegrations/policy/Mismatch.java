package dev.appintegrations.policy;

/**
 * A statement that does not match a request, or can't be said to.
 *
 * @param statement the statement
 * @param reason the first reason, in the order principal, action, resource, conditions
 */
public record Mismatch(StatementRef statement, Reason reason) {

}
