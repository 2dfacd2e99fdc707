/**
 * Pages of the audit trail.
 */
@NullMarked
package dev.appintegrations.console.activity.web;

import org.jspecify.annotations.NullMarked;
