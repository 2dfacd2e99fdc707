/**
 * An emulator of the AWS services that no public emulator has, as strict as AWS.
 */
@NullMarked
package dev.appintegrations.emulator;

import org.jspecify.annotations.NullMarked;
