/**
 * What the person or role that runs the console needs at AWS, and whether they have it.
 */
@NullMarked
package dev.appintegrations.console.role.operator;

import org.jspecify.annotations.NullMarked;
