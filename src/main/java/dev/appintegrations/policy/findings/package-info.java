/**
 * What is wrong, or not what it seems, in policies: each with its evidence, its effect
 * and where that is documented.
 */
@NullMarked
package dev.appintegrations.policy.findings;

import org.jspecify.annotations.NullMarked;
