/**
 * Policies in plain words: who may or may not do what, on what and when.
 */
@NullMarked
package dev.appintegrations.policy.explain;

import org.jspecify.annotations.NullMarked;
