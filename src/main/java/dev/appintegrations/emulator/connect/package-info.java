/**
 * Amazon Connect: instances, their integrations and the security profiles that grant
 * applications.
 */
@NullMarked
package dev.appintegrations.emulator.connect;

import org.jspecify.annotations.NullMarked;
