/**
 * Wildcard patterns of policies: what they match, whether two of them can match the same
 * text and whether one matches all that another does.
 */
@NullMarked
package dev.appintegrations.policy.pattern;

import org.jspecify.annotations.NullMarked;
