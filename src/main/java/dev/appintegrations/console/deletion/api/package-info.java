/**
 * Deletions in the JSON API.
 */
@NullMarked
package dev.appintegrations.console.deletion.api;

import org.jspecify.annotations.NullMarked;
