/**
 * Amazon Connect Customer Profiles, as far as it holds associations.
 */
@NullMarked
package dev.appintegrations.emulator.profiles;

import org.jspecify.annotations.NullMarked;
