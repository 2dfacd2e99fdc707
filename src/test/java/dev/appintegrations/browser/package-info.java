/**
 * Journeys through the running product in a real browser.
 */
@NullMarked
package dev.appintegrations.browser;

import org.jspecify.annotations.NullMarked;
