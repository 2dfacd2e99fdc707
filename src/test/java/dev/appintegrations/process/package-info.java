/**
 * The packaged console and emulator as processes of their own.
 */
@NullMarked
package dev.appintegrations.process;

import org.jspecify.annotations.NullMarked;
