/**
 * The audit trail in the JSON API.
 */
@NullMarked
package dev.appintegrations.console.activity.api;

import org.jspecify.annotations.NullMarked;
