/**
 * Pages for users: an admin's of all, and everybody's settings.
 */
@NullMarked
package dev.appintegrations.console.access.web;

import org.jspecify.annotations.NullMarked;
