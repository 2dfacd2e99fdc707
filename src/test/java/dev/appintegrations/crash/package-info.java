/**
 * The packaged console, killed in the middle of what it does.
 */
@NullMarked
package dev.appintegrations.crash;

import org.jspecify.annotations.NullMarked;
