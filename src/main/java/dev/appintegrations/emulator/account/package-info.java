/**
 * AWS Account Management.
 */
@NullMarked
package dev.appintegrations.emulator.account;

import org.jspecify.annotations.NullMarked;
