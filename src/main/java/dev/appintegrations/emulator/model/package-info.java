/**
 * Facts of the service models: operations, bounds, patterns and errors.
 */
@NullMarked
package dev.appintegrations.emulator.model;

import org.jspecify.annotations.NullMarked;
