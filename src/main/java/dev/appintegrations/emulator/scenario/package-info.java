/**
 * Sample accounts that the emulator can start with.
 */
@NullMarked
package dev.appintegrations.emulator.scenario;

import org.jspecify.annotations.NullMarked;
