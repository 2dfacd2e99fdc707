/**
 * Compares policies by meaning: which requests they allow, proved over every request and
 * not sampled, and the smallest change of a request that flips a verdict.
 */
@NullMarked
package dev.appintegrations.policy.compare;

import org.jspecify.annotations.NullMarked;
