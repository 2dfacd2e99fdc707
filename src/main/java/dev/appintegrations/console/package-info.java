/**
 * The console: one place to see and safely delete all AppIntegrations resources.
 */
@NullMarked
package dev.appintegrations.console;

import org.jspecify.annotations.NullMarked;
