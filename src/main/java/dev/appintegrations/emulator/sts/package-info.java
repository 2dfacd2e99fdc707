/**
 * AWS Security Token Service.
 */
@NullMarked
package dev.appintegrations.emulator.sts;

import org.jspecify.annotations.NullMarked;
