/**
 * Pages of deletions: plans to confirm, deletions to watch.
 */
@NullMarked
package dev.appintegrations.console.deletion.web;

import org.jspecify.annotations.NullMarked;
