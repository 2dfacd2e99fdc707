/**
 * Pages of the inventory.
 */
@NullMarked
package dev.appintegrations.console.inventory.web;

import org.jspecify.annotations.NullMarked;
