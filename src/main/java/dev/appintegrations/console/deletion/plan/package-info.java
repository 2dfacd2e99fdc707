/**
 * Plans deletions: what was read goes in, ordered steps with their reasons come out.
 * Nothing here calls AWS or the database.
 */
@NullMarked
package dev.appintegrations.console.deletion.plan;

import org.jspecify.annotations.NullMarked;
