/**
 * Pages of the service-linked role.
 */
@NullMarked
package dev.appintegrations.console.role.web;

import org.jspecify.annotations.NullMarked;
