/**
 * The product with its real parts, in containers.
 */
@NullMarked
package dev.appintegrations.containers;

import org.jspecify.annotations.NullMarked;
