/**
 * Amazon Q in Connect, as far as it holds associations: knowledge bases and assistants.
 */
@NullMarked
package dev.appintegrations.emulator.qconnect;

import org.jspecify.annotations.NullMarked;
