/**
 * Amazon AppIntegrations.
 */
@NullMarked
package dev.appintegrations.emulator.appintegrations;

import org.jspecify.annotations.NullMarked;
