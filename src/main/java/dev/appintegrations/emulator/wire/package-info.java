/**
 * AWS wire protocols: signed requests in, answers and errors out.
 */
@NullMarked
package dev.appintegrations.emulator.wire;

import org.jspecify.annotations.NullMarked;
