/**
 * Users and API tokens in the JSON API.
 */
@NullMarked
package dev.appintegrations.console.access.api;

import org.jspecify.annotations.NullMarked;
