/**
 * The control API and what it sets: delays, rates, faults, lags, regions, quotas, clock.
 */
@NullMarked
package dev.appintegrations.emulator.control;

import org.jspecify.annotations.NullMarked;
