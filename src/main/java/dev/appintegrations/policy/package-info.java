/**
 * The IAM policy language: reads policy documents, explains them, evaluates requests
 * against them and compares them by meaning. Plain Java, without Spring and without an
 * SDK client. What it can't decide it says; it never guesses.
 */
@NullMarked
package dev.appintegrations.policy;

import org.jspecify.annotations.NullMarked;
