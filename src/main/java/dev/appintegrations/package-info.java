/**
 * Starts the console or the emulator; neither knows the other.
 */
@NullMarked
package dev.appintegrations;

import org.jspecify.annotations.NullMarked;
