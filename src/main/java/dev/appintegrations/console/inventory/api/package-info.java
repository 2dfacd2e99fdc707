/**
 * JSON API of the inventory.
 */
@NullMarked
package dev.appintegrations.console.inventory.api;

import org.jspecify.annotations.NullMarked;
